"""Words of the page on which what several platforms know of the same is joined."""

TITLE = "跨平台合并"
ABOUT = (
    "几个平台说的可能是同一个人、同一处地点、同一样设施或同一个支部，在这里由人合并，不会自动合并。"
    "合并不改名册和台账（它们只从我们自己的表导入），只记下是同一个，以及每一项以谁为准、何时起；合错了可以取消。"
)
BACK = "← 平台对接"
INTO = "和谁"
COUNT, NONE = "{count} 条等人看，下面是最早的：", "没有要看的。"
KIND = {"person": "人员", "place": "地点", "thing": "设施", "branch": "支部"}
FIELD = {
    "name": "名称", "phone": "电话", "place": "地点", "role": "岗位", "unit": "单位", "branch": "支部", "type": "类型", 
    "lat": "纬度", "lon": "经度", "secretary": "书记",
}  # fmt: skip
SOURCE = {"ours": "我们的名册或台账"}
WHY = {
    "number": "写着我们的编号", "all": "姓名、电话都一样", "phone": "电话一样", "here": "是同一处地点", "near": "相距不到 10 米",
    "name": "名称一样",
}  # fmt: skip
HEADS = ("平台", "是什么", "对方说的（来源，何时起）", "可能是", "")
JOINED, JOINED_HEADS = "合并过的", ("平台", "是什么", "和谁", "每一项（以谁为准，何时起）", "")
NOBODY = "没有像的"
ALL = "{label}：完全一样的全部合并"
DO = {"join": "是同一个，合并", "apart": "不是同一个", "dismiss": "与我们无关", "split": "取消合并"}
