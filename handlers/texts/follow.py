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
STEP_WRONG = "刚才的{verb}记错了，不是这一件的"
UNHANDLED = "还没有做完，继续处理"
REJECTED = "核查发现没做好，正在返工"
SUSPENDED = "需要延到{until}：{reason}"
RESUMED = "已恢复办理"
HANDED_ON = "已转给{who}"
RETURNED = "正在重新安排人员"
REOPENED = "已重新办理，由{who}负责，会联系您"
REOPENED_NOBODY = "已重新办理，正在安排专人"
COUNCIL = "已提交协商议事：{note}"
CLOSED_AS_SAID = "核查通过，已按您的评价结案，谢谢"
CALLED_CLOSED = "已电话回访，结案"
RATE = "您上报的 {number}（{summary}）已处理并核查。您满意吗？\n点下面一项，或回复“满意 {n}”“基本满意 {n}”“不满意 {n} 原因”。"
RATE_ANSWER = "您问的 {number}（{summary}）已答复：{note}\n您满意吗？点下面一项，或回复“满意 {n}”“基本满意 {n}”“不满意 {n} 原因”。"
RATE_ANSWERED = (
    "您问的 {number}（{summary}），{who}说已经答复您了。您满意吗？\n"
    "点下面一项，或回复“满意 {n}”“基本满意 {n}”；没有收到答复的，请回复“不满意 {n} 没答复”。"
)
CLOSED_SILENT = "您上报的 {number}（{summary}）已结案。如果没有解决，回复“重开 {n}”。"
LOOK_BACK = "一个月前您上报的 {number}（{summary}），现在还好吗？\n点下面一项，或回复“还好 {n}”“又坏了 {n}”。"

NOTED = "您说的已转告办理的人（{number}）。"
SCORE = {Score.SATISFIED: "满意", Score.FAIRLY: "基本满意", Score.DISSATISFIED: "不满意"}
RELAYED = "关于您上报的 {number}，{who}说：{note}\n直接回复就会转给TA。"

TAKEN_APART = "您报的是几件事，已分开登记：{listed}"
MERGED_FOR_YOU = "与邻居上报的 {into} 是同一件，一并办理"
UNMERGED_FOR_YOU = "改为单独办理"


_WHOSE = ("已派给", "已转给", RETURNED)


def without_whose(said: str) -> str:
    """News that has not gone out, without the lines of whose it was meanwhile."""
    return "\n".join(
        line
        for line in said.splitlines()
        if not (line.startswith("· ") and line[2:].partition(" ")[2].startswith(_WHOSE))
    )


def rating_taps(number: str) -> tuple[str, ...]:
    """The three answers to tap."""
    return tuple(f"{SCORE[score]} {short(number)}" for score in Score)


def look_back_taps(number: str) -> tuple[str, ...]:
    """The two answers to tap."""
    return f"还好 {short(number)}", f"又坏了 {short(number)}"
