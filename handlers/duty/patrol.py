"""巡楼: a walk through a building, with nothing found or a finding that becomes a ticket in the same turn."""

from collections.abc import Collection
from datetime import datetime, timedelta

from governance.clock import local_day
from governance.duty.check_ins import Method
from governance.notices import NoticeKind
from governance.roles import Role
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.duty.commands.presence import LISTED_FOR, Patrol, ShowUnpatrolled
from handlers.duty.members import Member, member
from handlers.duty.outcomes.presence import ListIsNotYours, PatrolHow, Patrolled, PatrolWhere, Unpatrolled, Visited
from handlers.duty.texts import notices as told
from handlers.notices import tell
from handlers.reporting.commands import ReportProblem
from handlers.reporting.outcomes import Reported
from handlers.reporting.whereabouts import at, read_words
from handlers.tickets.parts import accounts_of, first_reached
from storage.duty.check_ins import add_to_patrol, check_in, patrolled_since, patrols_on
from storage.duty.hours import credit
from storage.duty.members import leaders_at
from storage.grids import grids_to_check
from storage.people import names_of
from storage.serving import places_of_grids
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


@executes(ShowUnpatrolled)
def unpatrolled(_command: ShowUnpatrolled, ctx: Context) -> Unpatrolled | ListIsNotYours:
    """The leaders of the sender's grids who have not patrolled this week."""
    heads = [term for term in member(ctx).terms if term.role in LISTED_FOR]
    if not heads:
        return ListIsNotYours()
    inside = set(places_of_grids(ctx.uow, [term.grid_id for term in heads if term.grid_id is not None]))
    own = {term.place_id for term in heads if term.place_id is not None}
    inside |= {place for place in ctx.places.nodes if own & set(ctx.places.line_of(place))}
    return Unpatrolled(tuple(_missing(ctx, inside)))


def tell_unpatrolled(ctx: Context, instant: datetime, grid_id: int) -> int:
    """Each week: who has not patrolled in a grid, to its head; answers how many were told."""
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    names = _missing(ctx, set(places_of_grids(ctx.uow, [grid_id]))) if grid is not None else []
    if grid is None or not names:
        return 0
    day = local_day(instant, ctx.config.zone)
    accounts = accounts_of(ctx, first_reached(ctx, grid.place_id, (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)))
    tell(ctx, accounts, f"unpatrolled:{day}:{grid.id}", NoticeKind.BRIEF, told.unpatrolled(names), again=True)
    return len(accounts)


def _missing(ctx: Context, places: Collection[int]) -> list[str]:
    """Names of the building leaders at these places who have not patrolled since Monday."""
    leaders = leaders_at(ctx.uow, places, ctx.now)
    done = patrolled_since(ctx.uow, leaders, ctx.today - timedelta(days=ctx.today.weekday()))
    missing = [person for person in leaders if person not in done]
    names = names_of(ctx.uow, missing)
    return [names[person] for person in missing]
