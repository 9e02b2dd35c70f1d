"""A mapping: how one platform's records are read, and our states and categories written in its codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from governance.connectors.standing import Owner, Standing


class Kind(StrEnum):
    """What a record is of."""

    REPORT = "report"
    WARNING = "warning"
    RATING = "rating"
    ENROLMENT = "enrolment"
    HOURS = "hours"
    PERSON = "person"
    PLACE = "place"
    THING = "thing"
    BRANCH = "branch"
    """A party branch."""
    APPOINTMENT = "appointment"
    CASE = "case"
    """How a case stands: the answer to a question, never sent by itself."""
    PATROL = "patrol"


class Gives(StrEnum):
    """What is given out to a platform."""

    OWN = "own"
    """How the matters stand that it has brought."""
    TICKETS = "tickets"
    DANGERS = "dangers"
    FINDINGS = "findings"
    """Tickets of the categories that it has codes for, and what our people have found on their rounds."""
    EVENTS = "events"
    PEOPLE = "people"
    """Those of the roster whose role it has a code for."""
    PLACES = "places"
    """Those of a type that it has a code for."""
    DUTY = "duty"
    """How many are on the shifts of the coming days."""


FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.REPORT: (
        "text", "title", "category", "place", "lat", "lon", "caller", "phone", "due", "state", "note", "urge", "number",
    ),
    Kind.WARNING: ("warning", "level", "text", "place", "starts", "ends", "state"),
    Kind.RATING: ("subject", "score", "text"),
    Kind.ENROLMENT: ("name", "phone", "place", "unit"),
    Kind.HOURS: ("name", "phone", "hours", "text"),
    Kind.PERSON: ("name", "phone", "place", "role", "unit", "branch", "state", "number"),
    Kind.PLACE: ("name", "place", "type", "lat", "lon", "state", "number"),
    Kind.THING: ("name", "type", "place", "lat", "lon", "number"),
    Kind.BRANCH: ("name", "place", "secretary", "number"),
    Kind.APPOINTMENT: ("name", "phone", "starts", "matter", "place", "state"),
    Kind.CASE: ("stage", "title", "note"),
    Kind.PATROL: ("name", "phone", "place", "text", "finding"),
}  # fmt: skip
"""Our names of what a record may hold, besides `id`, `version` and `at`, which each must have (`at` may be left out)."""
NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.REPORT: ("text",),
    Kind.WARNING: ("warning", "level"),
    Kind.RATING: ("subject", "score"),
    Kind.ENROLMENT: ("name", "place"),
    Kind.HOURS: ("name", "hours"),
    Kind.PERSON: ("name",),
    Kind.PLACE: ("name",),
    Kind.THING: ("name",),
    Kind.BRANCH: ("name",),
    Kind.APPOINTMENT: ("name", "phone", "starts", "matter"),
    Kind.CASE: ("stage",),
    Kind.PATROL: ("name", "place"),
}
"""Those of them without which a first record says nothing."""
INSTANTS = frozenset({"at", "due", "starts", "ends"})
CODED = frozenset({"category", "state", "warning", "level", "score", "role", "type"})
"""What is written in codes, each with its table."""


@dataclass(frozen=True)
class RecordMap:
    """One kind of record. `when`: what its fields must hold, as a path and a value; `fields`: ours to their path;
    `codes`: by field, theirs to ours; `back`: by field, ours to theirs where two of theirs are read as one of ours; `void`: how
    what we have declared void is told, empty: as closed.
    """

    kind: Kind
    fields: Mapping[str, str]
    when: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    back: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    silent: Sequence[str] = ()
    one_way: Sequence[str] = ()
    void: str = ""

    @property
    def void_as(self) -> str:
        """Where a matter that was declared void stands for them: always told, whatever else they have no word for."""
        return self.void or Standing.CLOSED.value

    def theirs(self, name: str, ours: str) -> str | None:
        """Our code in theirs; None where they have none."""
        told = self.back.get(name, {}).get(ours)
        if told is not None:
            return told
        return next((code for code, meaning in self.codes.get(name, {}).items() if meaning == ours), None)


@dataclass(frozen=True)
class Platform:
    """One platform. `zone`: of times that say none, empty: such a time is not taken; `versions`: whether a version is a number
    or a time; `owners`: whose word counts, by state; `public_codes`: whether its codes are those of a published list;
    `envelope`: `plain` or `cloudevents`; `items`: where in an answer or body the records are, and the next cursor.
    """

    name: str
    label: str
    records: Sequence[RecordMap]
    zone: str = ""
    versions: str = "number"
    public_codes: bool = False
    channel: str = "connect"
    envelope: str = "plain"
    silent_minutes: int = 0
    gives: frozenset[Gives] = frozenset({Gives.OWN})
    owners: Mapping[Standing, Owner] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    items: str = ""
    cursor: str = "next"

    def record(self, kind: Kind) -> RecordMap | None:
        """How records of a kind are read."""
        return next((each for each in self.records if each.kind is kind), None)
