"""What one message says, read once: category, danger, urgency, place, and whether it is several things."""

from dataclasses import dataclass

from understanding.categories import CATEGORIES, Category, categorise
from understanding.danger import judged, life_in
from understanding.hazard import OF_A_LIFE, Hazard, hazard_in
from understanding.learned import LearnedModel
from understanding.normalise import plain
from understanding.place import place_text
from understanding.place_index import PlaceIndex
from understanding.place_search import Candidate, Reason, decided, search
from understanding.trouble import CATEGORY_OF, trouble_in
from understanding.urgency import urgency_of

LEARNED_SURE = 0.5
PERSON = "person"
"""The category of somebody in danger."""
READ = 2000
"""Characters of a long letter that are read for their meaning; all of it is kept."""


@dataclass(frozen=True)
class Reading:
    """`place` is set when it is clear; `candidates` are what it may be; `said` the words of place that stand in the text."""

    category: Category | None
    hazard: Hazard | None
    urgency: str
    place: Candidate | None
    candidates: tuple[Candidate, ...]
    said: str | None


def read_report(
    normalised: str, index: PlaceIndex, home: int | None = None, categories: tuple[Category, ...] = CATEGORIES,
    learned: LearnedModel | None = None, danger: tuple[float, bool] | None = None, there: int | None = None,
) -> Reading:  # fmt: skip
    """Reads a report; `home`: the sender's building where it is known; `learned` is asked where it is sure; `there`: where they
    are at work today.

    `danger`: how likely it tells of one, and whether the model is puzzled; without them only the signs count.
    """
    text = plain(normalised[:READ])
    hazard = hazard_in(text)
    hazard = judged(text, hazard, *danger) if danger is not None else life_in(text, 0.0) or hazard
    category = (
        _learned(text, categories, learned) or categorise(text, categories).category or _of_trouble(text, categories)
    )
    if hazard is not None and hazard.sure and hazard.danger in OF_A_LIFE:
        category = next((each for each in (*categories, *CATEGORIES) if each.code == PERSON), category)
    candidates = search(index, text, home, there)
    return Reading(
        category, hazard, urgency_of(text, category, hazard), decided(candidates), candidates, place_text(text)
    )


def is_complete(reading: Reading) -> bool:
    """Whether a text says where and what, as a report does."""
    return reading.category is not None and says_where(reading)


def says_where(reading: Reading) -> bool:
    """Whether a text names a place, be it one that is known or only in words; that the writer's home is known says none."""
    return reading.said is not None or any(each.reason is not Reason.HOME for each in reading.candidates)


def _learned(text: str, categories: tuple[Category, ...], model: LearnedModel | None) -> Category | None:
    """The category that the model is sure of, when it is one of the table's (by code or name)."""
    if model is None:
        return None
    label, share = model.label_of(text)
    if share < LEARNED_SURE:
        return None
    return next((each for each in categories if label in (each.code, each.name, each.full_name)), None)


def _of_trouble(text: str, categories: tuple[Category, ...]) -> Category | None:
    """The category of a trouble that all may have, told in words that no category knows (1幢一滴水都没有)."""
    kind = trouble_in(text)
    return None if kind is None else next((each for each in categories if each.code == CATEGORY_OF.get(kind)), None)
