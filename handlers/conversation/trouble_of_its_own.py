"""Whether a trouble of its own is taken for the urging of a report that has nothing to do with it: 楼上半夜蹦跶，管一管."""

import re

from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.model.wording import names_shared
from understanding.reading import Reading
from understanding.situation import Situation

_HURRIES = re.compile(
    r"催|怎么还|还没|还不|多久|快一?点|什么时候|几天了|到现在|一直没|那[个件条]|上次|上回|刚才|报过|说过|[又再]"
)


def hurries_another(best: Candidate, situation: Situation, reading: Reading, words: str) -> bool:
    """Whether it is: a matter is told that the report is not called by, and nothing says that it was told before."""
    ticket = next((each for each in situation.tickets if each.number == best.ticket), None)
    if best.command is not CommandName.URGE_REPORT or ticket is None or reading.category is None:
        return False
    return _HURRIES.search(words) is None and not names_shared(ticket.summary, words, ticket.place)
