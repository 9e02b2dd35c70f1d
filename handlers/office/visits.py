"""Visits at the back office: how the month stands by who goes, what is planned, what came of it; notes to few, with a trace."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from governance.days import next_month
from governance.permissions import Act
from governance.visits.choosing import Sign
from handlers.context import Context
from handlers.office.staff import Staff, may_here, places_of
from handlers.visits.outcomes import CadreLine, Home, Left, PlannedLine
from handlers.visits.queries import by_cadre, first_quarter_shown, is_late, left, lines_of
from handlers.visits.words import RESULT, home, why
from storage.audit import AuditEntry, note_by
from storage.households import HouseholdRow, households, reason_kept
from storage.people import names_of
from storage.planned_visits import PlannedRow, planned_at, planned_for
from storage.visits import MadeVisit, notes_of, visit_made, visits_made
from storage.yard_problems import ProblemRow, problems_at
from storage.year_looks import LookRow, looks_at

MOST = 200


@dataclass(frozen=True)
class Planned:
    """A planned visit as the page shows it. `kept`: the household, where the reader may read why it is kept in view."""

    line: PlannedLine
    home: str
    result: str
    settled: bool
    kept: int | None


@dataclass(frozen=True)
class Made:
    """A visit that was made. `noted`: whether the reader may read what was noted."""

    visit: MadeVisit
    home: str
    who: str
    noted: bool


@dataclass(frozen=True)
class Problem:
    """A courtyard's problem of a quarter."""

    row: ProblemRow
    yard: str
    owner: str
    late: bool


@dataclass(frozen=True)
class Look:
    """What a year's look-back asked, and what came of it."""

    row: LookRow
    place: str


@dataclass(frozen=True)
class VisitsPage:
    """A month. `plans`: whether the reader plans it; else they see their own alone."""

    month: date
    left: Left
    people: tuple[CadreLine, ...]
    planned: list[Planned]
    made: list[Made]
    problems: list[Problem]
    looks: list[Look]
    plans: bool


FIELDS = (
    "month", "due_on", "place", "why", "points", "cadre", "liaison", "officer", "contact", "result", "tries", "settled_at",
)  # fmt: skip

LOOK_FIELDS = ("year", "look", "place", "kind", "number", "asked", "holds", "against", "reopened_at")


def visits_for(ctx: Context, staff: Staff, month: date) -> VisitsPage:
    """The reader's area where they plan, else what is theirs."""
    plans = staff.may(Act.PLAN_VISITS)
    rows = _planned_rows(ctx, staff, month)
    last = next_month(month) - timedelta(days=1)
    places = places_of(ctx, staff, Act.PLAN_VISITS if plans else Act.VISIT)
    made = visits_made(ctx.uow, places, month, last, MOST, None if plans else staff.person_id)
    return VisitsPage(
        month, left(rows), by_cadre(ctx, rows), _shown(ctx, rows, plans), _made(ctx, staff, made), _problems(ctx, places),
        looks_for(ctx, places) if plans else [], plans,
    )  # fmt: skip


def note_read(ctx: Context, staff: Staff, visit_id: int) -> str | None:
    """What was noted, and why the household is kept in view, to who wrote it and who plans there; None for others. Each look
    leaves a trace.
    """
    visit = visit_made(ctx.uow, visit_id)
    if visit is None or not _may_read(ctx, staff, visit):
        return None
    note_by(ctx.uow, staff.actor, AuditEntry("visit.read", f"visit:{visit.id}"), ctx.now)
    return notes_of(ctx.uow, [visit.id]).get(visit.id, "")


def reason_read(ctx: Context, staff: Staff, household_id: int) -> str | None:
    """Why a household is kept in view, to who said so and who plans there; None for others. Each look leaves a trace."""
    row, kept = households(ctx.uow, [household_id]).get(household_id), reason_kept(ctx.uow, household_id)
    if row is None or kept is None or not may_here(ctx, staff, Act.PLAN_VISITS, row.place_id):
        return None
    note_by(ctx.uow, staff.actor, AuditEntry("household.read", f"household:{household_id}"), ctx.now)
    return kept[0]


