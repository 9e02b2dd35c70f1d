"""Words of the charts of a month: titles, how each is counted, what its columns are called."""

from datetime import date

from handlers.texts import month_said as month_said

TITLE = {
    "trend": "每天上报和办结", "category": "类别", "community": "各社区件数", "rates": "各社区三率", "steps": "每一步用了多久",
    "repeated": "反复出现的地点", "workload": "承办人的工作量",
}  # fmt: skip
METHOD = {
    "trend": "按上报和结案的当天计；并入、撤回和作废的不计。",
    "category": "这个月上报的，按类别计。",
    "community": "这个月上报的，按地点所在的社区计。",
    "rates": "算法同考核页；括号里是“达标/应计”，后面是 95% 可信区间，件数越少区间越宽。",
    "steps": "这个月上报的，从上报起算到每一步用的时间；还没有走到的不计。",
    "repeated": "同一地点、同一类别一个月里 {least} 件以上的，最多列 {most} 处。",
    "workload": "这个月上报、在您负责范围里的，已办结算给办完它的人，未办结算给现在的承办人，最多列 {most} 人。",
}
CAME, CLOSED, COUNT = "{month} 上报", "{month} 办结", "{month}"
RATES = {"response": "响应率", "solution": "解决率", "satisfaction": "满意率"}
BEFORE = "{month} {rate}"
STEP = {"dispatched": "派单", "taken": "接单", "handled": "办结", "verified": "核查", "closed": "结案"}
STEPS = ("30分钟内", "2小时内", "8小时内", "1天内", "3天内", "5天内", "5天以上")
REPEATED = "件数"
WORKED = ("承办", "已办结", "未办结")
PLACE_CATEGORY = "{place} · {category}"
INTERVAL = "，区间 {low:.0f}%–{high:.0f}%"


def day_said(day: date) -> str:
    """3日."""
    return f"{day.day}日"
