"""Who was asked which of several things they meant wants something else."""

from collections.abc import Sequence
from typing import Any

from handlers.conversation.interpreting import Interpreted
from understanding.notice_named import OF_NOTICES

SHORT = 12


def names_another(found: Interpreted, options: Sequence[dict[str, Any]]) -> bool:
    """Whether the words decide on a notice by its number (02那条作废) and that was not offered."""
    best = found.interpretation.best
    if best.command not in OF_NOTICES or best.ticket is None or best.sure_of_target < 1.0 or found.words.isdigit():
        return False
    return (best.command.value, best.ticket) not in {(option["command"], option["ticket"]) for option in options}


def is_another(found: Interpreted, options: Sequence[dict[str, Any]]) -> bool:
    """Whether the words are an exact command that was not offered: no name in the list is looked for in it (通知列表)."""
    exact = found.interpretation.terse
    return exact is not None and exact.command.value not in {option["command"] for option in options}


def tells_more(found: Interpreted, options: Sequence[dict[str, Any]]) -> bool:
    """Whether a sentence that names what one of the options is about wants something else with it."""
    offered, best = {option["command"] for option in options}, found.interpretation.best
    return len(found.words) > SHORT and best.command is not None and best.command.value not in offered