def plan_records(ctx: Context, month: date, places: Collection[int] | None) -> Iterator[dict[str, Any]]:
    """The month's plan as rows of a file, without what was noted."""
    rows = planned_at(ctx.uow, month, places)
    names = names_of(ctx.uow, sorted({person for row in rows for person in row.team.people}))
    for row, line in zip(rows, lines_of(ctx, rows), strict=True):
        team = row.team
        yield {
            "month": f"{month:%Y-%m}", "due_on": row.due_on.isoformat(), "place": home(line.home, ctx.here),
            "why": why(row.signs), "points": row.points, "cadre": names.get(team.cadre or 0),
            "liaison": names.get(team.liaison or 0), "officer": names.get(team.officer or 0),
            "contact": names.get(team.contact or 0), "result": None if row.result is None else RESULT[row.result],
            "tries": row.tries,
            "settled_at": None if row.settled_at is None else row.settled_at.astimezone(ctx.config.zone).isoformat(),
        }  # fmt: skip


def looks_for(ctx: Context, places: Collection[int] | None) -> list[Look]:
    """The look-backs at these places, the newest first."""
    return [Look(row, ctx.places.full_name(row.place_id)) for row in looks_at(ctx.uow, places)]


def look_records(ctx: Context, places: Collection[int] | None) -> Iterator[dict[str, Any]]:
    """The look-backs as rows of a file; nobody is named."""
    for each in looks_for(ctx, places):
        row = each.row
        yield {
            "year": row.year, "look": row.id, "place": each.place, "kind": "problem" if row.problem_id else "visit",
            "number": row.number or row.problem_id, "asked": row.asked, "holds": row.holds, "against": row.against,
            "reopened_at": None if row.reopened_at is None else row.reopened_at.astimezone(ctx.config.zone).isoformat(),
        }  # fmt: skip


def _planned_rows(ctx: Context, staff: Staff, month: date) -> list[PlannedRow]:
    if staff.may(Act.PLAN_VISITS):
        return planned_at(ctx.uow, month, places_of(ctx, staff, Act.PLAN_VISITS))
    return planned_for(ctx.uow, month, [staff.person_id])


def _shown(ctx: Context, rows: list[PlannedRow], plans: bool) -> list[Planned]:
    return [
        Planned(
            line, home(line.home, ctx.here), "" if row.result is None else RESULT[row.result], row.settled_at is not None,
            row.household_id if plans and Sign.KEY in row.signs else None,
        )
        for row, line in zip(rows, lines_of(ctx, rows), strict=True)
    ]  # fmt: skip


def _problems(ctx: Context, places: Collection[int] | None) -> list[Problem]:
    """Of the last year, at these places."""
    found = problems_at(ctx.uow, places, first_quarter_shown(ctx))
    names = names_of(ctx.uow, sorted({each.owner_id for each in found}))
    return [
        Problem(each, ctx.places.full_name(each.place_id), names.get(each.owner_id, ""), is_late(each, ctx.today))
        for each in found
    ]


def _made(ctx: Context, staff: Staff, made: list[MadeVisit]) -> list[Made]:
    known = households(ctx.uow, [each.household_id for each in made if each.household_id is not None])
    names = names_of(ctx.uow, sorted({each.person_id for each in made}))
    return [
        Made(each, home(_home(each, known), ctx.here), names.get(each.person_id, ""), _may_read(ctx, staff, each))
        for each in made
    ]


def _home(visit: MadeVisit, known: dict[int, HouseholdRow]) -> Home:
    row = None if visit.household_id is None else known.get(visit.household_id)
    return Home(visit.place_id, None if row is None else row.room or "")


def _may_read(ctx: Context, staff: Staff, visit: MadeVisit) -> bool:
    return visit.person_id == staff.person_id or may_here(ctx, staff, Act.PLAN_VISITS, visit.place_id)
