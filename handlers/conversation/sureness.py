"""How sure the likeliest wish must be for its effect, and which wishes are of one's own report or of none."""

from handlers.catalogue import Effect, effect_of
from understanding.candidate import Candidate
from understanding.command_names import CommandName

SURE = {Effect.NONE: 0.5, Effect.REVERSIBLE: 0.6, Effect.BINDING: 0.9}
"""How likely a command must be before it is done. Chosen on voices that the model had not learned from."""
TOLD = frozenset({
    CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION, CommandName.START_REPORT, CommandName.CANCEL_DIALOGUE,
    CommandName.ASK_PERSON, CommandName.PATROL,
})  # fmt: skip
ABOUT_OWN_TICKET = frozenset({
    CommandName.URGE_REPORT, CommandName.ADD_REMARK, CommandName.SHOW_PROGRESS, CommandName.REOPEN_TICKET,
    CommandName.LOOK_BACK_AGAIN, CommandName.RELAY_TO_WORKER, CommandName.CORRECT_REPORT,
})  # fmt: skip


def sure(candidate: Candidate) -> bool:
    """Whether it is likely enough to be done."""
    return candidate.command is not None and candidate.probability >= SURE[effect_of(candidate.command)]
