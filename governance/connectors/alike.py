"""What of one platform may be the same as what of another, or as ours: proposed to a person with the reason, never joined alone."""

from dataclasses import dataclass
from enum import StrEnum

from governance.things.datum import metres

NEAR_M = 10.0


class Subject(StrEnum):
    """What is held against each other; each only against its like."""

    PERSON = "person"
    PLACE = "place"
    THING = "thing"
    BRANCH = "branch"


class Why(StrEnum):
    """Why two may be one, the strongest first."""

    NUMBER = "number"
    """One names the number of the other."""
    ALL = "all"
    """A person's name and telephone number."""
    PHONE = "phone"
    HERE = "here"
    """The same place by its words."""
    NEAR = "near"
    NAME = "name"


STRENGTH = {why: -place for place, why in enumerate(Why)}


@dataclass(frozen=True)
class Marks:
    """As far as something says whether it is the same as another. `name`, `phone`: digests or words, empty where it says none;
    `code`: our number of it; `place`: ours; degrees in WGS-84.
    """

    kind: Subject
    name: str = ""
    phone: str = ""
    code: str = ""
    type: str = ""
    place: int | None = None
    lat: float | None = None
    lon: float | None = None


def why_alike(one: Marks, other: Marks) -> Why | None:
    """The strongest reason; None where there is none."""
    if one.kind is not other.kind:
        return None
    if one.code and one.code == other.code:
        return Why.NUMBER
    same_name = bool(one.name) and one.name == other.name
    match one.kind:
        case Subject.PERSON:
            same_phone = bool(one.phone) and one.phone == other.phone
            if same_phone:
                return Why.ALL if same_name else Why.PHONE
            return Why.NAME if same_name else None
        case Subject.BRANCH:
            return Why.NAME if same_name else None
    if one.type and other.type and one.type != other.type:
        return None
    if one.kind is Subject.PLACE and one.place is not None and one.place == other.place:
        return Why.HERE
    if _near(one, other):
        return Why.NEAR
    here = one.place == other.place or one.kind is Subject.PLACE
    return Why.NAME if same_name and here else None


def wholly_alike(one: Marks, other: Marks) -> bool:
    """Whether nothing is left for a person to look at: a name and, of a person, the telephone number, of others the place.

    Who names the number of another than this is not; a branch has no place, and is told by name and number.
    """
    other_number = bool(one.code and other.code) and one.code != other.code
    if one.kind is not other.kind or not one.name or one.name != other.name or other_number:
        return False
    match one.kind:
        case Subject.PERSON:
            return bool(one.phone) and one.phone == other.phone
        case Subject.BRANCH:
            return bool(one.code) and one.code == other.code
    return one.place is not None and one.place == other.place


def _near(one: Marks, other: Marks) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return metres((one.lat, one.lon), (other.lat, other.lon)) <= NEAR_M


def changed(before: dict[str, str], now: dict[str, str], times: dict[str, str], at: str) -> dict[str, str]:
    """Since when each field is as it is: what has not changed keeps its time."""
    return {name: times[name] if before.get(name) == value and name in times else at for name, value in now.items()}


class PhoneChange(StrEnum):
    """Who has changed a number since both last knew the same."""

    NOBODY = "nobody"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


def who_changed(agreed: str, ours: str, theirs: str) -> PhoneChange:
    """By the marks of three numbers; what says none changes nothing."""
    if not theirs or theirs == ours:
        return PhoneChange.NOBODY
    if theirs == agreed:
        return PhoneChange.OURS
    return PhoneChange.THEIRS if ours == agreed else PhoneChange.BOTH
