"""Where a report is was guessed from where its writer lives; then they name another place, and mean that one."""

from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.reporting.commands import CorrectReport
from handlers.reporting.queries import report_still_open
from storage.console.ticket_page import text_of
from understanding.correction import points_there
from understanding.normalise import normalise
from understanding.place_search import Reason, search


def place_put_right(ctx: Context, found: Interpreted) -> CorrectReport | None:
    """The correction of the report that was just made, by words that say only where; None where it named its place itself."""
    if not points_there(found.words):
        return None
    ticket = report_still_open(ctx)
    if ticket is None or ticket.place_text is None or ctx.now - ticket.opened_at > ctx.config.rules.question_window:
        return None
    said = search(ctx.places, normalise(text_of(ctx.uow, ticket.number)))
    if any(each.reason is not Reason.NUMBER_ANYWHERE for each in said):
        return None
    return CorrectReport(ticket.number, found.words, found.reading, found.words)
