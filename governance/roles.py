"""Roles, and the lines of work that part-time workers and departments belong to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is here. Names: design, section 4."""

    RESIDENT = "resident"
    BUILDING_LEADER = "building_leader"
    PARTY_MEMBER = "party_member"
    GRID_WORKER = "grid_worker"
    GRID_HEAD = "grid_head"
    PART_TIME_GRID_WORKER = "part_time_grid_worker"
    COMMUNITY_SECRETARY = "community_secretary"
    DEPARTMENT_OFFICER = "department_officer"
    REPAIR_CREW = "repair_crew"
    DISPATCHER = "dispatcher"
    LINKED_CADRE = "linked_cadre"
    POLICE_LIAISON = "police_liaison"
    CITY_MANAGEMENT = "city_management"
    UNIT_CONTACT = "unit_contact"
    COUNCIL_MEMBER = "council_member"
    SUBDISTRICT_LEAD = "subdistrict_lead"
    ADMINISTRATOR = "administrator"


class Line(StrEnum):
    """A line of work. Source: seed, the part-time grid workers' six lines."""

    PARTY_BUILDING = "party_building"
    CITY_MANAGEMENT = "city_management"
    PUBLIC_SECURITY = "public_security"
    CIVIL_AFFAIRS = "civil_affairs"
    WORK_SAFETY = "work_safety"
    LAW_ENFORCEMENT = "law_enforcement"


AT_GRID = frozenset({Role.GRID_WORKER, Role.GRID_HEAD, Role.PART_TIME_GRID_WORKER})
"""These are posted to a grid; all others to a place."""

WITH_LINE = frozenset({Role.PART_TIME_GRID_WORKER, Role.DEPARTMENT_OFFICER})
"""These belong to a line; for the others it says nothing."""

STAFF = frozenset(Role) - {Role.RESIDENT, Role.PARTY_MEMBER, Role.UNIT_CONTACT, Role.COUNCIL_MEMBER}
"""Those who have a duty that somebody must take over when they are away."""


@dataclass(frozen=True)
class Term:
    """A role held for a time: from `since` until before `until` (UTC; None: open), at one place or grid, by id."""

    role: Role
    since: datetime
    until: datetime | None
    place_id: int | None = None
    grid_id: int | None = None
    line: Line | None = None

    def holds(self, now: datetime) -> bool:
        """Whether the term runs at `now`."""
        return self.since <= now and (self.until is None or now < self.until)
