"""Words of the pages of things and grids."""

from governance.things.datum import Datum
from governance.things.inspections import Result
from governance.things.texts import DATUM, FIELD, KIND

TITLE, GRID_TITLE, DOUBLES_TITLE, IMPORT_TITLE = "设施", "网格一张表", "可能重复的设施", "上传设施"
ABOUT = "管道、井盖、树木、灯、电梯……按类型和季节检查；逾期的排在前面。"
SET, SET_HINT = "改设施", "牌子上的编号，留空是不关联"
HEADS = ("网格", "类型", "设施", "已查", "待查", "逾期")
NONE, NO_GRID = "还没有设施。请上传设施表。", "不在网格里"
SECTIONS = {
    "late": "逾期没有检查的", "coverage": "按网格", "failures": "一年内的报修", "looked": "检查", "facts": "资料",
    "people": "人员", "workers": "工作人员", "places": "地点", "things": "设施", "units": "单位和店铺", "risks": "单位风险",
    "tickets": "未办结的工单", "branches": "党支部",
}  # fmt: skip
KINDS, FIELDS, RESULT = KIND, FIELD, {Result.WELL: "正常", Result.WRONG: "有问题"}
FACTS = {
    "place": "地点", "keeper": "管护", "contract": "维保合同", "contract_until": "合同到期", "warranty": "质保到",
    "spot": "坐标（WGS-84）", "source": "来源", "fields": "参数", "ended": "已停用",
}  # fmt: skip
SOURCE = {"workbook": "设施表", "geojson": "GeoJSON"}
FROM = "{field}：{source} {at}"
NO_FAILURES, NO_LOOKS, OPEN_LOOK = "一年内没有报修。", "还没有检查记录。", "{due}前要查"
READ_KEEPER, NO_KEEPER = "看全（会留记录）", "没有登记管护人。"
NO_DOUBLES = "没有看起来重复的设施。"
DOUBLES_ABOUT = "同类、同一地点、相距 5 米以内或位置写得一样的。要不要合并由人定，不会自动合并。"
DO = {"join": "合并", "apart": "不是同一个"}
UPLOAD, TEMPLATE, LEDGER, TO_DOUBLES = "上传设施", "下载空白设施表", "导出台账（xlsx）", "看可能重复的"
IMPORT_ABOUT = (
    "工作簿（.xlsx）或 GeoJSON。先传上来看会改什么；没有问题，再勾上“写入”传一次。"
    "有任何问题就什么都不改，文件里没有的设施不动。"
)
PROBLEMS = "有 {count} 处问题，没有改动："
COUNTED = "增加 {added}，修改 {changed}，停用 {ended}，没变 {same}；单位风险 {risks} 条。"
DONE, CHECKED = "已写入。", "检查通过，还没有写入。"
WRITE, FILE, SEND, DATUM_ASKED = "写入", "文件", "上传", "坐标系"
DATUMS = {datum: DATUM[datum] for datum in Datum}
NOT_A_FILE = "请选一个 .xlsx 或 .geojson 文件。"
MORE = "还有 {count} 处没有列出来。"
GRID = {"open": "未办结 {count} 件", "none": "没有", "late": "逾期", "due": "{due}前要查", "grids": "全部网格"}
