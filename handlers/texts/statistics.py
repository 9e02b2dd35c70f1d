"""The words of the monthly report."""

from datetime import timedelta

from governance.emergency import DrawState
from governance.rates import Row, Share

ALL, PREVENTION, NOWHERE, NO_CATEGORY = "全部上报", "未诉先办（主动检查）", "地点未明", "未分类"
TITLE = "{year}年{month}月 办理情况"
TABLES = {"community": "按社区", "grid": "按网格", "category": "按类别", "month": "按月份"}
HEADINGS = (
    "", "件数", "响应率", "解决率", "满意率", "未评价", "响应中位数", "响应九成", "办结中位数", "办结九成",
)  # fmt: skip
METHOD = (
    "并入和撤回的不计。括号里是“达标/应计”的件数；没有可计的写“—”。",
    "响应率：在时限内有人接单的，占已接单和已超时的。",
    "解决率：在时限内办结、核查通过、没有重新办理且未评不满意的，占已结案、超时和重新办理的。",
    "满意率：满意和基本满意的，占作了评价的；72 小时没有评价的单独列为“未评价”，不算满意。",
    "时长从上报起算；“九成”是指九成的工单不超过这个时长。",
)
CALENDAR = "这一年的调休安排没有收录，时限按周一至周五和法定节日计算。"
POOL = "应急包：总额 {pool}，本月动用 {count} 件 {used}，年内还剩 {left}。"
DRAW_HEADINGS = ("工单", "时间", "事项", "估算（元）", "实际（元）", "状态")
DRAW_STATE = {
    DrawState.DRAWN: "待审批",
    DrawState.APPROVED: "已批准，待结算",
    DrawState.REFUSED: "未批准",
    DrawState.SETTLED: "已结算",
}
SHEETS = ("汇总", "社区", "网格", "类别", "月份", "应急包")


def share(value: Share) -> str:
    """83.3%（5/6）; a dash where nothing is counted."""
    return "—" if value.percent is None else f"{value.percent:.1f}%（{value.good}/{value.of}）"


def span(value: timedelta | None) -> str:
    """25分钟, 3.5小时, 2.1天."""
    if value is None:
        return "—"
    minutes = value.total_seconds() / 60
    if minutes < 60:
        return f"{minutes:.0f}分钟"
    return f"{minutes / 60:.1f}小时" if minutes < 60 * 48 else f"{minutes / 60 / 24:.1f}天"


def cells(row: Row) -> tuple[str, ...]:
    """A line of a table as it is printed."""
    return (
        row.name, str(row.count), share(row.response), share(row.solution), share(row.satisfaction), str(row.silent),
        span(row.response_median), span(row.response_p90), span(row.handling_median), span(row.handling_p90),
    )  # fmt: skip
