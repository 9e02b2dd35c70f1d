"""Several matters in one message: one ticket each, or one for all."""

from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question
from handlers.reporting.asking_place import ask_place
from handlers.reporting.commands import KeepTogether, SplitReport
from handlers.reporting.outcomes import KeptTogether, Split
from handlers.reporting.queries import answered_about
from handlers.reporting.whereabouts import Whereabouts, at, read_words, whereabouts
from handlers.reporting.writing import announce, write_ticket
from storage.tickets import set_summary
from storage.work_tickets import WorkTicket
from understanding.normalise import normalise
from understanding.summary import summary_of


@executes(KeepTogether)
def keep_together(command: KeepTogether, ctx: Context) -> KeptTogether:
    """Nothing changes, it is only not asked any more."""
    return KeptTogether(answered_about(ctx, Question.SPLIT, command.number).number)


@executes(SplitReport)
def split(command: SplitReport, ctx: Context) -> Split:
    """The first part stays with its ticket, each other gets one of its own at the same place unless it names another."""
    first = answered_about(ctx, Question.SPLIT, command.number)
    number, head = first.number, command.parts[0]
    category = read_words(normalise(head), ctx.here).category
    set_summary(ctx.uow, number, summary_of(head), category.code if category else None, ctx.names)
    opened, missing = [(number, summary_of(head))], [] if first.place_text else [number]
    for part in command.parts[1:]:
        new, summary, where = _open(ctx, first, part)
        opened.append((new, summary))
        missing += [] if where.text else [new]
    return Split(tuple(opened), ask_place(ctx, missing, ()) if missing else None)


def _open(ctx: Context, first: WorkTicket, part: str) -> tuple[str, str, Whereabouts]:
    """A ticket for one of the other parts."""
    reading = read_words(normalise(part), ctx.here)
    where = whereabouts(ctx.places, reading, part)
    if where.place_id is None:
        same = Whereabouts(None, first.place_text) if first.place_id is None else at(ctx.places, first.place_id)
        where = where if same.text is None else same
    new = write_ticket(ctx, part, reading, where)
    announce(ctx, new.number, new.summary, where, reading.urgency)
    return new.number, new.summary, where
