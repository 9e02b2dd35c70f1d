"""Whether a trouble of its own is taken for the urging of a report that has nothing to do with it: 楼上半夜蹦跶，管一管."""

import re

from handlers.conversation.supply_gone import tells_of_it
from handlers.conversation.sureness import sure
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.model.wording import names_shared
from understanding.reading import Reading
from understanding.situation import Situation

_HURRIES = re.compile(
    r"催|怎么还|还没|还不|多久|快一?点|什么时候|几天了|到现在|一直没|那[个件条]|上次|上回|刚才|报过|说过|[又再]"
)

_NOISE = re.compile(
    r"(?:半夜|夜里|深夜|凌晨|夜夜|大晚上|三更|天天晚上|每天晚上|睡不着|没法睡|让不让人睡)[^。!！]{0,16}(?:吵|闹|蹦|跳|响|唱|砸|敲|钻|拖|麻将|装修|音乐|叫)|"
    r"(?:吵|闹|蹦|响|唱|砸|敲|钻|音响|麻将|装修|广场舞|唢呐)[^。!！]{0,16}(?:半夜|夜里|深夜|凌晨|睡不着|没法睡|让不让人睡|吵死)"
)


def tells_apart(best: Candidate, situation: Situation, reading: Reading, words: str) -> bool:
    """Whether words tell of a trouble of its own, whatever they are taken for: a supply that is gone, or what hurries nothing."""
    gone = best.command is not None and tells_of_it(best.command, situation, words)
    return gone or hurries_another(best, situation, reading, words)


def hurries_another(best: Candidate, situation: Situation, reading: Reading, words: str) -> bool:
    """Whether it surely would be: a matter is told that the report is not called by, and nothing says that it was told before."""
    ticket = next((each for each in situation.tickets if each.number == best.ticket), None)
    if best.command is not CommandName.URGE_REPORT or ticket is None or _HURRIES.search(words):
        return False
    new = _NOISE.search(words) is not None or (sure(best) and reading.category is not None)
    return new and not names_shared(ticket.summary, words, ticket.place)
