"""To whom a ticket can be given: who they are, how much they have in hand, whether they are on duty and can be reached."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.texts import ROLE
from governance.tickets.dispatching import Candidate
from handlers.colleagues import posts_of
from handlers.context import Context
from handlers.office.staff import Staff, may_here
from handlers.tickets.choosing import those_meant
from handlers.tickets.parts import candidates_at
from storage.console.colleagues import posted
from storage.duty.standing import on_duty
from storage.work_tickets import work_tickets
from understanding.whom import Whom

_NEAREST = (Role.GRID_WORKER, Role.PART_TIME_GRID_WORKER, Role.REPAIR_CREW, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""In this order they are offered; others after them."""


@dataclass(frozen=True)
class Colleague:
    """Somebody who could take it. `open`: tickets that they have in hand."""

    code: str
    name: str
    role: str
    where: str
    open: int
    on_duty: bool
    reachable: bool

    @property
    def key(self) -> str:
        """What a list is narrowed by: all that is known of them."""
        return f"{self.name} {self.role} {self.where} {self.code}"


@dataclass(frozen=True)
class Alike:
    """One of several who are called alike, with what tells them apart."""

    code: str
    name: str
    what: str


def who_could_take(ctx: Context, place_id: int | None) -> list[Colleague]:
    """All who may take what lies there: first who can be reached, of them who has the least, then by what they are, and on duty."""
    acting: dict[int, Candidate] = {}
    for each in sorted(candidates_at(ctx, place_id), key=_rank):
        if each.role in PERMISSIONS[Act.TAKE]:
            acting.setdefault(each.person, each)
    known = posted(ctx.uow, sorted(acting), [role.value for role in PERMISSIONS[Act.TAKE]], ctx.now)
    standing = {person for person, _ in on_duty(ctx.uow, ctx.now)}
    there = [each for each in acting.values() if each.person in known]
    there.sort(key=lambda each: (not each.reachable, each.open, _rank(each), each.person not in standing))
    return [
        Colleague(
            known[each.person].code, known[each.person].name, ROLE[each.role], "、".join(known[each.person].where[:2]),
            each.open, each.person in standing, each.reachable,
        )
        for each in there
    ]  # fmt: skip


def several_meant(ctx: Context, staff: Staff, number: str, whom: Whom) -> list[Alike]:
    """Those whom a name may mean to who gives this ticket away; none where it means one, nobody, or is no name."""
    ticket = next(iter(work_tickets(ctx.uow, [number.upper()])), None)
    if whom.name is None or ticket is None or not may_here(ctx, staff, Act.SEE, ticket.place_id):
        return []
    found = those_meant(ctx, ticket.place_id, whom)
    return [Alike(each.code, each.name, posts_of(ctx, each)) for each in found] if len(found) > 1 else []


def _rank(each: Candidate) -> int:
    return _NEAREST.index(each.role) if each.role in _NEAREST else len(_NEAREST)
