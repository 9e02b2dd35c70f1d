"""How a ticket ends, and how it is opened again: by a rating, by silence, by a call, without anybody to ask."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.dispatching import higher
from governance.tickets.lifecycle import Move, Who
from governance.tickets.satisfaction import ClosedAs, Score, standing_score
from governance.tickets.sensitive import is_sensitive
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.notices import tell_of_hazard
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.assigning import due_of
from handlers.tickets.danger_doubts import note_confirmed
from handlers.tickets.finding import head_of
from handlers.tickets.moving import make, start_promises
from handlers.tickets.news import ask_reporters, reports, tell_reporters
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import DISPATCHERS, LEADS, candidates_at, first_reached, titled
from handlers.tickets.rating_outcomes import Again
from storage.accounts import following
from storage.audit import AuditEntry, note_for
from storage.connectors.links import asked_elsewhere
from storage.console.ticket_page import text_of
from storage.deadlines import open_deadlines
from storage.outbox import take_back
from storage.people import caller_of
from storage.ratings import rate_ticket, rated_ahead, score_of
from storage.work_tickets import WorkTicket, change_ticket
from understanding.hazard import Danger, hazard_in
from understanding.masking import masked_name
from understanding.normalise import normalise

MACHINE = frozenset({Who.SYSTEM})


def evaluate(ctx: Context, ticket: WorkTicket, news: str = "", more_taps: Sequence[str] = ()) -> WorkTicket:
    """After verifying: the reporters are asked, save those who have said already; without one it is closed, and whom nobody
    can ask somebody calls, unless the platform that has brought it asks them itself. `news`, `more_taps`: what stands in the same
    message, before and behind the question.
    """
    asked = [own.account_id for own in reports(ctx, ticket) if own.account_id is not None]
    if not asked:
        return close(ctx, ticket, ClosedAs.NO_REPORTER, MACHINE)
    ahead = rated_ahead(ctx.uow, ticket.number, ticket.reopened)
    for account_id, (score, note) in ahead.items():
        rate_ticket(
            ctx.uow, ticket.number, account_id, kind="rate", round_=ticket.reopened, score=score, note=note, now=ctx.now
        )
    if ahead and set(following(ctx.uow, asked)) <= set(ahead):
        return _closed_as_said(ctx, ticket, [score for score, _ in ahead.values()])
    if not following(ctx.uow, asked):
        return ticket if asked_elsewhere(ctx.uow, ticket.number) else unreached(ctx, ticket)
    text = f"{{news}}\n{follow.RATE}" if news else follow.RATE
    ask_reporters(ctx, ticket, NoticeKind.RATE, text, "rate", but=ahead, more_taps=more_taps, news=news)
    return ticket


def _closed_as_said(ctx: Context, ticket: WorkTicket, scores: Collection[Score]) -> WorkTicket:
    """Everybody has said before that it is well: it ends so, and they hear it."""
    worst = Score.FAIRLY if Score.FAIRLY in scores else Score.SATISFIED
    ticket = close(ctx, ticket, ClosedAs.RATED, MACHINE, worst)
    tell_reporters(ctx, ticket, follow.CLOSED_AS_SAID)
    return ticket


def close(
    ctx: Context, ticket: WorkTicket, how: ClosedAs, by: Collection[Who], score: Score | None = None, note: str | None = None
) -> WorkTicket:  # fmt: skip
    """Ends it, and keeps how it came to its end."""
    values: dict[str, Any] = {"closed_as": how.value} | ({"score": score.value} if score is not None else {})
    return make(ctx, ticket, Move.CLOSE, by, note, **values)


def unreached(ctx: Context, ticket: WorkTicket) -> WorkTicket:
    """Nobody could be asked: once it is opened again for a call, after that it ends so."""
    for own in reports(ctx, ticket):
        if own.account_id is not None:
            take_back(ctx.uow, own.number, own.account_id, "rate", "somebody calls instead")
    if ticket.reopened:
        return close(ctx, ticket, ClosedAs.UNREACHED, MACHINE)
    return reopen(ctx, ticket, words.WHY_UNREACHED, MACHINE)


def reopen(
    ctx: Context, ticket: WorkTicket, why: str, by: Collection[Who], said: str | None = None, score: Score | None = None
) -> WorkTicket:  # fmt: skip
    """Opens it again one level up, with somebody else and the duty to call the reporter; a danger with its two hours.

    `said`: what the reporter says of it now; None: nobody says that it is not solved. `score`: their rating, if it was one.
    """
    level, before = min(ticket.level + 1, 2), ticket.assignee_id
    chosen = higher(candidates_at(ctx, ticket.place_id), level, before)
    person = chosen.person if chosen is not None else None
    danger = said is not None and danger_again(ctx, ticket, said) is not None
    urgency = Urgency.HAZARD.value if danger else ticket.urgency
    ticket = make(
        ctx, replace(ticket, urgency=urgency), Move.REOPEN, by, why, assignee_id=person, level=level,
        reopened=ticket.reopened + 1, closed_as=None, urgency=urgency,
        score=standing_score(score_of(ctx.uow, ticket.number), score),
    )  # fmt: skip
    if danger:
        _alarm(ctx, ticket, why)
    _tell_reopened(ctx, ticket, why)
    line = (
        follow.REOPENED_NOBODY if person is None else follow.REOPENED.format(who=titled(ctx, person, ticket.place_id))
    )
    tell_reporters(ctx, ticket, line)
    return ticket


def danger_again(ctx: Context, ticket: WorkTicket, said: str) -> Danger | None:
    """The danger that a ticket is or was, or of which it is said now; None: there was none."""
    for text in (said, ticket.summary, text_of(ctx.uow, ticket.number)):
        hazard = hazard_in(normalise(text))
        if hazard is not None and (hazard.sure or text == said):
            return hazard.danger
    return Danger.OTHER if ticket.urgency == Urgency.HAZARD else None


def again_of(ctx: Context, ticket: WorkTicket, said: str) -> Again:
    """How it goes on with a ticket that was opened again, of which its reporter says this."""
    who = None if ticket.assignee_id is None else titled(ctx, ticket.assignee_id, ticket.place_id)
    danger = danger_again(ctx, ticket, said) if ticket.urgency == Urgency.HAZARD else None
    kind = DeadlineKind.CALL_BACK if danger is None else DeadlineKind.SURVEY
    found = open_deadlines(ctx.uow, ticket.number).get(kind)
    return Again(who, None if found is None else found.deadline.due_at, danger)


def endanger(ctx: Context, ticket: WorkTicket, why: str) -> None:
    """Who was called back tells of a danger: it is one from now on, unless it is already on its way as one."""
    if DeadlineKind.SURVEY in open_deadlines(ctx.uow, ticket.number):
        return
    change_ticket(ctx.uow, ticket.number, urgency=Urgency.HAZARD.value)
    _alarm(ctx, replace(ticket, urgency=Urgency.HAZARD.value), why)


def _alarm(ctx: Context, ticket: WorkTicket, why: str) -> None:
    """A danger again: its promises start anew, and all who are told of a danger are told at once."""
    note_confirmed(ctx, ticket.number, ticket.state)
    start_promises(ctx, ticket, ctx.now)
    again = words.PERSON_AGAIN if is_sensitive(ticket.category) else words.DANGER_AGAIN
    text = again.format(head=head_of(ticket), why=why, due=due_of(ctx, ticket, DeadlineKind.SURVEY))
    tell_of_hazard(ctx, ticket.place_id, ticket.number, text, again=ticket.reopened)


def _tell_reopened(ctx: Context, ticket: WorkTicket, why: str) -> None:
    """Tells whose it is now, or who dispatches, with how the reporter is reached."""
    text = words.REOPENED_TO_YOU.format(
        head=head_of(ticket), why=why, n=words.short(ticket.number), call=due_of(ctx, ticket, DeadlineKind.CALL_BACK),
        due=due_of(ctx, ticket, DeadlineKind.HANDLE), contact=_contact(ctx, ticket),
    )  # fmt: skip
    if ticket.assignee_id is not None:
        taps = words.taps(ticket.number, Move.TAKE)
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.REOPENED, text, taps)
    else:
        notify_staff(ctx, ticket, first_reached(ctx, ticket.place_id, DISPATCHERS), NoticeKind.REOPENED, text)


def _contact(ctx: Context, ticket: WorkTicket) -> str:
    """How the reporter is reached by whoever has to call; that they were told is audited."""
    person = None if ticket.account_id is None else caller_of(ctx.uow, ticket.account_id)
    if person is None or not person.phone:
        return words.NO_CONTACT.format(n=words.short(ticket.number))
    deed = AuditEntry("person.phone", f"person:{person.code}", f"call-back of {ticket.number}")
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    return words.CONTACT.format(who=masked_name(person.name), phone=person.phone)


def tell_lead(ctx: Context, ticket: WorkTicket, text: str) -> None:
    """Tells the subdistrict's lead, or who dispatches where there is none."""
    notify_staff(ctx, ticket, first_reached(ctx, ticket.place_id, (*LEADS, *DISPATCHERS[::-1])), NoticeKind.LEAD, text)
