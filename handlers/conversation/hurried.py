"""Who oversees hurries whoever has a ticket in hand already: that is a word from above, and no dispatch."""

from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.rights import SUPERVISORS
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.said import Told
from handlers.tickets.commands import AddRemark, SuperviseTicket
from storage.people import names_of
from storage.work_tickets import work_tickets
from understanding.called import colleague_said, fits
from understanding.hurrying import hurries, sends_off
from understanding.named import named_alone
from understanding.order_given import LONGEST
from understanding.reading import says_where


def hurry_meant(ctx: Context, found: Interpreted) -> SuperviseTicket | AddRemark | None:
    """The word to whose it is; None where it is nobody's, or somebody else's whom the words do not name.

    Words of a danger make that ticket one, where it is none.
    """
    if found.situation.role not in SUPERVISORS or not hurries(found.words):
        return None
    theirs = [each for each in found.situation.work if each.mine != "reporter"]
    named = named_alone(found.words, theirs)
    alone = len(found.words) <= LONGEST and not says_where(found.reading)
    number = named.number if named is not None else found.situation.just if alone else None
    ticket = next(iter(work_tickets(ctx.uow, [number])), None) if number is not None else None
    if ticket is None or ticket.state not in UNHANDLED or ticket.assignee_id is None:
        return None
    called = colleague_said(found.words)
    if named is None and called is None and found.reading.category is not None:
        return None
    if called is not None and not fits(names_of(ctx.uow, [ticket.assignee_id])[ticket.assignee_id], called):
        return None
    if called is None and sends_off(found.words):
        return None
    hazard = found.reading.hazard
    if hazard is not None and ticket.urgency != Urgency.HAZARD:
        return AddRemark(ticket.number, found.text, Told(hazard, found.text))
    return SuperviseTicket(ticket.number, found.text)
