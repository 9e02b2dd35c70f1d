"""A reporter wants it to go faster: noted, and those who answer for it are reminded once an hour."""

from datetime import timedelta

from governance.ticket_numbers import named_by
from governance.tickets.states import ENDED
from handlers import texts
from handlers.inbound import Reply
from handlers.notices import tell_grid_workers
from handlers.turn import Turn
from storage.tickets import place_of, recent_of, record


def urge(turn: Turn) -> Reply:
    """催办: the ticket that is named, or all that are open."""
    since = turn.now - timedelta(days=turn.house.rules.progress_days)
    tickets = [ticket for ticket in recent_of(turn.uow, turn.account.id, since) if ticket.state not in ENDED]
    name = turn.meaning.ticket if turn.meaning else None
    if name is not None:
        meant = named_by(name, [ticket.number for ticket in tickets])
        if not meant:
            return Reply(texts.no_such_ticket(name.upper()))
        tickets = [ticket for ticket in tickets if ticket.number in meant]
    if not tickets:
        return Reply(texts.NOTHING_TO_URGE)
    for ticket in tickets:
        record(turn.uow, ticket.number, turn.account.id, "urge", ticket.state, ticket.state, turn.now)
        place_id = place_of(turn.uow, ticket.number)
        if place_id is not None:
            text = texts.NOTICE_URGED.format(number=ticket.number, summary=ticket.summary)
            tell_grid_workers(turn, place_id, ticket.number, f"urge{turn.now:%d%H}", text, again=True)
    shown = [(t.number, t.state, t.summary, t.opened_at) for t in tickets[: texts.MOST_LISTED]]
    numbers = "、".join(ticket.number for ticket in tickets[: texts.MOST_LISTED])
    return Reply(texts.URGED.format(numbers=numbers, progress=texts.progress(shown, len(tickets), turn.house.zone)))
