"""单位评议: the sum of the sender's own, line by line, each with where it comes from."""

from governance.evaluation.kinds import RoundState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation.commands import ShowEvaluation
from handlers.evaluation.finding import called, lines_of, own_entries
from handlers.evaluation.outcomes import EvaluationShown, NothingEvaluated, NotYourEntry
from storage.evaluation import rounds


@executes(ShowEvaluation)
def show(command: ShowEvaluation, ctx: Context) -> EvaluationShown | NothingEvaluated | NotYourEntry:
    """Of the newest round in which something is theirs; an earlier one by its number."""
    every = rounds(ctx.uow)
    for current in every:
        own = own_entries(ctx, current)
        if command.number is not None:
            own = [each for each in own if each.id == command.number]
        if own:
            published = current.state is RoundState.PUBLISHED
            until = current.closes_at if not published and current.closes_at > ctx.now else None
            return EvaluationShown(called(current), lines_of(ctx, current, own), until, published)
    if command.number is not None and ctx.person_id is not None:
        return NotYourEntry(command.number)
    return NothingEvaluated(ctx.person_id is not None, bool(every))
