"""What somebody said as the answer to a question."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from governance.surveys.kinds import Form

LONGEST_ANSWER = 300
LEAST_TOGETHER = 3
"""Of fewer anonymous answers it would be known whose they are."""
_NUMBERS = re.compile(r"\d{1,2}(?:[\s,，、.;；和]*\d{1,2})*")
_EACH = re.compile(r"\d{1,2}")
_LABELLED = re.compile(r"(\d{1,2})[\s.、:：]*(.+)")
_BETWEEN = re.compile(r"[\s,，、;；]+")


def answer_in(form: Form, choices: Sequence[str], said: str) -> str | None:
    """The answer as it is kept: the numbers of the choices, joined by commas, or the words; None where it is none."""
    words = said.strip()
    if not words:
        return None
    if form is Form.WORDS:
        return words[:LONGEST_ANSWER]
    chosen = _chosen(choices, words)
    if not chosen or (form is Form.ONE and len(chosen) > 1):
        return None
    return ",".join(str(each) for each in chosen)


def chosen_in(answer: str) -> tuple[int, ...]:
    """The numbers of the choices that an answer as it is kept holds, from 1."""
    return tuple(int(each) for each in answer.split(",") if each.isdigit())


def counted(choices: Sequence[str], answers: Iterable[str]) -> tuple[int, ...]:
    """How many chose each, in the order of the choices."""
    found = Counter(number for answer in answers for number in chosen_in(answer))
    return tuple(found[at] for at in range(1, len(choices) + 1))


def says_whose(answers: int, *, anonymous: bool, is_vote: bool) -> bool:
    """Whether it would be known who said what if so few anonymous answers were shown; what came of a vote is always told."""
    return anonymous and not is_vote and answers < LEAST_TOGETHER


def share(count: int, answers: int) -> int:
    """A count as whole per cent of those who answered; 0 where nobody did."""
    return 0 if answers <= 0 else (count * 200 + answers) // (answers * 2)


def _chosen(choices: Sequence[str], words: str) -> tuple[int, ...]:
    """By number (1、3), by number and words as a tap says it (1 满意), or by words; nothing where any of it is not there."""
    if _NUMBERS.fullmatch(words):
        found = [int(each) for each in _EACH.findall(words)]
        if len(found) == 1 and len(words) > 1 and int(words) > len(choices):
            found = [int(letter) for letter in words]  # 13: the first and the third
        return _there(choices, found)
    labelled = _LABELLED.fullmatch(words)
    if labelled and _same(labelled[2]) == _named(choices, int(labelled[1])):
        return (int(labelled[1]),)
    known = {_same(choice): at for at, choice in enumerate(choices, 1)}
    if _same(words) in known:
        return (known[_same(words)],)
    parts = [known.get(_same(part)) for part in _BETWEEN.split(words) if part]
    return _there(choices, [0 if part is None else part for part in parts])


def _there(choices: Sequence[str], found: Sequence[int]) -> tuple[int, ...]:
    if any(not 1 <= each <= len(choices) for each in found):
        return ()
    return tuple(sorted(set(found)))


def _named(choices: Sequence[str], number: int) -> str:
    return _same(choices[number - 1]) if 1 <= number <= len(choices) else ""


def _same(words: str) -> str:
    return words.strip(" 。.!！,，").lower()
