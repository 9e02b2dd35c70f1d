"""巡楼: a walk through a building, with nothing found or a finding that becomes a ticket in the same turn."""

from datetime import datetime, timedelta

from governance.clock import local_day
from governance.duty.check_ins import Method
from governance.roles import Role
from handlers.context import Context
from handlers.duty.members import member
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.report import open_report
from handlers.texts import service as words
from handlers.ticket_place import Whereabouts
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.finding import said
from handlers.work.parts import accounts_of, first_reached
from storage.duty.check_ins import check_in, patrolled_since, patrols_on
from storage.duty.hours import credit
from storage.grids import grids_to_check
from storage.models import Post
from storage.people import names_of, terms_where
from storage.serving import places_of_grids
from understanding.building_name import BUILDING
from understanding.duty import all_well
from understanding.place_search import decided, search

LONGEST_NOTE = 300


def patrol(turn: Turn) -> Reply:
    """巡楼 3幢 无异常; 巡楼 3幢 楼道堆物; 巡楼 alone says what to look at."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    note = said(turn)
    led = [t.place_id for t in who.terms if t.role is Role.BUILDING_LEADER and t.place_id is not None]
    home = turn.account.place_id if turn.account.place_id in led else next(iter(led), turn.account.place_id)
    found = search(turn.places, note, home)
    chosen = decided(found)
    place = chosen.place if chosen is not None else home if not found else None
    if not note:
        return ask_detail(turn, None, words.PATROL_HOW.format(items=_items(turn.now)))
    if place is None:
        return ask_detail(turn, None, words.PATROL_WHERE, before=f"{note} ")
    finding = _finding(turn, note)
    if not finding:
        return ask_detail(turn, None, words.PATROL_HOW.format(items=_items(turn.now)), before=f"{note} ")
    return _patrolled(turn, who.person_id, place, note, well=all_well(finding), leader=bool(led))


def _patrolled(turn: Turn, person_id: int, place: int, note: str, *, well: bool, leader: bool) -> Reply:
    name = turn.places.full_name(place)
    ticket = None if well else open_report(turn, Whereabouts(place, name), note)
    credited = _credit(turn, person_id, place) if leader else ""
    new = check_in(
        turn.uow, person_id=person_id, place_id=place, day=turn.today, kind="patrol", method=Method.TEXT.value, now=turn.now,
        note=note[:LONGEST_NOTE], number=ticket.ticket if ticket else None,
    )  # fmt: skip
    if ticket is None:
        return Reply((words.PATROLLED if new else words.PATROL_AGAIN).format(place=name, credit=credited))
    head = (words.PATROLLED_FINDING if new else words.PATROL_AGAIN_FINDING).format(place=name, credit=credited)
    return Reply(f"{head}\n{ticket.text}", ticket.ticket)


def _credit(turn: Turn, person_id: int, place: int) -> str:
    """A building leader's patrol counts some minutes, so many a day."""
    rules = turn.config.rules
    if patrols_on(turn.uow, person_id, turn.today) >= rules.patrols_a_day or not rules.patrol_minutes:
        return ""
    new = credit(
        turn.uow, person_id=person_id, day=turn.today, minutes=rules.patrol_minutes, source="patrol", now=turn.now,
        source_key=f"patrol:{person_id}:{place}:{turn.today}", place_id=place,
    )  # fmt: skip
    return words.CREDIT.format(minutes=rules.patrol_minutes) if new else ""


def _finding(turn: Turn, note: str) -> str:
    """What is said besides the place."""
    rest = BUILDING.sub("", note)
    for name in sorted(turn.places.names, key=len, reverse=True):
        if len(name) > 1 and name in rest:
            rest = rest.replace(name, "")
    return rest.strip(" ,，。:：;；")


def _items(now: datetime) -> str:
    """What to look at in this season."""
    season = {6: "flood", 7: "flood", 8: "summer", 9: "summer", 12: "winter", 1: "winter", 2: "winter"}.get(now.month)
    return "、".join(filter(None, (words.PATROL_ITEMS["always"], words.PATROL_ITEMS.get(season or "", ""))))


def unpatrolled(turn: Turn) -> Reply:
    """谁没巡楼: the leaders of the sender's grids who have not patrolled this week."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    heads = [t for t in who.terms if t.role in (Role.GRID_HEAD, Role.GRID_WORKER, Role.COMMUNITY_SECRETARY)]
    if not heads:
        return Reply(words.UNPATROLLED_WHO)
    grids = [term.grid_id for term in heads if term.grid_id is not None]
    inside = set(places_of_grids(turn.uow, grids))
    inside |= {
        p for p in turn.places.nodes for t in heads if t.place_id is not None and t.place_id in turn.places.line_of(p)
    }
    names = _missing(turn, inside)
    return Reply(_missing_words(names))


def tell_unpatrolled(ctx: Context, instant: datetime, grid_id: int) -> int:
    """Each week: who has not patrolled in a grid, to its head; answers how many were told."""
    grid = next((each for each in grids_to_check(ctx.uow) if each.id == grid_id), None)
    names = _missing(ctx, set(places_of_grids(ctx.uow, [grid_id]))) if grid is not None else []
    if grid is None or not names:
        return 0
    day = local_day(instant, ctx.config.zone)
    accounts = accounts_of(ctx, first_reached(ctx, grid.place_id, (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)))
    tell(ctx, accounts, f"unpatrolled:{day}:{grid.id}", "brief", _missing_words(names), again=True)
    return len(accounts)


def _missing(ctx: Context, places: set[int]) -> list[str]:
    """Names of the building leaders at these places who have not patrolled since Monday."""
    posts = terms_where(ctx.uow, Post.role == Role.BUILDING_LEADER.value, Post.place_id.in_(sorted(places)))
    leaders = sorted({person for person, term in posts if term.holds(ctx.now)})
    done = patrolled_since(ctx.uow, leaders, ctx.today - timedelta(days=ctx.today.weekday()))
    missing = [person for person in leaders if person not in done]
    names = names_of(ctx.uow, missing)
    return [names[person] for person in missing]


def _missing_words(names: list[str]) -> str:
    return words.UNPATROLLED.format(count=len(names), names="、".join(names)) if names else words.ALL_PATROLLED
