"""What is said of a ticket that was asked for: refusals with what is possible, and questions for what is missing."""

from governance.tickets.lifecycle import Move, Need
from handlers import texts
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts import work as words
from handlers.tickets.denials import (
    CannotMove,
    InHandOf,
    IsNoDanger,
    Missing,
    NothingTo,
    NotYours,
    OtherWay,
    OwnWork,
    SeveralNamed,
    StaysDanger,
    StepsMissing,
    TakenBy,
    TooFar,
    WhichTicket,
)
from handlers.tickets.outcomes import (
    Errand,
    Ref,
    Wish,
)

ERRAND = {
    Errand.SUPERVISE: "督办", Errand.REMARK: "备注", Errand.RELAY: "转告", Errand.CALL_BACK: "回访", Errand.APPROVE: "审批",
    Errand.DRAW: "应急", Errand.EXTEND: "延期", Errand.LEAD_DRAW: "应急", Errand.SETTLE: "结算", Errand.MERGE_INTO: "合并",
}  # fmt: skip
STEP_MISSING = {
    Move.ARRIVE: "到场的凭据（回复“到场 {n}”）",
    Move.PLAN: "处置方案（“方案 {n} 怎么办”）",
    Move.CREW: "进场的凭据（“进场 {n}”）",
    Move.REACH: "联系了谁（“已联系 {n} 家属”）",
}
STEPS_MISSING = (
    "{head}是安全隐患，还不能办结，缺：{steps}。到场和进场要发位置或现场照片；补齐后再回复：办结 {n} 说明\n"
    "如果到场看过、确认不是隐患，请{judges}回复：不是隐患 {n} 说明"
)
PERSON_STEPS_MISSING = (
    "{head}事关一个人的安危，还不能办结，缺：{steps}。人看到了、联系上了再回复：办结 {n} 平安，现在谁陪着\n"
    "情况紧急先打110或120。"
)
OTHER_WAY = (
    "{head}事关一个人的安危，不走{verb}这一步。"
    "请先去看人：到场 {n}；联系家属、派出所或医院：已联系 {n} 谁；平安了：办结 {n} 平安，说明"
)
ONLY_OF_PERSON = "{head}不是有人遇险的事，不用{verb}。要记一句话请回复：备注 {n} 说明"
ANY_JUDGE = "网格长或社区书记"
STAYS_DANGER = "{head}是安全隐患，不能{verb}：两小时内的到场、方案、进场照算，责任人不变。确认不是隐患的，先回复：不是隐患 {n} 说明"
IS_NO_DANGER = "{head}不是按安全隐患办理的，不用解除。"
WHY_STAND_DOWN = "{n} 为什么不是隐患？请用一句话说明现场看到的情况。"
WHY_VOID = "{n} 为什么作废？请用一句话说明，会告诉上报人，例如：与 0003 重复登记"

_WANTED: dict[tuple[Wish, Need], str] = {
    (Move.PLAN, Need.NOTE): words.PLAN_WANTED,
    (Move.HANDLE, Need.NOTE): words.NOTE_WANTED,
    (Move.HANDLE, Need.PHOTO): words.PHOTO_WANTED,
    (Move.ANSWER, Need.NOTE): words.ANSWER_WANTED,
    (Move.ARRIVE, Need.EVIDENCE): words.EVIDENCE_WANTED,
    (Move.CREW, Need.EVIDENCE): words.EVIDENCE_WANTED,
    (Move.REACH, Need.NOTE): words.REACH_WANTED,
    (Move.RETURN, Need.NOTE): words.WHY_RETURN,
    (Move.TRANSFER, Need.WHOM): words.TO_WHOM,
    (Move.DISPATCH, Need.WHOM): words.TO_WHOM,
    (Move.ESCALATE, Need.NOTE): words.WHY_COUNCIL,
    (Move.STAND_DOWN, Need.NOTE): WHY_STAND_DOWN,
    (Move.VOID, Need.NOTE): WHY_VOID,
    (Move.VERIFY, Need.NOTE): words.VERDICT_WANTED,
    (Move.REJECT, Need.NOTE): words.WHY_REJECT,
    (Move.SUSPEND, Need.UNTIL): words.UNTIL_WHEN,
    (Move.SUSPEND, Need.NOTE): words.UNTIL_WHEN,
    (Move.CLOSE, Need.NOTE): words.CALL_BACK_HOW,
    (Errand.CALL_BACK, Need.NOTE): words.CALL_BACK_HOW,
    (Errand.EXTEND, Need.UNTIL): words.UNTIL_WHEN,
    (Errand.DRAW, Need.NOTE): words.AMOUNT_WANTED,
    (Errand.SETTLE, Need.NOTE): words.BILL_WANTED,
    (Errand.SUPERVISE, Need.NOTE): words.WHAT_SUPERVISE,
    (Errand.REMARK, Need.NOTE): words.WHAT_REMARK,
    (Errand.RELAY, Need.NOTE): words.WHAT_RELAY,
}


