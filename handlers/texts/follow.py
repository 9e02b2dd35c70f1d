"""What a reporter reads while others work on the report. Few messages, each with the number."""

from governance.tickets.satisfaction import Score
from handlers.texts.work import short

HEAD = "您上报的 {number}（{summary}）有进展："
GIVEN_TO = "已派给{who}"
TAKEN = "{who}已接单"
ARRIVED = "{who}已到现场"
PLANNED = "处理方案：{note}"
CREW = "抢修人员已进场"
HANDLED = "{who}已处理：{note}"
REJECTED = "核查发现没做好，正在返工"
SUSPENDED = "需要延到{until}：{reason}"
RESUMED = "已恢复办理"
HANDED_ON = "已转给{who}"
RETURNED = "正在重新安排人员"
REOPENED = "已重新办理，由{who}负责，会联系您"
REOPENED_NOBODY = "已重新办理，正在安排专人"
COUNCIL = "已提交协商议事：{note}"
ANSWERED = "答复：{note}"
CALLED_CLOSED = "已电话回访，结案"
RATE = "您上报的 {number}（{summary}）已处理并核查。您满意吗？\n点下面一项，或回复“满意 {n}”“基本满意 {n}”“不满意 {n} 原因”。"
RATE_ANSWER = "您问的 {number}（{summary}）已答复：{note}\n您满意吗？点下面一项，或回复“满意 {n}”“基本满意 {n}”“不满意 {n} 原因”。"
CLOSED_SILENT = "您上报的 {number}（{summary}）已结案。如果没有解决，回复“重开 {n}”。"
LOOK_BACK = "一个月前您上报的 {number}（{summary}），现在还好吗？\n点下面一项，或回复“还好 {n}”“又坏了 {n}”。"

THANKS = {
    Score.SATISFIED: "谢谢您的评价，{number} 已结案。有事随时说一声。",
    Score.FAIRLY: "谢谢您的评价，{number} 已结案。哪里可以做得更好，欢迎随时告诉我。",
}
WAITING_FOR_OTHERS = "谢谢您的评价。{number} 还有邻居一起上报，等他们评价或 {hours} 小时后结案。"
SORRY = "抱歉没有让您满意。{number} 已重新办理{who}，{when}"
SORRY_WHY = "能说说哪里没做好吗？直接回复就行，会转告办理的人。"
SORRY_TWICE = "抱歉仍没有让您满意。{number} 已报告街道领导，会安排专人跟进。"
NOTED = "您说的已转告办理的人（{number}）。"
SCORE = {Score.SATISFIED: "满意", Score.FAIRLY: "基本满意", Score.DISSATISFIED: "不满意"}
RATE_HOW = "{number}（{summary}）您满意吗？请回复：满意 {n}、基本满意 {n}，或 不满意 {n} 原因"
RELAYED = "关于您上报的 {number}，{who}说：{note}\n直接回复就会转给TA。"
GOOD = "太好了！有事随时说一声。"
NOTHING_TO_RATE = "您现在没有等评价的工单。回复“进度”可查办理情况。"
NOT_YET_DONE = "{number} {state}，处理好以后会请您评价。着急可以回复：催办 {n}"
RATED_ALREADY = "{number} 您已经评价过了，谢谢！没有解决请回复：重开 {n}"
CLOSED_REOPEN = "{number}（{summary}）已于{at}结案。如果还没解决，请回复：重开 {n}"
REOPENED_FOR_YOU = "{number} 已重新办理{who}，{when}"
WHEN_CALLED = "会在{call}前联系您。"
WHEN_THERE = "按安全隐患马上处理，{due}前到现场。\n{first}"
BY_WHOM = "，由{who}负责"
CANNOT_REOPEN = "{number} {state}，不用重开。回复“进度 {n}”可查办理情况。"
TOO_LATE_TO_REOPEN = "{number} 结案已超过 {days} 天，请用一句话重新上报，例如：{summary}"
WELL = "太好了，谢谢您告诉我们。有事随时说一声。"
WHICH = "您说的是哪一件？请带上编号：\n{listed}"

JOINED = "好的，{number} 并入邻居上报的 {into}，每一步进展都会告诉您。要分开请回复：拆分 {n}"
KEPT_APART = "好的，{number} 单独办理。"
MERGED_FOR_YOU = "与邻居上报的 {into} 是同一件，一并办理"
UNMERGED_FOR_YOU = "改为单独办理"


def rating_taps(number: str) -> tuple[str, ...]:
    """The three answers to tap."""
    return tuple(f"{SCORE[score]} {short(number)}" for score in Score)


def look_back_taps(number: str) -> tuple[str, ...]:
    """The two answers to tap."""
    return f"还好 {short(number)}", f"又坏了 {short(number)}"
