"""今天要查什么, 查过了: what is to be looked at, and how a thing is; what is wrong becomes a ticket in the same message."""

from datetime import timedelta

from governance.permissions import Act, may, may_at
from governance.things.inspections import Result, is_late, periods_of
from governance.things.texts import KIND
from handlers.area_notices.outcomes import IsAnnounced
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, ask_slot
from handlers.duty.commands.presence import Patrol
from handlers.duty.outcomes.presence import PatrolHow, Patrolled, PatrolWhere, Visited
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, rights_area
from handlers.reporting.commands import NamePlace, ReportProblem
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.outcomes import Placed, Reported, WhatIsWrong
from handlers.reporting.reading import as_report
from handlers.reporting.whereabouts import at, read_words
from handlers.things.commands import AddInspectionPicture, RecordInspection, ShowInspections
from handlers.things.finding import known_thing, seen, things_said
from handlers.things.outcomes import (
    DueLine,
    InspectHow,
    InspectionPictureKept,
    InspectionRecorded,
    InspectionsShown,
    InspectWhat,
    NoInspectionForPicture,
    NoSuchThing,
)
from handlers.things.queries import area_of, to_inspect
from handlers.tickets.parts import Worker, worker_of
from storage.stars.nominations import last_picture
from storage.thing_inspections import (
    count_open,
    inspection,
    note_again,
    open_inspections,
    picture_of_inspection,
    settle_open,
)
from storage.things import ThingRow, things_coded
from understanding.command_names import CommandName
from understanding.normalise import normalise
from understanding.thing_meant import ThingThere, things_meant
from understanding.thing_told import ThingTold, thing_told

SHOWN, MOST_NAMED, MOST_DUE, LONGEST_NOTE = 8, 4, 60, 300
JUST_SENT = timedelta(seconds=1)


@executes(ShowInspections)
def show(_command: ShowInspections, ctx: Context) -> InspectionsShown:
    """What is late first, then what is due first."""
    worker = _inspector(ctx)
    if worker is None:
        raise Refuse(not_allowed(ctx, Act.INSPECT))
    area = area_of(ctx, worker)
    total, late = count_open(ctx.uow, area, ctx.today)
    lines = []
    for each in open_inspections(ctx.uow, area, SHOWN):
        row = known_thing(ctx, each.thing_id)
        if row is not None:
            lines.append(DueLine(seen(ctx, row), each.due_on, is_late(each.due_on, ctx.today)))
    return InspectionsShown(tuple(lines), total, late)


@executes(RecordInspection)
def record(
    command: RecordInspection, ctx: Context
) -> (
    InspectionRecorded | InspectWhat | InspectHow | NoSuchThing | Reported | IsAnnounced | KeptForPerson | Placed
    | WhatIsWrong | Visited | Patrolled | PatrolHow | PatrolWhere
):  # fmt: skip
    """Only who looks after things inspects them; from everybody else it is a report. What is no thing of the register was a
    walk.
    """
    worker = _inspector(ctx)
    if worker is None:
        return _reported_by_others(ctx, command.said)
    told = thing_told(command.said)
    found = _meant(ctx, worker, told, command.said)
    if not found and told.code:
        return NoSuchThing(told.code.upper())
    if not found and command.said:
        walked: Visited | Patrolled | PatrolHow | PatrolWhere = execute(Patrol(command.said), ctx)
        return walked
    if not found:
        ask_slot(ctx, CommandName.RECORD_INSPECTION)
        return InspectWhat()
    if len(found) > 1:
        ask_slot(ctx, CommandName.RECORD_INSPECTION)
        return InspectWhat(tuple(seen(ctx, each) for each in found[:MOST_NAMED]))
    return _recorded(ctx, worker, found[0], told)


