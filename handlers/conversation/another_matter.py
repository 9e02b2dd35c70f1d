"""Words that are no answer although a question stands: they tell, with its place, of a matter that the question is not about."""

import re
from collections.abc import Iterable

from handlers.conversation.interpreting import Interpreted
from understanding.model.wording import names_shared
from understanding.reading import says_where
from understanding.summary import says_what_is_wrong

SHORTEST = 8
_ANSWERS = re.compile(
    r"[\s,，。!！嗯哦噢啊呃]*(?:还|仍|有|没|对|是|不|好|就|在|已|现在|刚才|那个?|这个?|第|[0-9][\s,，.、。])"
)
"""How an answer begins, and who speaks of what was spoken of before."""


def tells_another_matter(found: Interpreted, asked_about: Iterable[str]) -> bool:
    """Whether a text says where and what is wrong, and shares no name with what the question is about; the places aside.

    `asked_about`: the words of the tickets that are asked about. Without any nobody can tell, and the words may be an answer.
    """
    about = [words for words in asked_about if words]
    if not about or len(found.words) < SHORTEST or _ANSWERS.match(found.words):
        return False
    if not says_where(found.reading) or not (found.reading.hazard or says_what_is_wrong(found.words)):
        return False
    return not any(names_shared(words, found.words, found.reading.said or "") for words in about)


def words_of(found: Interpreted, number: str | None) -> str:
    """What the sender's ticket of this number is about, as far as they know it; empty for none."""
    return next((ticket.summary for ticket in found.situation.tickets if ticket.number == number), "")
