"""The question where something is."""

from collections.abc import Sequence

from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.reporting.outcomes import WhereIsIt


def ask_place(
    ctx: Context, numbers: Sequence[str], places: Sequence[int], again: bool = False, said: str = ""
) -> WhereIsIt:
    """Where is it? With the likeliest places to choose from. `again`: asked a second time, not a third; `said`: what was said of
    where in it (402).
    """
    ask(ctx, Question.PLACE, numbers=list(numbers), candidates=list(places), again=again, said=said)
    return WhereIsIt(tuple(places))
