"""Words of the page of enterprises' requests."""

from governance.requests.kinds import RequestKind
from handlers.requests.texts import KIND
from handlers.texts.statistics import share

TITLE = "企业诉求"
ABOUT = "各单位联系人提的诉求，按类别看当天联系率、按时答复率和满意率；括号里是件数，没到期的不算在内。"
MONTH = "{month:%Y年%m月}"
HEADS = ("类别", "件数", "当天联系", "按时答复", "满意")
ALL = "合计"
LIST_HEADS = ("编号", "单位", "类别", "事项", "状态", "提出", "联系时限", "答复时限")
NONE = "这个月还没有企业诉求。"
FILE = "下载 {month:%Y年%m月} 企业诉求（xlsx）"
SECTIONS = {"figures": "按类别", "list": "逐件"}
NO_UNIT = "没说是哪家"
MET, LATE, RUNS = "已按时", "超时", "未到期"
FIELDS = ("编号", "单位", "类别", "事项", "状态", "提出时间", "联系时限", "联系时间", "答复时限", "答复时间")
SHARE = share
FILE_FOR_UNIT, CHANGED = "登记诉求", "requests-changed"
FILING = "代单位登记"
FILING_ABOUT = "电话、上门提的诉求在这里登记。联系人是单位登记过的，进展直接发给他；类别可不选，按内容认。"


def kind_said(kind: RequestKind | None) -> str:
    """政策咨询; 合计."""
    return ALL if kind is None else KIND[kind]


def kept_said(kept: bool | None) -> str:
    """Whether a promise was kept, broken, or still runs."""
    return RUNS if kept is None else MET if kept else LATE
