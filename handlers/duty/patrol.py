"""巡楼: a walk through a building, with nothing found or a finding that becomes a ticket in the same turn."""

from governance.duty.check_ins import Method
from governance.roles import Role
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.duty.commands.presence import Patrol
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import PatrolHow, Patrolled, PatrolWhere, Visited
from handlers.reporting.commands import ReportProblem
from handlers.reporting.outcomes import Reported
from handlers.reporting.whereabouts import at, read_words
from storage.duty.check_ins import add_to_patrol, check_in, patrols_on
from storage.duty.hours import credit
from understanding.building_name import BUILDING
from understanding.command_names import CommandName
from understanding.duty import all_well
from understanding.hazard import hazard_in
from understanding.normalise import normalise, plain
from understanding.place_index import PlaceIndex
from understanding.place_search import decided, search
from understanding.walks import finds_nothing, tells_of_wrong

LONGEST_NOTE = 300


@executes(Patrol)
def patrol(command: Patrol, ctx: Context) -> Patrolled | Visited | PatrolHow | PatrolWhere:
    """Alone it says what to look at; a place without a finding too."""
    who, note = member(ctx), command.note
    led = [t.place_id for t in who.terms if t.role is Role.BUILDING_LEADER and t.place_id is not None]
    home = ctx.sender.place_id if ctx.sender.place_id in led else next(iter(led), ctx.sender.place_id)
    found = search(ctx.places, note, home)
    chosen = decided(found)
    place = chosen.place if chosen is not None else home if not found or command.visit else None
    finding = _besides_place(ctx.places, note)
    if not note or (place is not None and not finding):
        ask_slot(ctx, CommandName.PATROL, before=f"{note} " if note else "")
        return PatrolHow()
    if place is None:
        ask_slot(ctx, CommandName.PATROL, before=f"{note} ", wants=Wants.PLACE)
        return PatrolWhere()
    if command.visit:
        return _visited(ctx, who, place, note, leader=bool(led))
    well = all_well(finding) or finds_nothing(normalise(note))
    return _patrolled(ctx, who, place, note, well=well, leader=bool(led))


def _patrolled(ctx: Context, who: Member, place: int, note: str, *, well: bool, leader: bool) -> Patrolled:
    report = None if well else _reported(ctx, place, note)
    minutes = _credit(ctx, who.person_id, place) if leader else 0
    return Patrolled(place, _keep(ctx, who, place, note, report), minutes, report)


def _visited(ctx: Context, who: Member, place: int, note: str, *, leader: bool) -> Visited:
    """How somebody is, is no matter for a ticket; a danger, or something broken at their place, is."""
    words = normalise(note)
    broken = tells_of_wrong(words) and read_words(words, ctx.here).category is not None
    wrong = broken or hazard_in(plain(words)) is not None
    report = _reported(ctx, place, note) if wrong else None
    minutes = _credit(ctx, who.person_id, place) if leader else 0
    _keep(ctx, who, place, note, report)
    return Visited(place, note[:LONGEST_NOTE], minutes, report)


def _reported(ctx: Context, place: int, note: str) -> Reported:
    """A ticket at the place, with where in it."""
    reported: Reported = execute(ReportProblem(note, place, at(ctx.places, place, note).text or "", anyway=True), ctx)
    return reported


def _keep(ctx: Context, who: Member, place: int, note: str, report: Reported | None) -> bool:
    """Whether it is the day's first; the words of a later one stand behind those of the first."""
    note, number = note[:LONGEST_NOTE], report.number if report else None
    new = check_in(
        ctx.uow, person_id=who.person_id, place_id=place, day=ctx.today, kind="patrol", method=Method.TEXT.value, now=ctx.now,
        note=note, number=number,
    )  # fmt: skip
    if not new:
        add_to_patrol(ctx.uow, who.person_id, place, ctx.today, note, number)
    return new


def _credit(ctx: Context, person_id: int, place: int) -> int:
    """A building leader's patrol counts some minutes, so many a day."""
    rules = ctx.config.rules
    if patrols_on(ctx.uow, person_id, ctx.today) >= rules.patrols_a_day or not rules.patrol_minutes:
        return 0
    new = credit(
        ctx.uow, person_id=person_id, day=ctx.today, minutes=rules.patrol_minutes, source="patrol", now=ctx.now,
        source_key=f"patrol:{person_id}:{place}:{ctx.today}", place_id=place,
    )  # fmt: skip
    return rules.patrol_minutes if new else 0


def _besides_place(places: PlaceIndex, note: str) -> str:
    """What is said besides the place."""
    rest = BUILDING.sub("", note)
    for name in sorted(places.names, key=len, reverse=True):
        if len(name) > 1 and name in rest:
            rest = rest.replace(name, "")
    return rest.strip(" ,，。:：;；")
