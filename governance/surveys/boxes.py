"""Anonymous answers in boxes: many in one, in no order of time, and after the end without any sign of whose they were."""

from collections.abc import Mapping

Held = Mapping[str, Mapping[str, str]]
"""By a mark that only who knows the survey's secret can make of somebody: by question, the answer."""
A_BOX = 64
"""So many people share a box: enough to hide in, few enough to write anew for each answer."""


def boxes_for(people: int) -> int:
    """How many boxes a survey has: with few people one, so that nobody has one of their own."""
    return max(people // A_BOX, 1)


def box_of(mark: str, boxes: int) -> int:
    """In which of so many boxes the answers under a mark lie."""
    return int(mark[:8], 16) % boxes


def with_answer(held: Held, mark: str, question: int, answer: str) -> dict[str, dict[str, str]]:
    """The box with an answer, in place of an earlier one; sorted by marks, which say nothing of when."""
    found = {each: dict(answers) for each, answers in held.items()}
    found.setdefault(mark, {})[str(question)] = answer
    return {each: dict(sorted(found[each].items())) for each in sorted(found)}


def without_marks(boxes: list[Held]) -> dict[str, list[str]]:
    """All answers of all boxes by question, sorted by what they say: not even those of one person stand together."""
    found: dict[str, list[str]] = {}
    for held in boxes:
        for answers in held.values():
            for question, answer in answers.items():
                found.setdefault(question, []).append(answer)
    return {question: sorted(answers) for question, answers in sorted(found.items())}
