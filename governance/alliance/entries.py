"""What an alliance workbook says of units, branches, contacts, pairings, agreements and milestones. Keys are codes."""

from dataclasses import dataclass
from datetime import date

from governance.alliance.kinds import AgreementKind, OrganisationKind


@dataclass(frozen=True)
class UnitEntry:
    """A unit; `place`: code of the alliance or community that it belongs to."""

    code: str
    name: str
    kind: OrganisationKind
    place: str | None = None


@dataclass(frozen=True)
class BranchEntry:
    """A branch of a unit, of a community, or on a grid; `secretary`, `members`: codes of people."""

    code: str
    name: str
    unit: str | None = None
    community: str | None = None
    grid: str | None = None
    secretary: str | None = None
    members: tuple[str, ...] = ()


ContactKey = tuple[str, str]
"""Person and unit."""


@dataclass(frozen=True)
class ContactEntry:
    """Who speaks for a unit. Days are the subdistrict's, `until` included; `since` None: from now."""

    person: str
    unit: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class PairingEntry:
    """Two branches that are paired, the neighbourhood's first; `since` None: from now."""

    code: str
    branch: str
    partner: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class AgreementEntry:
    """What they agreed on, from the first to the last day."""

    code: str
    pairing: str
    kind: AgreementKind
    title: str
    start: date
    end: date


@dataclass(frozen=True)
class MilestoneEntry:
    """What an agreement promises by a day; `owner`: code of the person who answers for it."""

    code: str
    agreement: str
    title: str
    owner: str
    due: date


@dataclass(frozen=True)
class AllianceBook:
    """All entries, each by its key, in the workbook's order."""

    units: dict[str, UnitEntry]
    branches: dict[str, BranchEntry]
    contacts: dict[ContactKey, ContactEntry]
    pairings: dict[str, PairingEntry]
    agreements: dict[str, AgreementEntry]
    milestones: dict[str, MilestoneEntry]


EMPTY_BOOK = AllianceBook({}, {}, {}, {}, {}, {})
