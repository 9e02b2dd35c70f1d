"""Whether a text answers a question, or says something else."""

from collections.abc import Collection

from handlers.conversation.interpreting import Interpreted
from understanding.command_names import CommandName

PLAINLY, NEVER = 0.7, 2.0
"""So likely must it be that something else is said before the question stays unanswered."""
TELLS = frozenset({CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION})
TALK = TELLS | {CommandName.START_REPORT, CommandName.HEAR_TALK, CommandName.SAY_THANKS}
WORDY = TALK | {
    CommandName.VENT_ANGER, CommandName.RATE_TICKET, CommandName.URGE_REPORT, CommandName.ADD_REMARK,
    CommandName.RELAY_TO_WORKER, CommandName.RELAY_TO_REPORTER, CommandName.CORRECT_REPORT, CommandName.GREET,
}  # fmt: skip
"""What words of any kind look like: they may be the answer to whatever was asked."""


def says_something_else(found: Interpreted, may_be: Collection[CommandName], plainly: float = PLAINLY) -> bool:
    """Whether a text is plainly a command other than these."""
    exact, best = found.interpretation.terse, found.interpretation.best
    if exact is not None:
        return exact.command not in may_be
    return best.command is not None and best.command not in may_be and best.probability >= plainly


def variant_of(found: Interpreted) -> str | None:
    """In which way a text answers the open question (yes, no, none, text); None when it likely does not."""
    best = found.interpretation.best
    return best.variant if best.command is None and found.interpretation.terse is None else None
