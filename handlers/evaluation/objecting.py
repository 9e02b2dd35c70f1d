"""评议异议 3 少算了一次党课: what those whom a sum concerns have against it; sealed, and settled by who runs the evaluation."""

from governance.evaluation.kinds import RoundState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.evaluation import words
from handlers.evaluation.commands import ObjectEvaluation
from handlers.evaluation.finding import line_of, own_entries
from handlers.evaluation.outcomes import (
    EvaluationObjected,
    EvaluationObjectedAlready,
    NothingEvaluated,
    NotYourEntry,
    ObjectForWhat,
    ObjectionsAreOver,
    ObjectToWhichEntry,
)
from handlers.evaluation.telling import tell_deciders
from storage.evaluation import EntryRow, RoundRow, lock_round, rounds
from storage.evaluation_objections import add_objection
from understanding.command_names import CommandName

LEAST, LONGEST = 4, 500


@executes(ObjectEvaluation)
def object_to(
    command: ObjectEvaluation, ctx: Context
) -> (
    EvaluationObjected
    | EvaluationObjectedAlready
    | NothingEvaluated
    | NotYourEntry
    | ObjectForWhat
    | ObjectionsAreOver
    | ObjectToWhichEntry
):
    """With its number and reason, in two turns at most; the number is not needed where only one is theirs."""
    found = _meant(ctx, command.number)
    if isinstance(found, NothingEvaluated | NotYourEntry):
        return found
    current, own = found
    entry, *others = own
    locked = lock_round(ctx.uow, current.id)
    assert locked is not None
    if locked.state is RoundState.PUBLISHED or locked.closes_at <= ctx.now:
        return ObjectionsAreOver(entry.id, entry.name, locked.published_at or locked.closes_at)
    if others:
        ask_slot(ctx, CommandName.OBJECT_EVALUATION, before=f"{command.reason} ".lstrip(), wants=Wants.NUMBER)
        return ObjectToWhichEntry(tuple(line_of(each) for each in own))
    if len(command.reason) < LEAST:
        ask_slot(ctx, CommandName.OBJECT_EVALUATION, before=f"评议{entry.id} ")
        return ObjectForWhat(entry.id, entry.name)
    if not add_objection(ctx.uow, entry.id, ctx.sender.id, command.reason[:LONGEST], ctx.now):
        return EvaluationObjectedAlready(entry.id, entry.name)
    text = words.OBJECTION_TOLD.format(number=entry.id, name=entry.name)
    tell_deciders(ctx, entry, f"evaluation-objection:{entry.id}:{ctx.today}", text)
    return EvaluationObjected(entry.id, entry.name, locked.closes_at)


def _meant(ctx: Context, number: int | None) -> tuple[RoundRow, list[EntryRow]] | NothingEvaluated | NotYourEntry:
    """The one that is named in whichever round, else all of the newest round in which something is the sender's."""
    every = rounds(ctx.uow)
    for current in every:
        own = own_entries(ctx, current)
        named = [each for each in own if each.id == number] if number is not None else own
        if named:
            return current, named
    if number is None:
        return NothingEvaluated(ctx.person_id is not None, bool(every))
    return NotYourEntry(number)