@executes(AddInspectionPicture)
def add_picture(command: AddInspectionPicture, ctx: Context) -> InspectionPictureKept | NoInspectionForPicture:
    """Only beside one's own; the newest stays."""
    row = inspection(ctx.uow, command.inspection)
    picture = last_picture(ctx.uow, ctx.sender.id, ctx.now - JUST_SENT)
    about = None if row is None else known_thing(ctx, row.thing_id)
    if row is None or about is None or row.done_by != ctx.person_id or picture is None:
        return NoInspectionForPicture()
    picture_of_inspection(ctx.uow, row.id, picture)
    return InspectionPictureKept(about.code)


def _inspector(ctx: Context) -> Worker | None:
    worker = worker_of(ctx, ctx.person_id)
    return worker if worker is not None and may(Act.INSPECT, worker.terms) else None


def _meant(ctx: Context, worker: Worker, told: ThingTold, said: str) -> list[ThingRow]:
    """By its number; by its place; else of what the sender is to look at."""
    if told.code:
        return things_coded(ctx.uow, [told.code])
    reading = read_words(normalise(said), ctx.here)
    found = things_said(ctx, said, None if reading.place is None else reading.place.place)
    if found or not ctx.book.has_things(ctx.uow):
        return found
    due = [known_thing(ctx, each.thing_id) for each in open_inspections(ctx.uow, area_of(ctx, worker), MOST_DUE)]
    mine = {row.id: row for row in due if row is not None}
    there = [ThingThere(row.id, row.code, row.kind.value, f"{row.name} {row.spot}") for row in mine.values()]
    return [mine[each] for each in things_meant(said, there)]


def _recorded(ctx: Context, worker: Worker, about: ThingRow, told: ThingTold) -> InspectionRecorded | InspectHow:
    mine = about.keeper_person_id in worker.people
    if not mine and not may_at(Act.INSPECT, worker.terms, *rights_area(ctx, about.place_id)):
        raise Refuse(not_allowed(ctx, Act.INSPECT, about.place_id))
    if told.well is None:
        ask_slot(ctx, CommandName.RECORD_INSPECTION, before=f"{about.code} ")
        return InspectHow(seen(ctx, about))
    result = Result.WELL if told.well else Result.WRONG
    report = None if told.well else _reported(ctx, about, told.how)
    done = {
        "done_at": ctx.now, "done_by": worker.person_id, "result": result.value, "note": told.how[:LONGEST_NOTE] or None,
        "number": None if report is None else report.number,
    }  # fmt: skip
    rows, new = settle_open(ctx.uow, about.id, periods_of(about.kind, ctx.today, ctx.config.rules)[0], **done)
    if not new:
        note_again(ctx.uow, rows, **{name: value for name, value in done.items() if value is not None})
    if report is None:
        ask(ctx, Question.INSPECTION_PHOTO, inspection=rows[-1])
    return InspectionRecorded(seen(ctx, about), result, new, to_inspect(ctx, worker)[0], report)


def _reported(ctx: Context, about: ThingRow, how: str) -> Reported:
    """A ticket at the thing's place, about that thing."""
    text = f"{KIND[about.kind]}{about.code} {how}"
    where = at(ctx.places, about.place_id, about.spot).text or ""
    report: Reported = execute(ReportProblem(text, about.place_id, where, anyway=True, thing=about.id), ctx)
    return report


def _reported_by_others(
    ctx: Context, said: str
) -> Reported | IsAnnounced | KeptForPerson | Placed | WhatIsWrong:  # fmt: skip
    words = normalise(said)
    reading = read_words(words, ctx.here)
    told: ReportProblem | NamePlace = as_report(said, words, reading, ctx.here)
    about = things_said(ctx, said, None if reading.place is None else reading.place.place)
    if isinstance(told, ReportProblem) and len(about) == 1 and reading.place is None:
        told = ReportProblem(
            said, about[0].place_id, at(ctx.places, about[0].place_id, said).text or "", told.parts, reading,
            thing=about[0].id,
        )  # fmt: skip
    outcome: Reported | IsAnnounced | KeptForPerson | Placed | WhatIsWrong = execute(told, ctx)
    return outcome
