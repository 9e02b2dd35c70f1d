"""Who has an enquiry, or oversees it, says the answer in their own words: it goes to whoever asked, whatever hours it names."""

from collections.abc import Sequence

from governance.tickets.lifecycle import UNHANDLED
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.tickets.commands import HandleTicket, RelayToReporter
from storage.work_tickets import work_tickets
from understanding.enquiry_told import answer_told, only_says_answered, speaks_of_answering
from understanding.model.wording import pairs_of
from understanding.named import named_alone
from understanding.situation import OwnTicket


def answer_meant(ctx: Context, found: Interpreted) -> HandleTicket | RelayToReporter | None:
    """The answer to the enquiry that is named, or to the only one in hand; None where the words say none, or of no enquiry.

    What is only passed on (跟他说…, a question back, what puts it off) leaves it open.
    """
    if found.situation.role == "resident":
        return None
    told, others = answer_told(found.text), [each for each in found.situation.work if each.mine != "reporter"]
    if told is None:
        return _given_elsewhere(ctx, found, others) if only_says_answered(found.words) else None
    enquiries = _enquiries(ctx, others)
    number = _named(told.about, enquiries) if told.about else _in_hand(enquiries, found.situation.just)
    if number is None:
        nobody = told.of_asker and _named(told.about, others) is None
        return HandleTicket(told.about, told.answer) if nobody else None
    return HandleTicket(number, told.answer) if told.whole else RelayToReporter(number, told.answer)


def _given_elsewhere(ctx: Context, found: Interpreted, others: Sequence[OwnTicket]) -> HandleTicket | None:
    """Of an enquiry that is named, or, where the words speak of answering, of the only one in hand."""
    enquiries = _enquiries(ctx, others)
    named = named_alone(found.words, others) if enquiries else None
    number = _in_hand(enquiries, found.situation.just) if named is None and speaks_of_answering(found.words) else None
    if named is not None and named in enquiries:
        number = named.number
    return None if number is None else HandleTicket(number, found.text)


def _enquiries(ctx: Context, tickets: Sequence[OwnTicket]) -> list[OwnTicket]:
    read = work_tickets(ctx.uow, [ticket.number for ticket in tickets])
    open_ones = {each.number for each in read if each.urgency == Urgency.ENQUIRY and each.state in UNHANDLED}
    return [ticket for ticket in tickets if ticket.number in open_ones]


def _named(about: str, enquiries: Sequence[OwnTicket]) -> str | None:
    named = named_alone(about, enquiries)
    if named is not None:
        return named.number
    shared = {each.number: len(pairs_of(about) & pairs_of(each.summary)) for each in enquiries}
    most = max(shared.values(), default=0)
    fits = [number for number, count in shared.items() if count == most]
    return fits[0] if most and len(fits) == 1 else None


def _in_hand(enquiries: Sequence[OwnTicket], just: str | None) -> str | None:
    mine = [each.number for each in enquiries if each.mine == "assignee"]
    return just if just in mine else mine[0] if len(mine) == 1 else None
