"""What is said of a danger that was told before: it hurries that report, and makes no second one."""

from handlers.catalogue import Effect
from handlers.conversation.sureness import ABOUT_OWN_TICKET, SURE, TOLD, sure
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.fitting_ticket import DONE
from understanding.named import danger_named, named_alone, numbered_alone
from understanding.reading import Reading, says_where
from understanding.reference import refers_back
from understanding.situation import Situation

_PRESSES = frozenset({CommandName.SUPERVISE_TICKET, CommandName.ADD_REMARK})
"""The same of who oversees it: with words of a danger it is more than pressing."""
ASKS = 0.9
"""So plainly must a text with a danger in so many words be a question only, for the danger not to be told on."""


def dangerous_again(best: Candidate, reading: Reading, words: str, situation: Situation) -> Candidate | None:
    """What is said of a danger that the writer has reported already (那个锅又冒烟了): it hurries that report.

    Of a matter that the writer oversees: it is noted there, and makes that one a danger.
    """
    if reading.hazard is None or says_where(reading):
        return None
    if best.command not in ABOUT_OWN_TICKET | TOLD | _PRESSES and sure(best):
        return None
    if best.command is CommandName.SHOW_PROGRESS and best.probability >= (
        ASKS if reading.hazard.sure else SURE[Effect.NONE]
    ):
        return None
    open_ones = [each for each in situation.tickets if each.state not in DONE]
    reported = [each for each in open_ones if each.mine == "reporter"]
    numbered = numbered_alone(words, reported)
    if numbered is not None:
        return Candidate(CommandName.URGE_REPORT, best.probability, ticket=numbered.number)
    named = danger_named(words, reported)
    back = refers_back(words)
    if named is not None and (back or named.number in situation.at_hand):
        return Candidate(CommandName.URGE_REPORT, best.probability, ticket=named.number)
    if not back:
        return None
    named = named_alone(words, [each for each in open_ones if not each.mine])
    return None if named is None else Candidate(CommandName.ADD_REMARK, best.probability, ticket=named.number)
