"""Who somebody is towards a ticket, and who else is there: dispatchers, verifiers, heads, leads."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from governance.permissions import Act, may_at
from governance.roles import Role, Term
from governance.serving import Servant, acting_for, stand_ins
from governance.texts import ROLE
from governance.tickets.dispatching import Candidate
from governance.tickets.lifecycle import Who
from governance.tickets.rights import ACT_OF
from governance.tickets.sensitive import is_sensitive, privy, who_hears
from governance.tickets.urgency import Urgency
from handlers.context import Context
from handlers.posts import rights_area, serving_at
from handlers.tickets.danger_doubts import may_be_none
from storage.emergency import draws_of
from storage.people import names_of, person_by_id, terms_of
from storage.serving import absences_at, followed_accounts, reachable
from storage.ticket_events import has_handled
from storage.work_tickets import WorkTicket, load_of

DISPATCHERS = (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who dispatches by hand: the first of whom can be reached."""
VERIFIERS = (Role.BUILDING_LEADER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""Who verifies: the first who can be reached and did not handle it."""
HEADS = (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
LEADS = (Role.SUBDISTRICT_LEAD,)
APPROVERS = (Role.COMMUNITY_SECRETARY, Role.GRID_HEAD, Role.DISPATCHER, Role.SUBDISTRICT_LEAD)


@dataclass(frozen=True)
class Worker:
    """Somebody of the roster at work. `people`: themselves and those they stand in for; `terms`: of all of them."""

    person_id: int
    name: str
    people: frozenset[int]
    terms: tuple[Term, ...]


def worker_of(ctx: Context, person_id: int | None) -> Worker | None:
    """Somebody as a worker; None for an anonymous resident and for somebody who left."""
    person = None if person_id is None else person_by_id(ctx.uow, person_id)
    if person is None or person.left:
        return None
    stand_in_of = stand_ins(absences_at(ctx.uow, ctx.now), ctx.now)
    people = {person.id} | {away for away in stand_in_of if acting_for(away, stand_in_of) == person.id}
    terms = [term for each in sorted(people) for term in terms_of(ctx.uow, each, ctx.now)]
    return Worker(person.id, person.name, frozenset(people), tuple(terms))


def parts_of(ctx: Context, worker: Worker | None, account_id: int | None, ticket: WorkTicket) -> frozenset[Who]:
    """What somebody is towards this ticket; `account_id`: under which they may have reported it, None at the back office."""
    parts = {Who.REPORTER} if account_id is not None and ticket.account_id == account_id else set[Who]()
    if worker is None:
        return frozenset(parts)
    mine = ticket.assignee_id in worker.people
    here = rights_area(ctx, ticket.place_id)
    if mine:
        parts.add(Who.ASSIGNEE)
        if ticket.urgency == Urgency.HAZARD and may_be_none(ctx, ticket.number):
            parts.add(Who.SURVEYOR)
    if _is_crew(ctx, worker, ticket):
        parts.add(Who.CREW)
    terms = privy(worker.terms, ticket.category)
    by_right = {who for who, act in ACT_OF.items() if may_at(act, terms, *here)}
    if ticket.urgency == Urgency.ENQUIRY and Who.DISPATCHER in by_right:
        parts.add(Who.ANSWERER)
    return frozenset(parts | (by_right - _NOT_THEIR_OWN if mine else by_right))


_NOT_THEIR_OWN = {Who.VERIFIER, Who.APPROVER}
"""What nobody is towards a ticket of their own."""


def _is_crew(ctx: Context, worker: Worker, ticket: WorkTicket) -> bool:
    if not any(term.role is Role.REPAIR_CREW for term in worker.terms):
        return False
    return any(drawn.crew_id in worker.people for drawn in draws_of(ctx.uow, ticket.number))


def sees(ctx: Context, worker: Worker, ticket: WorkTicket) -> bool:
    """Whether the sender works where the ticket lies; one about a person in danger is for few, and who had it in hand."""
    if may_at(Act.SEE, privy(worker.terms, ticket.category), *rights_area(ctx, ticket.place_id)):
        return True
    return is_sensitive(ticket.category) and (
        ticket.assignee_id in worker.people
        or _is_crew(ctx, worker, ticket)
        or has_handled(ctx.uow, ticket.number, worker.people)
    )


def acting_at(ctx: Context, place_id: int | None, roles: Collection[Role] | None = None) -> list[Servant]:
    """Who acts for the place now, in these roles (None: in any); for what lies nowhere, those who act for the whole subdistrict."""
    places = ctx.places.roots() if place_id is None else [place_id]
    return [servant for place in places for servant in serving_at(ctx, place, roles)]


def first_reached(
    ctx: Context, place_id: int | None, roles: Sequence[Role], but: Collection[int | None] = ()
) -> list[Servant]:
    """All who act in the first of these roles in which somebody can be reached; `but`: people who don't count."""
    return first_of(ctx, [servant for servant in acting_at(ctx, place_id, roles) if servant.person not in but], roles)


def first_of(ctx: Context, servants: Sequence[Servant], roles: Sequence[Role]) -> list[Servant]:
    """Those of them who act in the first of these roles in which somebody can be reached."""
    reached = reachable(ctx.uow, [servant.person for servant in servants])
    for role in roles:
        found = [servant for servant in servants if servant.role is role and servant.person in reached]
        if found:
            return found
    return []


def who_verifies(ctx: Context, ticket: WorkTicket) -> list[Servant]:
    """Who is asked to look at the work: whoever verifies there, else who dispatches; never who did it, nor the sender."""
    return first_concerned(ctx, ticket, VERIFIERS, but={ticket.assignee_id, ctx.person_id}) or first_reached(
        ctx, ticket.place_id, DISPATCHERS, but={ticket.assignee_id}
    )


def first_concerned(
    ctx: Context, ticket: WorkTicket, roles: Sequence[Role], but: Collection[int | None] = ()
) -> list[Servant]:
    """As `first_reached` where the ticket lies, of those roles in which one hears of such a ticket."""
    return first_reached(ctx, ticket.place_id, who_hears(roles, ticket.category), but)


def all_reached(ctx: Context, place_id: int | None, roles: Collection[Role]) -> list[Servant]:
    """All who act in any of these roles and can be reached."""
    acting = acting_at(ctx, place_id, roles)
    reached = reachable(ctx.uow, [servant.person for servant in acting])
    return [servant for servant in acting if servant.person in reached]


def candidates_at(ctx: Context, place_id: int | None) -> list[Candidate]:
    """All who act here, with whether they can be reached and what they have in hand."""
    acting = acting_at(ctx, place_id)
    people = [servant.person for servant in acting]
    reached, load = reachable(ctx.uow, people), load_of(ctx.uow, people)
    return [
        Candidate(s.person, s.role, s.line, s.person in reached, load.get(s.person, 0), s.for_person) for s in acting
    ]


def accounts_of(ctx: Context, servants: Sequence[Servant]) -> list[int]:
    """The accounts under which these people can be reached."""
    return followed_accounts(ctx.uow, list(dict.fromkeys(servant.person for servant in servants)))


def called(ctx: Context, servants: Sequence[Servant]) -> str:
    """网格长孙模拟、社区书记吴范例; one is enough of many."""
    names = names_of(ctx.uow, [servant.person for servant in servants])
    said = dict.fromkeys(f"{ROLE[servant.role]}{names[servant.person]}" for servant in servants[:2])
    return "、".join(said)


def titled(ctx: Context, person_id: int, place_id: int | None) -> str:
    """A worker with the role in which they act here: 网格员陈试用."""
    name = names_of(ctx.uow, [person_id]).get(person_id, "")
    here = [servant.role for servant in acting_at(ctx, place_id) if servant.person == person_id]
    roles = here or [term.role for term in terms_of(ctx.uow, person_id, ctx.now)]
    staff = [role for role in roles if role not in (Role.RESIDENT, Role.PARTY_MEMBER, Role.BUILDING_LEADER)] or roles
    return f"{ROLE[staff[0]]}{name}" if staff else name
