"""The Chinese words of things: kinds, fields, headings of the workbook, and what can be wrong in a file."""

from governance.things.datum import Datum
from governance.things.kinds import ThingKind

KIND = {
    ThingKind.PIPE: "管道",
    ThingKind.DRAIN: "雨水口",
    ThingKind.PUMP: "水泵",
    ThingKind.MANHOLE: "井盖",
    ThingKind.TREE: "树木",
    ThingKind.LAMP: "灯",
    ThingKind.LIFT: "电梯",
    ThingKind.HYDRANT: "消防栓",
    ThingKind.FIRE_LANE: "消防通道",
    ThingKind.WALL: "围墙",
    ThingKind.PLAYGROUND: "游乐健身设施",
    ThingKind.CAMERA: "摄像头",
    ThingKind.CHARGER: "充电桩",
    ThingKind.AED: "AED",
}
ALSO_KIND = {
    ThingKind.PIPE: ("水管", "供水管", "给水管", "排水管", "污水管", "雨水管", "燃气管"),
    ThingKind.DRAIN: ("雨水篦子", "雨水箅子", "排水口", "排水沟"),
    ThingKind.PUMP: ("泵房", "增压泵", "排水泵", "污水泵"),
    ThingKind.MANHOLE: ("检查井", "窨井", "窨井盖", "雨水井", "污水井", "阀门井"),
    ThingKind.TREE: ("树", "行道树", "乔木", "古树"),
    ThingKind.LAMP: ("路灯", "楼道灯", "庭院灯", "草坪灯", "景观灯"),
    ThingKind.LIFT: ("客梯", "货梯", "加装电梯", "升降机"),
    ThingKind.HYDRANT: ("消火栓",),
    ThingKind.FIRE_LANE: ("消防车道", "消防车通道"),
    ThingKind.WALL: ("院墙", "挡土墙"),
    ThingKind.PLAYGROUND: ("健身器材", "健身设施", "游乐设施", "儿童游乐设施", "体育设施"),
    ThingKind.CAMERA: ("监控", "监控探头", "探头"),
    ThingKind.CHARGER: ("充电柜", "充电设施", "充电插座"),
    ThingKind.AED: ("除颤仪", "自动体外除颤器"),
}  # fmt: skip
"""As other registers call them: a column that was kept elsewhere is taken as it stands."""
FIELD = {
    "diameter": "管径或直径(mm)", "material": "材质", "purpose": "用途", "power": "功率(kW)", "species": "树种",
    "girth": "胸径(cm)", "register": "注册代码", "valid_until": "有效期到", "width": "宽度(m)", "height": "高度(m)",
    "length": "长度(m)", "sockets": "充电口数",
}  # fmt: skip
DATUM = {Datum.WGS84: "WGS-84（GPS）", Datum.GCJ02: "GCJ-02（腾讯、高德）", Datum.BD09: "BD-09（百度）"}
SHEET = "设施"
ENDED, YES = "停用", "是"
NOT_OF_KIND = "{kind}没有这一栏，请留空"
NOT_A_NUMBER = "“{value}”不是数，请只写数字"
NO_PLACE = "没有写地点，坐标附近 {metres} 米内也没有名册里的地点，请填地点编号"
NO_PLACE_NOR_POINT = "地点和坐标都没有，至少填一样"
NO_POINTS_KNOWN = "没有写地点；名册里的地点都没有坐标，不能按坐标找，请填地点编号"
OUTSIDE = "坐标（{lat}, {lon}）在街道以外约 {kilometres} 公里，请核对经纬度有没有写反、坐标系选得对不对"
OTHER_DATUM = "坐标像是{other}，不是{said}：按{said}算，一半的点离自己的地点 {metres} 米以上。请改选坐标系再导入"
NOT_GEOJSON = "不是 GeoJSON 要素集（FeatureCollection）"
NO_FEATURES = "里面没有要素"
TOO_MANY = "超过 {most} 个，请分批导入"
NO_GEOMETRY = "没有点或线"
NOT_TEXT = "“{key}”里有不能用的字符，请删掉"
NOT_A_PLAIN_VALUE = "“{key}”不是文字或数"
ROW_OF = "第 {number} 个要素"
