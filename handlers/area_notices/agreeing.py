"""可以发, 先别发: who wrote a notice agrees, and above a size somebody else; then it goes out."""

from governance.area_notices import REACHED, NoticeState, comes_by_night, ends_by, needs_second
from governance.notices import NoticeKind, quiet_until
from handlers.area_notices import texts as words
from handlers.area_notices.audience import audience_of, places_inside, told_of
from handlers.area_notices.commands import ApproveNotice, WithholdNotice
from handlers.area_notices.outcomes import NoticeStands, SecondAsked, Sending, TimeIsPast, Withheld
from handlers.area_notices.rights import meant, second_pair
from handlers.area_notices.telling import owe_first
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.reporting.queries import settle
from handlers.tickets.parts import accounts_of
from storage.area_notices import NoticeRow, change_notice_row, notices_numbered
from storage.people import names_of
from storage.serving import followed_accounts

DRAFTS = (NoticeState.DRAFT,)


@executes(ApproveNotice)
def approve(command: ApproveNotice, ctx: Context) -> Sending | SecondAsked | NoticeStands | TimeIsPast:
    """Counted anew: what was few when it was written may be many now. Said twice it goes out once."""
    notice = meant(ctx, command.number, DRAFTS, command.about)
    _require_draft(ctx, notice)
    over = ends_by(notice.starts_at, notice.ends_at, ctx.config.rules)
    if over <= ctx.now:
        return TimeIsPast(over)
    settle(ctx, Question.NOTICE, notice.number)
    people = audience_of(ctx, places_inside(ctx, notice.places), notice.kind).of(*REACHED)
    mine = notice.by_id == ctx.person_id
    if mine and needs_second(people, ctx.config.rules):
        return _ask_second(ctx, notice, people)
    change_notice_row(
        ctx.uow, notice.id, state=NoticeState.SENDING.value, approved_by_id=ctx.person_id, approved_at=ctx.now, audience=people
    )  # fmt: skip
    owe_first(ctx, notice)
    told = told_of(ctx, notices_numbered(ctx.uow, [notice.number])[0])
    if not mine:
        _tell_writer(ctx, notice, "agreed", words.agreed(told, _name(ctx), people))
    morning = quiet_until(ctx.now, ctx.config.zone, ctx.config.rules)
    return Sending(told, people, morning if morning is not None and notice.starts_at >= morning else None)


@executes(WithholdNotice)
def withhold(command: WithholdNotice, ctx: Context) -> Withheld | NoticeStands:
    """Whoever wrote it is told by whom, and why."""
    notice = meant(ctx, command.number, DRAFTS, command.about)
    _require_draft(ctx, notice)
    settle(ctx, Question.NOTICE, notice.number)
    change_notice_row(
        ctx.uow, notice.id, state=NoticeState.WITHHELD.value, approved_by_id=ctx.person_id, over_at=ctx.now, why=command.why or None
    )  # fmt: skip
    told = told_of(ctx, notices_numbered(ctx.uow, [notice.number])[0])
    if notice.by_id != ctx.person_id:
        _tell_writer(ctx, notice, "withheld", words.withheld_by(told, _name(ctx), command.why))
    return Withheld(told)


def _ask_second(ctx: Context, notice: NoticeRow, people: int) -> SecondAsked:
    """Asks others with the right to look at it; said again it asks nobody twice."""
    change_notice_row(ctx.uow, notice.id, asked_at=notice.asked_at or ctx.now, audience=people)
    others = second_pair(ctx, notice)
    told, names = told_of(ctx, notice), names_of(ctx.uow, [each.person for each in others])
    text, taps = words.look_at(told, _name(ctx), people, ctx.here), words.taps(notice.number)
    accounts = accounts_of(ctx, others)
    tell(
        ctx, accounts, f"tz_look:{notice.id}:{notice.changes}", NoticeKind.SECOND_EYES, text, again=True, taps=taps,
        number=notice.number, by_night=comes_by_night(notice.starts_at, ctx.now, ctx.config.zone, ctx.config.rules),
    )  # fmt: skip
    return SecondAsked(told, people, tuple((each.role, names[each.person]) for each in others))


def _require_draft(ctx: Context, notice: NoticeRow) -> None:
    if notice.state is not NoticeState.DRAFT:
        by = names_of(ctx.uow, [notice.approved_by_id]) if notice.approved_by_id else {}
        at = notice.approved_at or notice.over_at
        raise Refuse(NoticeStands(notice.number, notice.state, next(iter(by.values()), ""), at))


def _tell_writer(ctx: Context, notice: NoticeRow, what: str, text: str) -> None:
    accounts = followed_accounts(ctx.uow, [notice.by_id])
    tell(ctx, accounts, f"tz_{what}:{notice.id}", NoticeKind.DECIDED, text, again=True, number=notice.number)


def _name(ctx: Context) -> str:
    assert ctx.person_id is not None
    return names_of(ctx.uow, [ctx.person_id])[ctx.person_id]
