"""排走访计划: a community's month, from what was reported there and the households that are kept in view."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from governance.clock import local_day
from governance.days import month_of, start_of
from governance.notices import NoticeKind
from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.visits.choosing import Choice, Place, Sign, choose, pairs, team_for
from governance.visits.walks import workdays
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, serving_at
from handlers.stars.households import household_digests
from handlers.tickets.parts import worker_of
from handlers.visits import words
from handlers.visits.commands import PlanVisits
from handlers.visits.outcomes import VisitsPlanned
from handlers.visits.queries import lines_of
from handlers.visits.where import HOMES
from storage.households import HouseholdRow, household_at, kept_households
from storage.people import names_of
from storage.planned_visits import Aim, Complaint, PlannedRow, complaints, plan_visit, planned_in
from storage.serving import accounts_by_person
from storage.visits import last_visits
from storage.work_tickets import HAZARD
from understanding.visit_told import household_in

DISSATISFIED = "dissatisfied"
MONTH_DAYS = 30


@dataclass
class Somewhere:
    """A place or household, and why it should be visited; `number`: the newest report that says so."""

    place: int
    household: HouseholdRow | None = None
    signs: list[Sign] = field(default_factory=list)
    number: str | None = None


@executes(PlanVisits)
def plan_visits(_command: PlanVisits, ctx: Context) -> VisitsPlanned:
    """What has come to need a visit since, in the communities whose visits the sender plans."""
    require(ctx, Act.PLAN_VISITS)
    worker = worker_of(ctx, ctx.person_id)
    if worker is None:
        raise Refuse(not_allowed(ctx, Act.PLAN_VISITS))
    mine = {term.place_id for term in worker.terms if term.role in PERMISSIONS[Act.PLAN_VISITS]}
    communities = [place for place in communities_in(ctx) if mine & set(ctx.places.line_of(place))]
    new = sum(plan_month(ctx, ctx.today, each) for each in communities)
    month = month_of(ctx.today)
    return VisitsPlanned(month, new, sum(len(planned_in(ctx.uow, month, each)) for each in communities))


def communities_in(ctx: Context) -> list[int]:
    """All communities."""
    return [node.id for node in ctx.places.nodes.values() if node.kind == "community"]


def plan_month(ctx: Context, day: date, community: int) -> int:
    """Plans what is not planned yet of the month in which the day lies, and tells each who goes once; answers how many are new."""
    month = month_of(day)
    known = planned_in(ctx.uow, month, community)
    found = _hard_to_please(ctx, community, month)
    for row in known:
        found.pop(row.target, None)
    last = last_visits(ctx.uow, list(found))
    places = [_as_place(target, each, last.get(target)) for target, each in found.items()]
    days = [each for each in workdays(month, ctx.config.calendar) if each >= local_day(ctx.now, ctx.config.zone)]
    rules = ctx.config.rules
    most = max(0, rules.visits_a_month - len(known))
    chosen = choose(places, month, days, rules.visit_again_days, most)
    new = {
        each.target
        for turn, each in enumerate(chosen, start=len(known))
        if _planned(ctx, month, community, found[each.target], each, turn)
    }
    _tell(ctx, community, month, [row for row in planned_in(ctx.uow, month, community) if row.target in new])
    return len(new)


def _as_place(target: str, where: Somewhere, last: date | None) -> Place:
    home = where.household
    wished = home is None or home.declined_at is None
    lives = home is None or home.moved_at is None
    return Place(target, tuple(where.signs), last, wished, lives)


def _planned(ctx: Context, month: date, community: int, where: Somewhere, choice: Choice, turn: int) -> bool:
    acting = serving_at(ctx, where.place)
    of = {role: [each.person for each in acting if each.role is role] for role in Role}
    team = team_for(
        turn, pairs(of[Role.LINKED_CADRE], of[Role.POLICE_LIAISON]), of[Role.CITY_MANAGEMENT],
        next(iter(of[Role.GRID_WORKER]), None),
    )  # fmt: skip
    household = None if where.household is None else where.household.id
    return plan_visit(ctx.uow, month, Aim(community, where.place, household, where.number), choice, team)


def _hard_to_please(ctx: Context, community: int, month: date) -> dict[str, Somewhere]:
    """By target: what says that somebody should go there."""
    inside = [place for place in ctx.places.nodes if community in ctx.places.line_of(place)]
    since = start_of(month - timedelta(days=MONTH_DAYS * ctx.config.rules.visit_months), ctx.config.zone)
    found: dict[str, Somewhere] = {}
    told: defaultdict[tuple[int | None, int, str | None], int] = defaultdict(int)
    for each in complaints(ctx.uow, inside, since):
        again = (each.account_id, each.place_id, each.category)
        signs = _signs(each, again_before=each.account_id is not None and told[again] > 0)
        told[again] += 1
        if signs and ctx.places.nodes[each.place_id].kind in HOMES:
            home = _household(ctx, each)
            target = f"p{each.place_id}" if home is None else home.target
            where = found.setdefault(target, Somewhere(each.place_id, home))
            where.signs += signs
            where.number = each.number
    for home in kept_households(ctx.uow, inside):
        found.setdefault(home.target, Somewhere(home.place_id, home)).signs.append(Sign.KEY)
    return found


def _signs(told: Complaint, *, again_before: bool) -> list[Sign]:
    signs = [Sign.DISSATISFIED] if told.score == DISSATISFIED else []
    signs += [Sign.HAZARD] if told.urgency == HAZARD else []
    return signs + ([Sign.REPEATED] if again_before or told.reopened else [])


def _household(ctx: Context, told: Complaint) -> HouseholdRow | None:
    """The room that the report names; else the reporter's own, where they live there."""
    room = household_in(told.place_text or "").room
    digests = household_digests(told.place_id, room) if room else []
    if digests:
        return household_at(ctx.uow, told.place_id, digests, room)
    return None if told.household is None else household_at(ctx.uow, told.place_id, [told.household], None)


def _tell(ctx: Context, community: int, month: date, rows: Sequence[PlannedRow]) -> None:
    """Each who goes hears of theirs in one message."""
    if not rows:
        return
    people = sorted({person for row in rows for person in row.team.people})
    names = names_of(ctx.uow, people)
    name = ctx.places.full_name(community)
    for person, account in accounts_by_person(ctx.uow, people):
        theirs = lines_of(ctx, [row for row in rows if person in row.team.people])
        said = words.told(name, month, theirs, names.get(person, ""), ctx.here)
        tell(ctx, [account], f"visits:{month}:{community}:{_cause(ctx)}", NoticeKind.VISIT, said, again=True)


def _cause(ctx: Context) -> str:
    """What brought it: the clock does so once a month, else it is a message or a form of its own."""
    return hashlib.sha256(ctx.cause.encode()).hexdigest()[:12] if ctx.cause else "clock"
