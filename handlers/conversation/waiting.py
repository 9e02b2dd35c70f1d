"""What a command that waits for a place, a person or a number takes for it; what else is said is no answer, and is done."""

import re
from collections.abc import Callable
from typing import Any

from handlers.context import Here
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.questions import Question, Wants, asked_for
from handlers.conversation.reply import PLAINLY
from handlers.registry import READS
from handlers.reporting.whereabouts import says_only_a_place
from handlers.said import Said
from storage.dialogues import OpenQuestion
from understanding.building_name import BUILDING
from understanding.called import colleague_said
from understanding.command_names import CommandName
from understanding.duty import to_anyone
from understanding.meaning import Meaning
from understanding.nomination import full_name, joined, says_code, says_unsure
from understanding.place_search import search
from understanding.reading import is_complete
from understanding.replies import like_a_place
from understanding.walks import tells_of_wrong
from understanding.whom import tells_whom

_NUMERAL = re.compile(r"[0-9一二三四五六七八九十]")
LONGEST_PLACE, LONGEST_NAME = 40, 8
_IS_NOTHING = frozenset({CommandName.HEAR_TALK, CommandName.CHOOSE_HOME, CommandName.CANCEL_DIALOGUE, None})
"""What a place or a name by itself looks like to the model."""
_COURTESY = frozenset({CommandName.GREET, CommandName.SAY_THANKS})
_OF_NO_TROUBLE = frozenset(
    {CommandName.NOMINATE, CommandName.ENROL, CommandName.CORRECT_MY_DATA, CommandName.OFFER_SWAP}
)


def looks_like_answer(data: dict[str, Any], found: Interpreted, here: Here) -> bool:
    """Whether words may be what a slot waits for."""
    wants = Wants(data.get("wants", Wants.WORDS))
    if wants is Wants.WORDS:
        return True
    plainly = _is_plainly(found, asked_for(data))
    return _LOOKS[wants](found, here, plainly)


def is_courtesy(found: Interpreted) -> bool:
    """Whether somebody only greets or thanks: that is the note of nothing."""
    exact, best = found.interpretation.terse, found.interpretation.no_answer.best
    if exact is not None:
        return exact.command in _COURTESY
    return best.command in _COURTESY and best.probability >= PLAINLY and len(found.words) <= LONGEST_NAME


def tells_of_trouble(waiting: CommandName, found: Interpreted) -> bool:
    """Whether a command that waits for no trouble hears of one, with its place, and plainly as a report."""
    best = found.interpretation.no_answer.best
    plainly = best.command is CommandName.REPORT_PROBLEM and best.probability >= PLAINLY
    return waiting in _OF_NO_TROUBLE and plainly and is_complete(found.reading) and tells_of_wrong(found.words)


def misses_its_answer(question: OpenQuestion) -> bool:
    """Whether a question that what was said does not answer wants something of which one sees what it is."""
    return question.kind == Question.DETAIL and question.data.get("wants", Wants.WORDS) != Wants.WORDS


def asked_again(question: OpenQuestion, here: Here) -> Any:
    """The command that waits, as far as it was said: it asks once more."""
    waiting, before = asked_for(question.data), question.data["before"]
    return READS[waiting](Said(before, before, Meaning(waiting, question.data["number"], before.lower())), here)


def with_answer(waiting: CommandName, before: str, words: str, here: Here) -> str:
    """What a command has said so far, with the answer."""
    return joined(here.places, before, words) if waiting is CommandName.NOMINATE else before + words


def _is_plainly(found: Interpreted, waiting: CommandName) -> bool:
    """Whether the words say something else by themselves: a command, or a trouble with its place."""
    exact = found.interpretation.terse
    if exact is not None:
        return exact.command not in _IS_NOTHING
    best = found.interpretation.no_answer.best
    other = best.command not in _IS_NOTHING and best.command is not waiting and best.probability >= PLAINLY
    return other or is_complete(found.reading) or found.reading.hazard is not None


def _place(found: Interpreted, here: Here, plainly: bool) -> bool:
    words = found.words
    if says_only_a_place(here.places, words) or says_code(words) or says_unsure(words):
        return True
    named = BUILDING.search(words) is not None or bool(search(here.places, words, here.home))
    if full_name(words) is not None:
        return True
    if plainly or len(words) > LONGEST_PLACE:
        return False
    return named or (len(words) <= LONGEST_NAME and like_a_place(words))


def _person(found: Interpreted, _here: Here, plainly: bool) -> bool:
    words = found.words.lower()
    if to_anyone(words) or colleague_said(words) == words:
        return True
    return not plainly and (tells_whom(words) or colleague_said(words) is not None or len(words) <= LONGEST_NAME)


def _number(found: Interpreted, _here: Here, _plainly: bool) -> bool:
    return _NUMERAL.search(found.words) is not None


_LOOKS: dict[Wants, Callable[[Interpreted, Here, bool], bool]] = {
    Wants.PLACE: _place, Wants.PERSON: _person, Wants.NUMBER: _number
}  # fmt: skip
