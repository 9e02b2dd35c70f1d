"""What a reporter says of the work: satisfied or not, well or broken again, and open it once more."""

from datetime import timedelta

from governance.tickets.deadlines import DeadlineKind
from governance.tickets.lifecycle import Move, Who, step
from governance.tickets.satisfaction import ClosedAs, Outcome, Score, after_rating
from governance.tickets.states import TicketState
from handlers import texts
from handlers.catalogue import execute
from handlers.inbound import Reply
from handlers.outcomes import in_words
from handlers.own_tickets import own_tickets, those_meant
from handlers.questions import Question, ask
from handlers.texts import follow
from handlers.texts import work as words
from handlers.tickets.commands import HandleTicket
from handlers.tickets.ending import by_whom, close, danger_again, reopen, tell_lead, when_again
from handlers.tickets.finding import head_of
from handlers.tickets.moving import note_event
from handlers.tickets.news import reports
from handlers.tickets.notify import notify_staff
from handlers.turn import Turn
from storage.accounts import following
from storage.deadlines import meet_deadlines, open_deadlines
from storage.ratings import rate_ticket, raters
from storage.work_tickets import WorkTicket, load_of, work_ticket, work_tickets
from understanding.score import Scored, score_in

REPORTER = frozenset({Who.REPORTER})


def rate(turn: Turn) -> Reply:
    """满意, 基本满意, 不满意; of the ticket that waits for it."""
    mine = _mine(turn)
    waiting = [(own, root) for own, root in mine if _waits(turn, root)]
    if not waiting:
        return _nothing_waits(turn, mine)
    if len(waiting) > 1:
        return Reply(follow.WHICH.format(listed=_listed([own for own, _ in waiting])))
    own, root = waiting[0]
    scored = score_in((turn.meaning.rest if turn.meaning else "") or "")
    if scored is None:
        return Reply(_how(own))
    root = work_ticket(turn.uow, root.number)
    return _rated(turn, own, root, scored) if _waits(turn, root) else _nothing_waits(turn, [(own, root)])


def good(turn: Turn) -> Reply:
    """修好了: from somebody with work in hand the end of it; from a reporter no rating yet, but one may be asked for."""
    if turn.person_id is not None and load_of(turn.uow, [turn.person_id]):
        return Reply(in_words(execute(HandleTicket(), turn), turn.here))
    return _asked_by_the_way(turn) or Reply(follow.GOOD)


def thanks(turn: Turn) -> Reply:
    """谢谢: answered, and where a rating waits it is asked for by the way."""
    return _asked_by_the_way(turn) or Reply(texts.THANKS)


def _asked_by_the_way(turn: Turn) -> Reply | None:
    own = next((own for own, root in _mine(turn) if _waits(turn, root)), None)
    return None if own is None else Reply(_how(own))


def _how(own: WorkTicket) -> str:
    return follow.RATE_HOW.format(number=own.number, summary=own.summary, n=words.short(own.number))


def _rated(turn: Turn, own: WorkTicket, root: WorkTicket, scored: Scored) -> Reply:
    score, note = Score(scored.score), scored.said or None
    rate_ticket(
        turn.uow, root.number, turn.account.id, kind="rate", round_=root.reopened, score=score, note=note, now=turn.now
    )
    note_event(turn, root, "rate", f"{score.value} {note or ''}".strip())
    match after_rating(score, root.reopened, _endangers(turn, root, note)):
        case Outcome.REOPEN:
            return _sorry(turn, own, root, note)
        case Outcome.CLOSE_AND_TELL_LEAD:
            text = words.DISSATISFIED_TWICE.format(head=head_of(root), note=note or words.NOTHING_SAID)
            tell_lead(turn, close(turn, root, ClosedAs.DISSATISFIED, REPORTER, score), text)
            return Reply(follow.SORRY_TWICE.format(number=own.number))
    if _others_wait(turn, root):
        hours = turn.config.rules.rate_hours
        return Reply(follow.WAITING_FOR_OTHERS.format(number=own.number, hours=hours))
    close(turn, root, ClosedAs.RATED, REPORTER, score)
    return Reply(follow.THANKS[score].format(number=own.number))


def _endangers(turn: Turn, root: WorkTicket, note: str | None) -> bool:
    return danger_again(turn, root, note or "") is not None


def _sorry(turn: Turn, own: WorkTicket, root: WorkTicket, note: str | None) -> Reply:
    root = reopen(turn, root, words.WHY_DISSATISFIED.format(note=note or words.NOTHING_SAID), REPORTER, note or "")
    sorry = follow.SORRY.format(number=own.number, who=by_whom(turn, root), when=when_again(turn, root, note or ""))
    if note:
        return Reply(sorry)
    ask(turn, Question.REASON, number=root.number)
    return Reply(f"{sorry}\n{follow.SORRY_WHY}")


def reason(turn: Turn, number: str) -> Reply:
    """Why: told to whoever has it now."""
    ticket = work_ticket(turn.uow, number)
    note_event(turn, ticket, "remark", turn.words)
    text = words.WHY_DISSATISFIED.format(note=turn.words)
    notify_staff(turn, ticket, ticket.assignee_id, "reason", f"{head_of(ticket)}\n{text}")
    return Reply(follow.NOTED.format(number=number))


