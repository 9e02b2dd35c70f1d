"""One thing that a text may want."""

from dataclasses import dataclass

from understanding.command_names import CommandName

SETTLED = 0.95
"""How likely is what plain words settle, whatever the model holds likely."""


@dataclass(frozen=True)
class Candidate:
    """`command` None: the text answers the open question. `variant`: in which way (good, yes). `sure_of_target`: how likely the
    ticket or shift is the one that is meant, if the command is. `words`: the part of the text that says it, where it is not all.
    """

    command: CommandName | None
    probability: float
    variant: str = ""
    ticket: str | None = None
    shift: int | None = None
    sure_of_target: float = 1.0
    words: str = ""
