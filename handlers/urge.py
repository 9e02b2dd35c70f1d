"""A reporter wants it to go faster: noted, and the one whose it is reminded once an hour."""

from governance.notices import NoticeKind
from governance.tickets.states import ENDED, TicketState
from handlers import texts
from handlers.inbound import Reply
from handlers.notices import ANSWERABLE, tell, tell_first
from handlers.outcomes import in_words
from handlers.own_tickets import own_tickets, those_meant
from handlers.tickets.merging import root_of
from handlers.tickets.rating import closed_offer
from handlers.tickets.rating_outcomes import RateHow
from handlers.turn import Turn
from storage.serving import followed_accounts
from storage.tickets import OwnTicket, record
from storage.work_tickets import WorkTicket, work_ticket


def urge(turn: Turn) -> Reply:
    """催办: the ticket that is named, or all that are open."""
    tickets = own_tickets(turn)
    name = turn.meaning.ticket if turn.meaning else None
    meant = those_meant(turn, tickets)
    if name is not None and not meant:
        return Reply(texts.no_such_ticket(name.upper()))
    running = [ticket for ticket in meant if ticket.state not in ENDED or ticket.state is TicketState.MERGED]
    if name is not None and not running:
        return Reply(in_words(closed_offer(turn, work_ticket(turn.uow, meant[0].number)), turn.here))
    if not running:
        return Reply(texts.NOTHING_TO_URGE)
    done = [ticket for ticket in running if ticket.state is TicketState.VERIFIED]
    if done == running:
        return Reply(in_words(RateHow(done[0].number, done[0].summary), turn.here))
    return _urged(turn, [ticket for ticket in running if ticket not in done])


def _urged(turn: Turn, tickets: list[OwnTicket]) -> Reply:
    for own in tickets:
        record(turn.uow, own.number, turn.account.id, "urge", own.state, own.state, turn.now)
        _remind(turn, root_of(turn, work_ticket(turn.uow, own.number)))
    shown = [(t.number, t.state, t.summary, t.opened_at) for t in tickets[: texts.MOST_LISTED]]
    numbers = "、".join(ticket.number for ticket in tickets[: texts.MOST_LISTED])
    return Reply(texts.URGED.format(numbers=numbers, progress=texts.progress(shown, len(tickets), turn.config.zone)))


def _remind(turn: Turn, ticket: WorkTicket) -> None:
    text = texts.NOTICE_URGED.format(number=ticket.number, summary=ticket.summary)
    key = f"urge:{ticket.number}:{turn.now:%Y-%m-%dT%H}"
    if ticket.assignee_id is not None:
        accounts = followed_accounts(turn.uow, [ticket.assignee_id])
        tell(turn, accounts, key, NoticeKind.URGE, text, again=True)
    elif ticket.place_id is not None:
        tell_first(turn, ticket.place_id, ANSWERABLE, key, NoticeKind.URGE, text, again=True)
