"""What a reporter says of the work: satisfied or not, and why; thanks ask by the way."""

from collections.abc import Sequence

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Who
from governance.tickets.satisfaction import ClosedAs, Outcome, Score, after_rating
from governance.tickets.states import TicketState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.outcomes import Refuse
from handlers.texts import work as words
from handlers.tickets.ending import again_of, close, danger_again, reopen, tell_lead
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.news import reports
from handlers.tickets.notify import notify_staff
from handlers.tickets.opinions import closed_offer
from handlers.tickets.own import Mine, mine_named
from handlers.tickets.parts import who_verifies
from handlers.tickets.rating_commands import RateTicket, SayThanks
from handlers.tickets.rating_outcomes import (
    DissatisfiedTwice,
    NoReportNamed,
    NothingToRate,
    NotYetDone,
    OpenedByRating,
    Rated,
    RatedAhead,
    RatedAlready,
    RateHow,
    ToldVerifier,
    WaitsForOthers,
    WhichReport,
    YouAreWelcome,
)
from handlers.tickets.rating_texts import NOT_CONTENT
from storage.accounts import following
from storage.ratings import rate_ahead, rate_ticket, raters
from storage.work_tickets import WorkTicket, work_ticket
from understanding.score import has_remark

REPORTER = frozenset({Who.REPORTER})


@executes(RateTicket)
def rate(
    command: RateTicket, ctx: Context
) -> Rated | RatedAhead | ToldVerifier | WaitsForOthers | OpenedByRating | DissatisfiedTwice | RateHow:
    """满意, 基本满意, 不满意; of the ticket that waits for it. Who is satisfied before the work is verified is not asked again;
    who is not is heard by whoever verifies it.
    """
    mine = mine_named(ctx, command.ticket)
    waiting = [each for each in mine if _waits(ctx, each.root)]
    done = [each for each in mine if each.root.state is TicketState.HANDLED]
    if not waiting and len(done) == 1 and command.score in (Score.SATISFIED, Score.FAIRLY):
        return _ahead(ctx, done[0], command.score, command.note or None)
    if not waiting and len(done) == 1 and command.score is Score.DISSATISFIED and command.note:
        return _tell_verifier(ctx, done[0], command.note)
    if not waiting:
        raise Refuse(_nothing_waits(command.ticket, mine, ctx))
    if len(waiting) > 1:
        raise Refuse(which_of(waiting))
    own = waiting[0].own
    if command.score is None:
        return _how(own)
    root = work_ticket(ctx.uow, waiting[0].root.number)
    if not _waits(ctx, root):
        raise Refuse(_nothing_waits(command.ticket, [Mine(own, root)], ctx))
    return _rated(ctx, own, root, command.score, command.note or None)


@executes(SayThanks)
def say_thanks(_command: SayThanks, ctx: Context) -> RateHow | YouAreWelcome:
    """谢谢: answered, and where a rating waits it is asked for by the way."""
    return _asked_by_the_way(ctx) or YouAreWelcome()


def which_of(several: Sequence[Mine]) -> WhichReport:
    """The question which of the sender's reports is meant."""
    return WhichReport(tuple((each.own.number, each.own.summary) for each in several))


def not_found(name: str | None) -> NoReportNamed | NothingToRate:
    """The sender reported nothing of this name, or nothing at all."""
    return NothingToRate() if name is None else NoReportNamed(name.upper())


def _asked_by_the_way(ctx: Context) -> RateHow | None:
    own = next((each.own for each in mine_named(ctx, None) if _waits(ctx, each.root)), None)
    return None if own is None else _how(own)


def _handled(ctx: Context, mine: Mine) -> WorkTicket:
    """The ticket, locked, if it is still not verified. Raises Refuse."""
    root = work_ticket(ctx.uow, mine.root.number)
    if root.state is not TicketState.HANDLED:
        raise Refuse(_nothing_waits(mine.own.number, [Mine(mine.own, root)], ctx))
    return root


def _ahead(ctx: Context, mine: Mine, score: Score, note: str | None) -> RatedAhead:
    root = _handled(ctx, mine)
    rate_ahead(ctx.uow, root.number, ctx.sender.id, root.reopened, score, note, ctx.now)
    note_event(ctx, root, "rate", f"{score.value} {note or ''}".strip())
    return RatedAhead(mine.own.number, score, has_remark(note or ""))


def _tell_verifier(ctx: Context, mine: Mine, note: str) -> ToldVerifier:
    root = _handled(ctx, mine)
    note_event(ctx, root, "reply", note)
    text = NOT_CONTENT.format(head=head_of(root), note=note)
    notify_staff(ctx, root, who_verifies(ctx, root), NoticeKind.REPLY, text)
    return ToldVerifier(mine.own.number)


def _how(own: WorkTicket) -> RateHow:
    return RateHow(own.number, own.summary)


def _rated(
    ctx: Context, own: WorkTicket, root: WorkTicket, score: Score, note: str | None
) -> Rated | WaitsForOthers | OpenedByRating | DissatisfiedTwice:
    rate_ticket(
        ctx.uow, root.number, ctx.sender.id, kind="rate", round_=root.reopened, score=score, note=note, now=ctx.now
    )
    note_event(ctx, root, "rate", f"{score.value} {note or ''}".strip())
    match after_rating(score, root.reopened, danger_again(ctx, root, note or "") is not None):
        case Outcome.REOPEN:
            return _opened_again(ctx, own, root, note)
        case Outcome.CLOSE_AND_TELL_LEAD:
            text = words.DISSATISFIED_TWICE.format(head=head_of(root), note=note or words.NOTHING_SAID)
            tell_lead(ctx, close(ctx, root, ClosedAs.DISSATISFIED, REPORTER, score), text)
            return DissatisfiedTwice(own.number)
    if _others_wait(ctx, root):
        return WaitsForOthers(own.number, ctx.config.rules.rate_hours)
    close(ctx, root, ClosedAs.RATED, REPORTER, score)
    return Rated(own.number, score, has_remark(note or ""))


def _opened_again(ctx: Context, own: WorkTicket, root: WorkTicket, note: str | None) -> OpenedByRating:
    why = words.WHY_DISSATISFIED.format(note=note or words.NOTHING_SAID)
    root = reopen(ctx, root, why, REPORTER, note or "", Score.DISSATISFIED)
    if note is None:
        ask(ctx, Question.REASON, number=root.number)
    return OpenedByRating(own.number, again_of(ctx, root, note or ""), note is not None)


def _waits(ctx: Context, root: WorkTicket) -> bool:
    if root.state is not TicketState.VERIFIED:
        return False
    return ctx.account_id not in raters(ctx.uow, root.number, "rate", root.reopened)


def _others_wait(ctx: Context, root: WorkTicket) -> bool:
    accounts = {own.account_id for own in reports(ctx, root) if own.account_id is not None}
    left = accounts - raters(ctx.uow, root.number, "rate", root.reopened) - {ctx.sender.id}
    return bool(left and following(ctx.uow, sorted(left)))


def _nothing_waits(name: str | None, mine: Sequence[Mine], ctx: Context) -> object:
    if name is None or not mine:
        return not_found(name)
    own, root = mine[0].own, mine[0].root
    if root.state is TicketState.CLOSED:
        return closed_offer(ctx, root if root.number == own.number else own)
    return RatedAlready(own.number) if root.state is TicketState.VERIFIED else NotYetDone(own.number, root.state)
