"""The words of the pages on which what stands in workbooks is changed."""

WHAT = {"people": "人员", "posts": "岗位", "places": "地点", "grids": "网格"}
NEW = {"people": "新增人员", "posts": "新增岗位", "places": "新增地点", "grids": "新增网格"}
REMOVE = {"people": "登记离任", "posts": "结束岗位", "places": "停用地点", "grids": "停用网格"}
REMOVE_ABOUT = {
    "people": "离任后不能再用微信和后台办事；以前的工单和记录都保留。要先结束他的岗位。",
    "posts": "岗位现在就结束，权限也随之取消。",
    "places": "停用后不能再选到这里；以前的工单都保留。里面的地点、岗位、网格和没办结的工单要先处理。",
    "grids": "停用后不再派给这个网格；岗位要先结束。",
}
ABOUT = "和名册表格是同一份：改完马上生效，下次下载的表格里就是新的。先看会改什么，再确认。"
CHECK, CONFIRM, UNDO = "看看会改什么", "确认", "撤销这次改动"
BACK, EDIT, CHANGE, PRESENT = "回到名录", "改", "改一改", "下载现在的名册"
POSTS_OF, NEW_POST, NO_POSTS = "岗位", "给他一个岗位", "现在没有岗位。"
LEAVE, LEAVE_BEGIN, LEAVE_END, LEAVE_NONE = "请假", "登记请假", "销假", "现在没有请假。"
LEAVE_LINE = "{first} 到 {last}，由{stand_in}代岗"
LEAVE_FIELDS = {"stand_in": "由谁代岗（姓名或编号）", "first": "第一天", "last": "最后一天"}
REQUIRED = "必填"
ASKED = {"key": "条目", "of": "人员编号", "was": "原来的内容", "agreed": "确认"}
