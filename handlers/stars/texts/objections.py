"""What is said to who objects, and to who settles it."""

from handlers.context import Here
from handlers.outcomes import says
from handlers.stars.outcomes.objections import (
    NoSuchPublicAward,
    NothingToObjectTo,
    NothingToSettle,
    Objected,
    ObjectionList,
    ObjectionsSettled,
    ObjectToWhich,
    ObjectWhy,
    OwnAward,
    SettleHow,
)
from handlers.stars.texts import AWARD_STATE, KIND
from handlers.stars.texts.consent import award_line

EXAMPLE = 12
OBJECT_HOW = "您对哪一位有意见？请回复编号和原因，例如：{n} 事迹不是本人做的\n{listed}"
OBJECT_WHY = "请说说对 {n} 号的意见和依据，例如：事迹不是本人做的"
OBJECT_NONE = "现在没有公示，也没有编号 {n} 的得奖。"
OBJECT_NOTHING = "现在没有公示。对已发布的有意见，请带编号：异议 编号 原因（回复“美善之星”看编号）。"
OBJECTED = "已收到您对 {n} 号的意见，这一项先暂停，社区核实后告诉您结果。您的身份和意见对外保密。"
OBJECTED_LATE = "公示已经结束。您对 {n} 号的意见已转社区核实，结果会告诉您。您的身份和意见对外保密。"
OBJECTED_AGAIN = "您对 {n} 号的意见已在核实，补充的内容也记下了。"
OBJECTIONS_HEAD = "待核实的异议（提出人保密）："
OBJECTION_LINE = "{n}　{name}（{kind}）：{text}"
OBJECTIONS_NONE = "没有待核实的异议。"
SETTLE_HOW = "请写：异议处理 编号 成立或不成立 说明，例如：异议处理 {n} 不成立 已核实属实"
SETTLE_NONE = "{n} 号没有待核实的异议。"
SETTLED_UPHELD = "已记下：对 {n} 号的异议成立，已撤下，并告诉提出人。"
SETTLED_DISMISSED = "已记下：对 {n} 号的异议不成立，恢复{state}，并告诉提出人。"
NOT_OWN = "您是 {n} 号本人，这一项请别的负责人来办。"


@says
def object_to_which(found: ObjectToWhich, here: Here) -> str:
    """What is on notice, by number."""
    listed = "\n".join(award_line(line, here) for line in found.listed)
    return OBJECT_HOW.format(n=found.listed[0].number, listed=listed)


@says
def object_why(found: ObjectWhy, _here: Here) -> str:
    """A reason is wanted."""
    return OBJECT_WHY.format(n=found.number)


@says
def nothing_to_object_to(_found: NothingToObjectTo, _here: Here) -> str:
    """Nothing is on notice."""
    return OBJECT_NOTHING


@says
def no_such_award(found: NoSuchPublicAward, _here: Here) -> str:
    """No award of this number can be objected to."""
    return OBJECT_NONE.format(n=found.number)


@says
def objected(found: Objected, _here: Here) -> str:
    """It is looked into, and stays sealed."""
    if found.again:
        return OBJECTED_AGAIN.format(n=found.number)
    return (OBJECTED_LATE if found.late else OBJECTED).format(n=found.number)


@says
def objection_list(found: ObjectionList, _here: Here) -> str:
    """What waits, never who said it."""
    if not found.lines:
        return OBJECTIONS_NONE
    lines = [OBJECTION_LINE.format(n=n, name=name, kind=KIND[kind], text=text) for n, name, kind, text in found.lines]
    return "\n".join([OBJECTIONS_HEAD, *lines, SETTLE_HOW.format(n=found.lines[0][0])])


@says
def settle_how(found: SettleHow, _here: Here) -> str:
    """How to settle one."""
    return SETTLE_HOW.format(n=found.number or EXAMPLE)


@says
def nothing_to_settle(found: NothingToSettle, _here: Here) -> str:
    """Nothing is said against it."""
    return SETTLE_NONE.format(n=found.number)


@says
def own_award(found: OwnAward, _here: Here) -> str:
    """Somebody else has to."""
    return NOT_OWN.format(n=found.number)


@says
def settled(found: ObjectionsSettled, _here: Here) -> str:
    """What became of the award."""
    if found.upheld:
        return SETTLED_UPHELD.format(n=found.number)
    return SETTLED_DISMISSED.format(n=found.number, state=AWARD_STATE[found.state])
