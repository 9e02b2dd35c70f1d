"""A thing as a file tells of it. Keys are the codes that staff gave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from governance.things.datum import Point
from governance.things.kinds import ThingKind


@dataclass(frozen=True, slots=True)
class ThingEntry:
    """`place`, `keeper_person`, `keeper_unit`: ids; degrees in WGS-84; `line`: points of what is long, as text; `fields`: its own,
    as pairs; `given`: which columns the file has for it: what it does not have stays.
    """

    code: str
    kind: ThingKind
    name: str
    place: int
    spot: str
    lat: float | None
    lon: float | None
    line: str | None
    keeper_person: int | None
    keeper_unit: int | None
    keeper: str | None
    contract: str | None
    contract_until: date | None
    warranty_until: date | None
    fields: tuple[tuple[str, str], ...]
    ended: bool
    given: frozenset[str]


@dataclass(frozen=True)
class Known:
    """What a file of things may refer to: ids by code, where a name is of one only by name as well; `points`: of places that have
    one, in WGS-84; `nearest`: the place that is nearest to a point, with its metres.
    """

    places: Mapping[str, int]
    people: Mapping[str, int]
    units: Mapping[str, int]
    points: Mapping[int, Point]
    nearest: Callable[[Point], tuple[int, float] | None]
    grids: Mapping[str, int]