def verb_of(wish: Wish) -> str:
    """接单, 备注."""
    return words.VERB[wish] if isinstance(wish, Move) else ERRAND[wish]


def head(ticket: Ref) -> str:
    """The ticket in half a line, with its place."""
    return words.head(ticket.number, ticket.summary, ticket.place)


def _brief(ticket: Ref) -> str:
    return words.head(ticket.number, ticket.summary)


@says
def not_yours(found: NotYours, _here: Here) -> str:
    """There is none of this name."""
    return words.NOT_FOR_YOU.format(name=found.name)


@says
def nothing_to(found: NothingTo, _here: Here) -> str:
    """There is none at all."""
    return words.NOTHING_TO.format(verb=verb_of(found.wish))


@says
def which_ticket(found: WhichTicket, _here: Here) -> str:
    """Those that could be meant, with an example."""
    verb = verb_of(found.wish)
    listed = "\n".join(head(ticket) for ticket in found.tickets[: texts.MOST_LISTED])
    return words.WHICH.format(verb=verb, example=f"{verb} {words.short(found.tickets[0].number)}", listed=listed)


@says
def several_named(found: SeveralNamed, _here: Here) -> str:
    """The whole numbers that could be meant."""
    return texts.several(found.name, list(found.numbers))


@says
def own_work(found: OwnWork, _here: Here) -> str:
    """Somebody else is to look."""
    return words.OWN_WORK.format(head=_brief(found.ticket))


@says
def taken_by(found: TakenBy, here: Here) -> str:
    """Who has it, since when."""
    at = words.moment(found.at, here.config.zone, here.now)
    return words.TAKEN_BY.format(head=_brief(found.ticket), who=found.who, at=at)


@says
def in_hand_of(found: InHandOf, _here: Here) -> str:
    """Whose it is."""
    n = words.short(found.ticket.number)
    return words.IN_HAND_OF.format(head=_brief(found.ticket), who=found.who, verb=words.VERB[found.move], n=n)


@says
def cannot_move(found: CannotMove, _here: Here) -> str:
    """Where it stands, and what is possible."""
    can = words.possible(found.possible, found.ticket.number)
    state, verb = texts.STATE[found.state], words.VERB[found.move]
    return words.CANNOT.format(head=_brief(found.ticket), state=state, verb=verb, possible=can)


@says
def steps_missing(found: StepsMissing, _here: Here) -> str:
    """What is missing, how it is brought, and who else may say that it is no danger."""
    n = words.short(found.ticket.number)
    steps = "、".join(STEP_MISSING[step].format(n=n) for step in found.steps)
    text = PERSON_STEPS_MISSING if found.person else STEPS_MISSING
    return text.format(head=_brief(found.ticket), steps=steps, n=n, judges=found.judges or ANY_JUDGE)


@says
def stays_danger(found: StaysDanger, _here: Here) -> str:
    """A danger goes on."""
    n = words.short(found.ticket.number)
    return STAYS_DANGER.format(head=_brief(found.ticket), verb=words.VERB[found.move], n=n)


@says
def other_way(found: OtherWay, _here: Here) -> str:
    """What is done instead."""
    text = OTHER_WAY if found.person else ONLY_OF_PERSON
    return text.format(head=_brief(found.ticket), verb=words.VERB[found.move], n=words.short(found.ticket.number))


@says
def is_no_danger(found: IsNoDanger, _here: Here) -> str:
    """It is promised as usual already."""
    return IS_NO_DANGER.format(head=_brief(found.ticket))


@says
def missing(found: Missing, _here: Here) -> str:
    """The question for it."""
    wanted = _WANTED[found.wish, found.need]
    n = words.short(found.ticket.number)
    return wanted.format(n=n, verb=verb_of(found.wish), note=found.note, who=found.who)


@says
def too_far(found: TooFar, _here: Here) -> str:
    """How far it was, and what would do."""
    n = words.short(found.ticket.number)
    far, verb = words.metres(found.metres), words.VERB[found.move]
    return words.TOO_FAR.format(place=found.ticket.place or "", far=far, verb=verb, n=n)
