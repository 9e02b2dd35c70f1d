"""What is said right after a report and is none itself: where exactly it is, or that it was sent by mistake."""

from typing import Any

from handlers.context import Context
from handlers.conversation.commands import CancelDialogue
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.offering import offered
from handlers.reporting.commands import CorrectReport, PlaceReports
from handlers.reporting.queries import report_still_open
from storage.tickets import OwnTicket
from storage.work_tickets import work_tickets
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.sent_by_mistake import sent_by_mistake
from understanding.where_more import says_more_where


def of_what_was_reported(ctx: Context, found: Interpreted) -> Any | None:
    """The command that puts it down with the report; None where the words say something else, or nothing was just reported."""
    if sent_by_mistake(found.words):
        ticket = _just_reported(ctx)
        if ticket is None:
            return CancelDialogue()
        back = Candidate(CommandName.WITHDRAW_REPORT, 1.0, ticket=ticket.number)
        return offered(found.text, [back], found.situation)
    if found.reading.hazard is not None or not says_more_where(found.words):
        return None
    ticket = _just_reported(ctx)
    if ticket is None or found.situation.just not in (None, ticket.number):
        return None
    place = found.reading.place
    nowhere = work_tickets(ctx.uow, [ticket.number])[0].place_id is None
    if nowhere and place is not None:
        return PlaceReports((ticket.number,), place.place, found.text)
    return CorrectReport(ticket.number, found.words, found.reading, found.words)


def _just_reported(ctx: Context) -> OwnTicket | None:
    ticket = report_still_open(ctx)
    if ticket is None or ctx.now - ticket.opened_at > ctx.config.rules.question_window:
        return None
    return ticket
