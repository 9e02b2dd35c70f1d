"""走访记录: a visit is kept, and what the household brought becomes a ticket, in one message."""

import re

from governance.days import month_of
from governance.permissions import Act, may
from governance.visits.results import VisitResult
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.duty.commands.presence import Patrol
from handlers.duty.outcomes.presence import PatrolHow, Patrolled, PatrolWhere, Visited
from handlers.outcomes import Refuse
from handlers.posts import not_allowed
from handlers.reporting.commands import ReportProblem
from handlers.reporting.outcomes import Reported
from handlers.reporting.whereabouts import at, read_words
from handlers.tickets.parts import Worker, worker_of
from handlers.visits.commands import ALSO_TELL, RecordVisit
from handlers.visits.outcomes import Left, VisitHow, VisitRecorded, VisitWhere, WantsNoVisits
from handlers.visits.where import Spoken, Unclear, household_named, may_there, spoken_of
from storage.households import HouseholdRow, has_moved
from storage.planned_visits import planned_for, settle_planned
from storage.visits import record_visit
from understanding.command_names import CommandName
from understanding.hazard import hazard_in
from understanding.normalise import normalise, plain
from understanding.visit_told import VisitTold, visit_told
from understanding.walks import tells_of_wrong

LONGEST_NOTE = 300
_CLAUSES = re.compile(r"[,，。;；!！]+")
_ILLNESS = re.compile(
    r"(?:高血压|血压|血糖|糖尿病|心脏病|老慢支|哮喘|关节炎|中风|慢性病|老毛病|病)(?:病?史|不好|不稳|偏?高|低)?"
)
"""How somebody is."""
_LIGHTS_NOT = re.compile(r"(?:灶|炉子?|热水器|煤气)[^,，。]{0,8}(?:[打点]不(?:着|起|燃)|不出火|没火)|(?:打|点)不着火")
"""A burner that does not light is no fire, and somebody has to look at it."""


@executes(RecordVisit)
def record(
    command: RecordVisit, ctx: Context
) -> VisitRecorded | WantsNoVisits | VisitWhere | VisitHow | Visited | Patrolled | PatrolHow | PatrolWhere:
    """What building leaders tell of their neighbours is kept with their walks; everybody else's is a visit of its own."""
    worker = worker_of(ctx, ctx.person_id)
    if worker is None or not may(Act.VISIT, worker.terms):
        if worker is not None and any(term.role in ALSO_TELL for term in worker.terms):
            walked: Visited | Patrolled | PatrolHow | PatrolWhere = execute(Patrol(command.said, visit=True), ctx)
            return walked
        raise Refuse(not_allowed(ctx, Act.VISIT))
    mine = {row.place_id for row in planned_for(ctx.uow, month_of(ctx.today), worker.people)}
    spoken = spoken_of(ctx, worker, command.said, mine)
    if isinstance(spoken, Unclear):
        ask_slot(ctx, CommandName.RECORD_VISIT, before=f"{command.said} ", wants=Wants.PLACE)
        return VisitWhere(spoken.places)
    may_there(ctx, Act.VISIT, spoken.place)
    told = visit_told(spoken.rest)
    if not spoken.rest:
        ask_slot(ctx, CommandName.RECORD_VISIT, before=f"{command.said} ")
        return VisitHow(spoken.home)
    return _kept(ctx, worker, spoken, told)


def _kept(ctx: Context, worker: Worker, spoken: Spoken, told: VisitTold) -> VisitRecorded | WantsNoVisits:
    household, result = household_named(ctx, spoken), VisitResult(told.result)
    report = _reported(ctx, spoken, told)
    if household is not None and household.declined_at is not None:
        return WantsNoVisits(spoken.home, household.declined_at, report)
    target = f"p{spoken.place}" if household is None else household.target
    number = None if report is None else report.number
    note = told.note[:LONGEST_NOTE]
    new = record_visit(
        ctx.uow, target=target, place_id=spoken.place, household_id=None if household is None else household.id,
        person_id=worker.person_id, day=ctx.today, result=result, note=note or None, number=number, now=ctx.now,
    )  # fmt: skip
    settle_planned(ctx.uow, month_of(ctx.today), target, result, ctx.now)
    _note_who_lives_there(ctx, household, result)
    return VisitRecorded(spoken.home, result, note, new, left_of(ctx, worker), report)


def left_of(ctx: Context, worker: Worker) -> Left | None:
    """How the worker's plan of this month stands; None where they have none."""
    rows = planned_for(ctx.uow, month_of(ctx.today), worker.people)
    return Left(len(rows), sum(row.settled_at is not None for row in rows)) if rows else None


def _note_who_lives_there(ctx: Context, household: HouseholdRow | None, result: VisitResult) -> None:
    if household is None:
        return
    if result is VisitResult.MOVED:
        has_moved(ctx.uow, household.id, ctx.now)
    elif household.moved_at is not None and result is not VisitResult.NOT_MET:
        has_moved(ctx.uow, household.id, None)


def _reported(ctx: Context, spoken: Spoken, told: VisitTold) -> Reported | None:
    """A ticket of what was brought, without what was said of the people; also of a danger or a damage that was only told."""
    problem = told.problem or _wrong_in(ctx, told.note)
    if not problem:
        return None
    where = at(ctx.places, spoken.place, f"{spoken.room}室" if spoken.room else "").text or ""
    reported: Reported = execute(ReportProblem(problem, spoken.place, where, anyway=True), ctx)
    return reported


def _wrong_in(ctx: Context, note: str) -> str:
    """The clauses that tell of something broken, or of a danger: how somebody is, is no matter for a ticket."""
    found = [clause for clause in _CLAUSES.split(note) if _is_wrong(ctx, normalise(clause))]
    return "，".join(found)


def _is_wrong(ctx: Context, words: str) -> bool:
    if hazard_in(plain(words)) is not None:
        return True
    words = _ILLNESS.sub("", words)
    return _LIGHTS_NOT.search(words) is not None or (
        tells_of_wrong(words) and read_words(words, ctx.here).category is not None
    )
