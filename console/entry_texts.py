"""The words of the pages on which what stands in workbooks is changed."""

WHAT = {"people": "人员", "posts": "岗位", "places": "地点", "grids": "网格", "stations": "站点", "patterns": "排班"}
SETTINGS = {"rules": "规则", "categories": "类别", "templates": "通知模板"}
IN_ROSTER = ("people", "posts", "places", "grids")
VIEW = {**dict.fromkeys(WHAT, "console.entry"), **dict.fromkeys(SETTINGS, "console.setting")}
NEW = {
    "people": "新增人员", "posts": "新增岗位", "places": "新增地点", "grids": "新增网格", "stations": "新增站点",
    "patterns": "新增排班", "categories": "新增类别",
}  # fmt: skip
REMOVE = {
    "people": "登记离任",
    "posts": "结束岗位",
    "places": "停用地点",
    "grids": "停用网格",
    "stations": "停用站点",
    "patterns": "撤下排班",
    "categories": "撤回类别改动",
    "templates": "撤回通知模板",
}
REMOVE_ABOUT = {
    "people": "离任后不能再用微信和后台办事；以前的工单和记录都保留。要先结束他的岗位。",
    "posts": "岗位现在就结束，权限也随之取消。",
    "places": "停用后不能再选到这里；以前的工单都保留。里面的地点、岗位、网格和没办结的工单要先处理。",
    "grids": "停用后不再派给这个网格；岗位要先结束。",
    "stations": "停用后不再值班，地点还在；排班要先撤下。",
    "patterns": "撤下后不再有新的班次；已经有人报名的班次照旧值完。",
    "categories": "恢复规则文件或内置的样子；只在这里加的就没有了。",
    "templates": "恢复规则文件里的模板；没有写的，这类通知等对方下次说话时带到。",
}
ABOUT = "和名册表格是同一份：改完马上生效，下次下载的表格里就是新的。先看会改什么，再确认。"
SETTING_ABOUT = "改完各程序几秒内都按新的办，不用重启；没在这里改过的，按规则文件或默认。先看会改什么，再确认。"
FACTS = {"default": "默认 {default}，范围 {least}～{most}；空着就恢复默认", "restart": "这一条重启程序后才生效"}
HISTORY, CHANGED_BY, AS_READ = "改过几次", "{at} {by}：{before} → {value}", "恢复默认"
TO_BEFORE, DEFAULT = "改回 {value}", "默认"
CHECK, CONFIRM, UNDO = "看看会改什么", "确认", "撤销这次改动"
BACK, EDIT, CHANGE, PRESENT = "回到名录", "改", "改一改", "下载现在的名册"
ALIKE, OPEN = "编号或手机和名册里的这些人一样，是同一个人就到他那一条去改：", "打开 {who}"
POSTS_OF, NEW_POST, NO_POSTS = "岗位", "给他一个岗位", "现在没有岗位。"
LEAVE, LEAVE_BEGIN, LEAVE_END, LEAVE_NONE = "请假", "登记请假", "销假", "现在没有请假。"
LEAVE_LINE = "{first} 到 {last}，由{stand_in}代岗"
LEAVE_FIELDS = {"stand_in": "由谁代岗（姓名或编号）", "first": "第一天", "last": "最后一天"}
ANY_ROLE = "全部岗位"
SEARCH = {
    "people": "编号、全名、岗位、地点或网格", "places": "地点全名或别名", "grids": "网格或党支部", "stations": "站点", 
    "patterns": "编号或站点", "shifts": "地点或活动", "rules": "规则的意思", "categories": "类别或说法", "templates": "通知种类",
}  # fmt: skip
"""What can be looked for in each list."""
READ_ONLY, READ_ONLY_NOBODY = "这里只能看。要改请找：{whom}。", "这里只能看。要改请找街道管理员。"
REQUIRED = "必填"
ASKED = {"role": "岗位", "key": "条目", "of": "人员编号", "was": "原来的内容"}
COLUMNS = {
    "people": ("编号", "姓名", "手机", "岗位", "地点或网格", "已绑定"),
    "places": ("名称", "类别", "别名", "有坐标"),
    "grids": ("编号", "名称", "类别", "社区", "党支部"),
    "stations": ("名称", "类型", "站长", "待值班次"),
    "patterns": ("编号", "站点", "星期", "时间", "人数", "资格"),
    "shifts": ("班次号", "开始", "地点", "已报/名额"),
    "rules": ("意思", "现在的值", "默认", "范围", "规则"),
    "categories": ("类别", "谁办", "紧急程度", "说法", "自己改过"),
    "templates": ("通知种类", "模板编号", "类型", "字段"),
}
"""The headings of the directory's tables."""