def look_back(turn: Turn) -> Reply:
    """还好 N, 又坏了 N: the answer to a look-back."""
    again = turn.meaning is not None and turn.meaning.act == "again"
    asked = [
        (own, root)
        for own, root in _mine(turn)
        if root.state is TicketState.CLOSED and DeadlineKind.LOOK_BACK in open_deadlines(turn.uow, root.number)
    ]
    if not asked:
        return open_again(turn) if again else Reply(follow.WELL)
    own, root = asked[0][0], work_ticket(turn.uow, asked[0][1].number)
    if root.state is not TicketState.CLOSED:
        return open_again(turn) if again else Reply(follow.WELL)
    score = Score.DISSATISFIED if again else Score.SATISFIED
    note = turn.said.argument or None
    if turn.account.id not in raters(turn.uow, root.number, "look_back", root.reopened):
        rate_ticket(
            turn.uow, root.number, turn.account.id, kind="look_back", round_=root.reopened, score=score, note=note,
            now=turn.now,
        )  # fmt: skip
    meet_deadlines(turn.uow, root.number, [DeadlineKind.LOOK_BACK], turn.now)
    if not again:
        return Reply(follow.WELL)
    return _reopened(
        turn, own, reopen(turn, root, words.WHY_AGAIN.format(note=note or words.NOTHING_SAID), REPORTER, note or "")
    )


def open_again(turn: Turn) -> Reply:
    """重开 N why: a ticket that was closed and is not solved."""
    mine = _mine(turn)
    named = turn.meaning is not None and turn.meaning.ticket is not None
    can = [(own, root) for own, root in mine if step(Move.REOPEN, root.state) is not None]
    if not can:
        return Reply(_cannot_reopen(*mine[0]) if mine and named else _not_found(turn))
    if len(can) > 1:
        return Reply(follow.WHICH.format(listed=_listed([own for own, _ in can])))
    own, root = can[0]
    root = work_ticket(turn.uow, root.number)
    if step(Move.REOPEN, root.state) is None:
        return Reply(_cannot_reopen(own, root))
    days = turn.config.rules.reopen_days
    if root.ended_at is not None and turn.now - root.ended_at > timedelta(days=days):
        return Reply(follow.TOO_LATE_TO_REOPEN.format(number=own.number, days=days, summary=own.summary))
    note = turn.said.argument or words.NOTHING_SAID
    return _reopened(turn, own, reopen(turn, root, words.WHY_REOPENED.format(note=note), REPORTER, note))


def _cannot_reopen(own: WorkTicket, root: WorkTicket) -> str:
    state = texts.STATE[root.state]
    return follow.CANNOT_REOPEN.format(number=own.number, state=state, n=words.short(own.number))


def _reopened(turn: Turn, own: WorkTicket, root: WorkTicket) -> Reply:
    when = when_again(turn, root, turn.said.argument)
    return Reply(follow.REOPENED_FOR_YOU.format(number=own.number, who=by_whom(turn, root), when=when))


def closed_offer(turn: Turn, ticket: WorkTicket) -> str:
    """What is answered about a closed ticket: when it was closed, and how to open it again."""
    at = words.moment(ticket.ended_at or turn.now, turn.config.zone, turn.now)
    n = words.short(ticket.number)
    return follow.CLOSED_REOPEN.format(number=ticket.number, summary=ticket.summary, at=at, n=n)


def _mine(turn: Turn) -> list[tuple[WorkTicket, WorkTicket]]:
    """The sender's reports that they name (or all), each with the ticket that is worked on for it; none of them locked."""
    own = work_tickets(turn.uow, [ticket.number for ticket in those_meant(turn, own_tickets(turn))])
    into = work_tickets(turn.uow, [ticket.merged_into for ticket in own if ticket.merged_into is not None])
    roots = {ticket.number: ticket for ticket in into}
    return [(ticket, roots.get(ticket.merged_into or "", ticket)) for ticket in own]


def _waits(turn: Turn, root: WorkTicket) -> bool:
    if root.state is not TicketState.VERIFIED:
        return False
    return turn.account.id not in raters(turn.uow, root.number, "rate", root.reopened)


def _others_wait(turn: Turn, root: WorkTicket) -> bool:
    accounts = {own.account_id for own in reports(turn, root) if own.account_id is not None}
    left = accounts - raters(turn.uow, root.number, "rate", root.reopened) - {turn.account.id}
    return bool(left and following(turn.uow, sorted(left)))


def _nothing_waits(turn: Turn, mine: list[tuple[WorkTicket, WorkTicket]]) -> Reply:
    if turn.meaning is None or turn.meaning.ticket is None:
        return Reply(follow.NOTHING_TO_RATE)
    if not mine:
        return Reply(_not_found(turn))
    own, root = mine[0]
    n = words.short(own.number)
    if root.state is TicketState.CLOSED:
        return Reply(closed_offer(turn, root if root.number == own.number else own))
    if root.state is TicketState.VERIFIED:
        return Reply(follow.RATED_ALREADY.format(number=own.number, n=n))
    return Reply(follow.NOT_YET_DONE.format(number=own.number, state=texts.STATE[root.state], n=n))


def _not_found(turn: Turn) -> str:
    name = turn.meaning.ticket if turn.meaning else None
    return texts.no_such_ticket(name.upper()) if name else follow.NOTHING_TO_RATE


def _listed(tickets: list[WorkTicket]) -> str:
    return "\n".join(words.head(each.number, each.summary) for each in tickets[: texts.MOST_LISTED])
