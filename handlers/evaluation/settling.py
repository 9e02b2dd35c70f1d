"""评议处理 3 成立 +5 …: what was objected to is decided with a reason; the sum changes by a correction, or stays."""

from governance.evaluation.kinds import FactKind, ObjectionState
from governance.evaluation.scoring import MOST_CORRECTION, Fact, is_correction, total
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation import words
from handlers.evaluation.commands import SettleEvaluation
from handlers.evaluation.objected import LEAST, LONGEST, objected, tell_settled
from handlers.evaluation.outcomes import EvaluationSettled, NothingAgainst, OwnObjection, SettleEntryHow
from handlers.posts import require
from handlers.projects.finding import veiled
from storage.audit import AuditEntry, note_for
from storage.evaluation import add_fact, facts_of, set_total
from storage.evaluation_objections import settle_objections


@executes(SettleEvaluation)
def settle(
    command: SettleEvaluation, ctx: Context
) -> EvaluationSettled | SettleEntryHow | NothingAgainst | OwnObjection:
    """All that waits against one sum, at once; who objected hears of it."""
    require(ctx, Act.RUN_EVALUATION)
    points = (command.points or 0) * (-1 if command.less else 1) if command.upheld else 0
    incomplete = command.number is None or command.upheld is None or len(command.note.strip()) < LEAST
    if incomplete or (command.upheld and not is_correction(points)):
        return SettleEntryHow(command.number, MOST_CORRECTION)
    assert command.number is not None
    entry, current = objected(ctx, command.number)
    note = veiled(ctx, command.note.strip())[:LONGEST]
    state = ObjectionState.UPHELD if command.upheld else ObjectionState.DISMISSED
    settled = settle_objections(ctx.uow, entry.id, state, points or None, ctx.person_id, note, ctx.now)
    if points:
        about = words.CORRECTED.format(note=note)
        add_fact(ctx.uow, entry.id, Fact(FactKind.CORRECTION, points, f"objection:{settled[0].id}", about))
    facts = facts_of(ctx.uow, [entry.id])[entry.id]
    now = total(facts, current.weights).total
    set_total(ctx.uow, entry.id, now)
    tell_settled(ctx, entry, settled, words.settled(entry, bool(command.upheld), points, now, note))
    deed = AuditEntry(f"evaluation.objection_{state.value}", f"evaluation_entry:{entry.id}", str(points))
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    return EvaluationSettled(entry.id, entry.name, bool(command.upheld), points, now, len(settled))
