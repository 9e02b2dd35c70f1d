"""重新核算: facts that were wrong are taken anew from the books, so that the sum follows; the change is shown line by line."""

from governance.evaluation.changes import changes
from governance.evaluation.kinds import ObjectionState
from governance.evaluation.scoring import total
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation import words
from handlers.evaluation.commands import RecountEntry
from handlers.evaluation.facts import Span, gathered
from handlers.evaluation.objected import LEAST, LONGEST, objected, tell_settled
from handlers.evaluation.outcomes import BooksSayTheSame, EntryRecounted, NothingAgainst, OwnObjection, RecountWhy
from handlers.posts import require
from handlers.projects.finding import veiled
from storage.audit import AuditEntry, note_for
from storage.evaluation import correct_facts, facts_of, set_total
from storage.evaluation_objections import settle_objections


@executes(RecountEntry)
def recount(
    command: RecountEntry, ctx: Context
) -> EntryRecounted | BooksSayTheSame | RecountWhy | NothingAgainst | OwnObjection:
    """Only this sum, with the round's own days and weights; corrections by points stay."""
    require(ctx, Act.RUN_EVALUATION)
    note = veiled(ctx, command.note.strip())[:LONGEST]
    if len(note) < LEAST:
        return RecountWhy(command.number)
    entry, current = objected(ctx, command.number)
    books = [
        fact
        for each in gathered(ctx, Span(current.first_on, current.last_on))
        if (each.kind, each.ref_id) == (entry.kind, entry.ref_id)
        for fact in each.facts
    ]
    found = changes(facts_of(ctx.uow, [entry.id])[entry.id], books)
    if not found:
        return BooksSayTheSame(entry.id, entry.name)
    keys = {(each.kind, each.source) for each in found}
    correct_facts(ctx.uow, entry.id, keys, [each for each in books if (each.kind, each.source) in keys])
    now = total(facts_of(ctx.uow, [entry.id])[entry.id], current.weights).total
    points = now - entry.total
    set_total(ctx.uow, entry.id, now)
    settled = settle_objections(ctx.uow, entry.id, ObjectionState.UPHELD, points or None, ctx.person_id, note, ctx.now)
    tell_settled(ctx, entry, settled, words.settled(entry, True, points, now, note))
    detail = f"{points:+d}; {', '.join(f'{each.source} {each.before}>{each.after}' for each in found)}"
    deed = AuditEntry("evaluation.facts_corrected", f"evaluation_entry:{entry.id}", detail[:200])
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    return EntryRecounted(entry.id, entry.name, found, points, now, len(settled))
