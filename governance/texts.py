"""The Chinese words of the roster: names of kinds and roles, headings, and what can be wrong in a workbook."""

from governance.duty.stations import StationKind
from governance.places import GridKind, PlaceKind
from governance.roles import Line, Role

PLACE_KIND = {
    PlaceKind.SUBDISTRICT: "街道",
    PlaceKind.ALLIANCE: "片区",
    PlaceKind.COMMUNITY: "社区",
    PlaceKind.COURTYARD: "院落",
    PlaceKind.BUILDING: "楼栋",
    PlaceKind.UNIT: "单元",
    PlaceKind.STATION: "站点",
    PlaceKind.LANDMARK: "地标",
    PlaceKind.ROAD_NUMBER: "门牌",
}
GRID_KIND = {GridKind.COMPREHENSIVE: "综合", GridKind.EXCLUSIVE: "专属"}
ROLE = {
    Role.RESIDENT: "居民",
    Role.BUILDING_LEADER: "红色楼栋长",
    Role.PARTY_MEMBER: "在职党员",
    Role.GRID_WORKER: "网格员",
    Role.GRID_HEAD: "网格长",
    Role.PART_TIME_GRID_WORKER: "兼职网格员",
    Role.COMMUNITY_SECRETARY: "社区书记",
    Role.DEPARTMENT_OFFICER: "科室人员",
    Role.REPAIR_CREW: "维修队",
    Role.DISPATCHER: "派单员",
    Role.LINKED_CADRE: "挂钩干部",
    Role.POLICE_LIAISON: "社区民警",
    Role.CITY_MANAGEMENT: "城管队员",
    Role.UNIT_CONTACT: "单位联络员",
    Role.COUNCIL_MEMBER: "议事会成员",
    Role.SUBDISTRICT_LEAD: "街道领导",
    Role.ADMINISTRATOR: "管理员",
}
WEEKDAYS = "一二三四五六日"
URGENCY = {"hazard": "安全隐患", "urgent": "应急", "normal": "一般", "enquiry": "咨询"}
LINE = {
    Line.PARTY_BUILDING: "党建",
    Line.CITY_MANAGEMENT: "城管",
    Line.PUBLIC_SECURITY: "综治",
    Line.CIVIL_AFFAIRS: "民政",
    Line.WORK_SAFETY: "安监",
    Line.LAW_ENFORCEMENT: "综合执法",
}

STATION_KIND = {
    StationKind.MEDIATION: "和事佬工作室",
    StationKind.REPAIR: "鲁班能量屋",
    StationKind.PIONEER: "先锋示范岗",
    StationKind.STUDY: "打卡点",
    StationKind.OTHER: "其他",
}
DUTY_SHEET = {"stations": "站点", "patterns": "排班", "qualifications": "资格"}

SHEET = {"places": "地点", "grids": "网格", "people": "人员", "posts": "岗位"}

MISSING = "没有填"
TOO_LONG = "太长，最多 {most} 个字"
NOT_A_CHOICE = "“{value}”不在可选项里，可填：{choices}"
DOUBLED_CODE = "编号“{value}”与第 {row} 行重复"
DOUBLED_NAME = "“{value}”与第 {row} 行重名（同一上级下不能有两个）"
DOUBLED_PERSON = "姓名和手机都与第 {row} 行相同，同一个人请只写一行"
DOUBLED_POST = "与第 {row} 行是同一个岗位"
UNKNOWN = "找不到“{value}”，请填{sheet}表里的编号"
AMBIGUOUS = "叫“{value}”的有 {count} 个，请填{sheet}表里的编号"
NO_PARENT = "{kind}要有上级，请填{sheet}表里的编号"
WRONG_PARENT = "{kind}不能放在{parent}下面"
ROOT_HAS_PARENT = "街道是最上一级，上级请留空"
TWO_ROOTS = "街道只能有一个，第 {row} 行已经有了"
CYCLE = "上级绕成了圈：{line}"
NOT_DEGREES = "“{value}”不是经纬度，应是 {least} 至 {most} 之间的数"
HALF_POSITION = "纬度和经度要么都填，要么都不填"
NOT_A_PHONE = "“{value}”不是电话号码，手机应是 11 位数字"
NOT_A_DATE = "“{value}”不是日期，请写成 2026-11-24 的样子"
TERM_BACKWARDS = "终止日早于起始日"
TWO_GRIDS = "“{value}”已经归网格 {other}（第 {row} 行），一处只能有一个综合网格"
NOT_COVERED_KIND = "网格不能覆盖{kind}，请写院落、楼栋、门牌、站点或地标"
NOT_A_COMMUNITY = "“{value}”是{kind}，这里要填社区"
POST_NOWHERE = "{role}要写清在哪个{where}"
POST_ELSEWHERE = "{role}应填{where}，{other}请留空"
NOT_A_STATION = "“{value}”不是站点，请先写在站点表里"
NOT_WEEKDAYS = "“{value}”看不懂，请写成 一三五、六日 或 每天 的样子"
NOT_A_TIME = "“{value}”不是时间，请写成 09:00 的样子"
NOT_A_COUNT = "“{value}”不是人数，应是 1 至 {most} 的整数"
LINE_MISSING = "{role}要填条线"


def problem_line(sheet: str, row: int, column: str, text: str) -> str:
    """Where a problem is and what it is."""
    where = f"{sheet}表" + (f" 第 {row} 行" if row else "") + (f" {column}" if column else "")
    return f"{where}：{text}"


HOTLINE_FAULT = "第 {row} 行，{heading}：{what}"
HOTLINE_MISSING = "没有填"
HOTLINE_LONG = "太长了，最多 {most} 个字"
HOTLINE_NUMBER = "“{value}”不像工单编号"
HOTLINE_DATE = "“{value}”看不懂，请写成 2026-12-01 18:00 的样子"
HOTLINE_TWICE = "和第 {row} 行重复"
