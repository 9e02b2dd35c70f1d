"""The monthly stars in words: names of states, and what people are told unasked. Answers stand in the modules of this folder."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from governance.stars.scoring import FactKind, Row, Why
from governance.stars.states import AwardKind, AwardState, Consent, RoundState
from handlers.duty.texts.words import hours
from handlers.texts import month_said as month_said

KIND = {AwardKind.STAR: "美善之星", AwardKind.BUILDING_LEADER: "优秀楼栋长"}
ROUND_STATE = {
    RoundState.PLANNED: "还没开始",
    RoundState.NOMINATING: "推荐中",
    RoundState.REVIEWING: "评议中",
    RoundState.NOTICE: "公示中",
    RoundState.ANNOUNCED: "已发布",
    RoundState.EMPTY: "没有产生",
    RoundState.SKIPPED: "本月不评",
}
AWARD_STATE = {
    AwardState.CANDIDATE: "待评议",
    AwardState.ACCEPTED: "已通过",
    AwardState.RETURNED: "已退回",
    AwardState.MERGED: "已合并",
    AwardState.NOTICED: "公示中",
    AwardState.STOPPED: "有异议，暂停",
    AwardState.ANNOUNCED: "已发布",
    AwardState.LAPSED: "未成",
    AwardState.WITHDRAWN: "已撤下",
}
CONSENT = {
    Consent.NONE: "未征求本人",
    Consent.ASKED: "等本人同意",
    Consent.GIVEN: "本人已同意",
    Consent.REFUSED: "本人不同意",
}

FLAGGED = {"health": "健康情况", "poverty": "家庭困难"}

ASK_CONSENT = (
    "好消息：您被推荐为{month}{kind}（{area}）！如果评上，公示、海报和光荣榜上会写您的姓名、楼栋和事迹。\n"
    "同意请回复：同意公示；想换个称呼：同意公示 署名 王阿姨；不愿意请回复：不同意公示"
)
REFUSED_TOLD = "{name}（{n} 号，{month}{kind}候选）不愿公开姓名，除非本人改变主意，不会公示。"
TAKEN_DOWN_TOLD = (
    "{month}{kind}（{n} 号，{area}）已按本人意思撤下：光荣榜、海报、证书不再显示，没发出的消息已改。"
    "公众号里群发过的文章请在公众平台手工删除。"
)

OPENED = "{month}美善之星开始推荐啦！身边谁做了好事，请说：推荐 姓名 楼栋 做了什么好事。截止{until}。"
REVIEW_BEGINS = (
    "{month}评选进入评议：候选 {count} 位。回复“评议”看名单和得分，“评议通过”按建议名单通过；{until}前请完成。"
)
EMPTY_TOLD = "{month}没有候选人，本月不产生美善之星，也没有海报和公告。"
EMPTY_AFTER = "{month}评议后没有人选，本月不产生美善之星，也没有海报和公告。"
HELD = "{month}评选还没有本人同意的人选，公示顺延到{until}。回复“评议”看名单，“代记同意 编号”可代记当面同意。"
GIVEN_UP = "{month}评选多次顺延仍没有人选，本月不产生美善之星。"
NO_CONSENT_LAPSED = "公示已开始。下面的人选没等到本人同意，这次没有公示：{names}"
NOTICE_HEAD = "{month}美善之星公示（{community}，到{until}）："
NOTICE_LINE = "{n}　{kind}　{name}（{area}）：{deeds}"
NOTICE_TAIL = "有不同意见请回复：异议 编号 原因。意见只给核实的人看。"
NOTICE_SELF = "您的{kind}已开始公示（到{until}）。恭喜！"
ANNOUNCED_HEAD = "{month}美善之星揭晓（{community}）！"
ANNOUNCED_LINE = "{kind}　{name}（{area}）：{deeds}"
ANNOUNCED_TAIL = "光荣榜和海报：{url}\n也来夸夸您身边的人，回复：推荐 姓名 楼栋 事迹"
WINNER = "恭喜您荣获{month}{kind}（{area}）！感谢您为邻里做的一切。\n电子证书：{url}"
ANNOUNCED_TOLD = "{month}美善之星已发布：{count} 位，已通知 {told} 人。文章草稿会放到公众号草稿箱，请人工核对后群发。"
DRAFT_REFUSED = "{month}美善之星的文章没能放进公众号草稿箱（{error}）。文字和海报在这里，可以手工发：{url}"
STOPPED_LEFT = "仍有 {count} 位因异议暂停，处理后单独发布：{names}"
MOVED_TOLD = "{name}（{n} 号）名册显示已离开，没有发布。"

WHY_HEAD = "{n} 号 {name}（{kind}，{area}）共 {total} 分："
WHY_MORE = "……另有 {count} 项共 {points} 分"
FACT = {
    FactKind.HOURS: "服务时长 {amount}",
    FactKind.PATROL: "巡楼",
    FactKind.FINDING: "发现的问题已解决",
    FactKind.MEDIATION: "值班调解成功",
    FactKind.DUTY: "完整值班",
    FactKind.STREAK: "连续到场打卡 {amount} 天",
    FactKind.NOMINATION: "邻居推荐",
}
FACT_LINE = "{day}　{what}　+{points}"
WHY_NOT = {Why.UNCONFIRMED: "（只有自述，不计分）", Why.LIMITED: "（超过每天或每月上限）", Why.AGAIN: "（重复）"}
SUMMARY = {
    FactKind.HOURS: "服务{amount}",
    FactKind.DUTY: "值班{count}次",
    FactKind.PATROL: "巡楼{count}次",
    FactKind.FINDING: "上报并解决问题{count}件",
    FactKind.MEDIATION: "调解成功{count}次",
    FactKind.STREAK: "连续到场{count}天",
    FactKind.NOMINATION: "{count}户邻居推荐",
}

OBJECTION_TOLD = "公示中的 {n} 号（{kind}，{area}）有人提出异议，已暂停。内容请回复：异议列表"
OBJECTION_LATE_TOLD = "已发布的 {n} 号（{kind}，{area}）有人在公示结束后提出意见，请核实。内容请回复：异议列表"
SETTLED_TOLD_UPHELD = "您对 {n} 号的意见已核实：成立，已撤下。说明：{note}。谢谢您的监督。"
SETTLED_TOLD_DISMISSED = "您对 {n} 号的意见已核实：不成立。说明：{note}。谢谢您的监督。"

REVIEW_RECENT = "{month}得过"
SKIPPED_TOLD = "{month}美善之星评选取消了，您的推荐（{name}）没有用上，可以下月再推荐。原因：{reason}"
RESTORED_TOLD = "{month}美善之星评选恢复了，您的推荐（{name}）继续有效，不用再推荐一次。"
LONGEST_DEEDS = 60
"""Of the deeds on a line."""
TEN = 10
"""So many facts are named one by one."""


def moment(at: datetime, zone: ZoneInfo) -> str:
    """12月1日 9:00."""
    local = at.astimezone(zone)
    return f"{local.month}月{local.day}日 {local.hour}:{local.minute:02d}"


def fact_line(row: Row) -> str:
    """11月5日　服务时长 2小时　+20."""
    kind = row.fact.kind
    amount = hours(row.counted or row.fact.amount) if kind is FactKind.HOURS else str(row.counted or row.fact.amount)
    day = f"{row.fact.day.month}月{row.fact.day.day}日"
    line = FACT_LINE.format(day=day, what=FACT[kind].format(amount=amount), points=row.points)
    return line + WHY_NOT.get(row.why, "")


def why_lines(rows: Sequence[Row]) -> list[str]:
    """The ten facts with most points, and what the others add up to."""
    lines = [fact_line(row) for row in rows[:TEN]]
    rest = rows[TEN:]
    if rest:
        lines.append(WHY_MORE.format(count=len(rest), points=sum(row.points for row in rest)))
    return lines


def shortened(deeds: str) -> str:
    """The deeds as they fit on a line."""
    return deeds if len(deeds) <= LONGEST_DEEDS else deeds[: LONGEST_DEEDS - 1] + "…"


def summary(rows: Sequence[Row]) -> str:
    """What somebody did, as far as it counts, in half a line."""
    said = []
    for kind, words in SUMMARY.items():
        counted = [row for row in rows if row.fact.kind is kind and row.points > 0]
        amount = sum(row.counted for row in counted)
        if counted:
            said.append(words.format(count=amount, amount=hours(amount)))
    return "，".join(said)
