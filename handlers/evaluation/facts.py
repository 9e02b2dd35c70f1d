"""The facts of a round: what units, pairings and projects did in its days, from where it is kept anyway."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from governance.clock import local_day
from governance.days import end_of, start_of
from governance.evaluation.kinds import Evaluated, FactKind
from governance.evaluation.scoring import Fact
from governance.milestones import Deadline, Standing, standing_of
from handlers.alliance.finding import Sides, place_of, runs, sides_of
from handlers.context import Context
from handlers.evaluation import words
from handlers.projects.finding import veiled
from handlers.texts.work import day
from storage.alliance import MilestoneRow, agreements_of, all_pairings, lectures_of, milestones_of
from storage.duty.hours import minutes_by_person
from storage.evaluation_facts import (
    DoneProject,
    came_of_units,
    done_projects,
    members_of_branches,
    members_of_units,
    taken_on,
)
from storage.organisations import present_organisations

LONGEST = 80


@dataclass(frozen=True)
class Found:
    """Something to evaluate, with its facts."""

    kind: Evaluated
    ref_id: int
    name: str
    place_id: int | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Span:
    """The days of a round, both included."""

    first: date
    last: date


def gathered(ctx: Context, span: Span) -> list[Found]:
    """Every present unit, every pairing that runs, every project that was done; the clock's order: by kind, then by age."""
    sides = sides_of(ctx, [each for each in all_pairings(ctx.uow) if runs(each, ctx)])
    together = _together(ctx, sides, span)
    minutes = minutes_by_person(ctx.uow, span.first, span.last)
    done = done_projects(ctx.uow, start_of(span.first, ctx.config.zone), end_of(span.last, ctx.config.zone))
    return [
        *_units(ctx, sides, together, minutes, done, span),
        *_pairings(ctx, sides, together, minutes),
        *(_project(ctx, each) for each in done if each.units),
    ]


def _together(ctx: Context, sides: list[Sides], span: Span) -> dict[int, list[Fact]]:
    """What each pairing did: milestones and lectures, by the pairing's id."""
    found: dict[int, list[Fact]] = {each.pairing.id: [] for each in sides}
    of_agreement = {each.id: each.pairing_id for each in agreements_of(ctx.uow, found)}
    for milestone in milestones_of(ctx.uow, of_agreement):
        kind = _kind_of(ctx, milestone, span)
        if kind is not None:
            about = words.MILESTONE.format(number=milestone.id, title=_veiled(ctx, milestone.title))
            found[of_agreement[milestone.agreement_id]].append(Fact(kind, 1, f"milestone:{milestone.id}", about))
    for lecture in lectures_of(ctx.uow, found, span.first, span.last):
        topic = sha256(lecture.topic.encode()).hexdigest()[:8]
        about = words.LECTURE.format(day=day(lecture.held_on), topic=_veiled(ctx, lecture.topic))
        source = f"lecture:{lecture.pairing_id}:{lecture.held_on}:{topic}"
        found[lecture.pairing_id].append(Fact(FactKind.LECTURE, 1, source, about))
    return found


def _kind_of(ctx: Context, milestone: MilestoneRow, span: Span) -> FactKind | None:
    """It counts on the day on which it was proved; one that nobody proved, once its own day is over."""
    proved = None if milestone.proved_at is None else local_day(milestone.proved_at, ctx.config.zone)
    if proved is not None and proved > span.last:
        proved = None
    counts = proved or milestone.due_on
    if not span.first <= counts <= span.last:
        return None
    standing = standing_of(Deadline(milestone.due_on, proved, milestone.dropped_at is not None), span.last)
    return {
        Standing.IN_TIME: FactKind.MILESTONE_IN_TIME, Standing.AFTERWARDS: FactKind.MILESTONE_LATE,
        Standing.LATE: FactKind.MILESTONE_MISSED,
    }.get(standing)  # fmt: skip


def _units(
    ctx: Context,
    sides: list[Sides],
    together: dict[int, list[Fact]],
    minutes: dict[int, int],
    done: list[DoneProject],
    span: Span,
) -> list[Found]:
    facts: dict[int, list[Fact]] = {unit: [] for unit in members_of_units(ctx.uow)}
    for each in sides:
        for unit in {each.ours.organisation_id, each.theirs.organisation_id} & set(facts):
            facts[unit or 0] += together[each.pairing.id]
    for unit, people in members_of_units(ctx.uow).items():
        facts[unit] += _hours(people, minutes)
    for came in came_of_units(ctx.uow, span.first, span.last):
        about = words.CAME.format(shift=came.shift_id, day=day(came.day), people=came.people)
        facts.get(came.organisation_id, []).append(Fact(FactKind.HOURS, came.minutes, f"shift:{came.shift_id}", about))
    for project in done:
        for unit in project.units:
            facts.get(unit, []).extend(_of_project(ctx, project))
    zone = ctx.config.zone
    for call in taken_on(ctx.uow, start_of(span.first, zone), end_of(span.last, zone)):
        about = words.TAKE_ON.format(ticket=call.ticket)
        facts.get(call.organisation_id, []).append(Fact(FactKind.TAKE_ON, 1, f"take_on:{call.id}", about))
    return [
        Found(Evaluated.UNIT, unit.id, unit.name, unit.place_id, tuple(facts[unit.id]))
        for unit in present_organisations(ctx.uow)
    ]


def _pairings(
    ctx: Context, sides: list[Sides], together: dict[int, list[Fact]], minutes: dict[int, int]
) -> list[Found]:
    members = members_of_branches(ctx.uow, {branch.id for each in sides for branch in (each.ours, each.theirs)})
    return [
        Found(
            Evaluated.PAIRING, each.pairing.id, words.PAIRING.format(ours=each.ours.name, theirs=each.theirs.name),
            place_of(ctx, each.ours),
            (*together[each.pairing.id], *_hours(members[each.ours.id] | members[each.theirs.id], minutes)),
        )
        for each in sides
    ]  # fmt: skip


def _project(ctx: Context, project: DoneProject) -> Found:
    """By thanks and by lateness alone."""
    called = words.PROJECT.format(number=project.id, title=_veiled(ctx, project.title))
    facts = _thanks(project, called)
    proved = None if project.proved_at is None else local_day(project.proved_at, ctx.config.zone)
    late = 0 if proved is None or project.until is None else (proved - project.until).days
    source = f"project:{project.id}"
    facts.append(Fact(FactKind.DELAY, late, source, called) if late > 0 else Fact(FactKind.IN_TIME, 1, source, called))
    return Found(Evaluated.PROJECT, project.id, called, project.place_id, tuple(facts))


def _of_project(ctx: Context, project: DoneProject) -> list[Fact]:
    called = words.PROJECT.format(number=project.id, title=_veiled(ctx, project.title))
    return [Fact(FactKind.PROJECT, 1, f"project:{project.id}", called), *_thanks(project, called)]


def _thanks(project: DoneProject, called: str) -> list[Fact]:
    return [Fact(FactKind.THANKS, project.thanks, f"project:{project.id}", called)] if project.thanks else []


def _hours(people: Collection[int], minutes: dict[int, int]) -> list[Fact]:
    """The ledger of their members, in one line and without a name."""
    served = [minutes[person] for person in people if minutes.get(person, 0) > 0]
    if not served:
        return []
    return [Fact(FactKind.HOURS, sum(served), "ledger", words.LEDGER.format(people=len(served)))]


def _veiled(ctx: Context, text: str) -> str:
    return veiled(ctx, text)[:LONGEST]
