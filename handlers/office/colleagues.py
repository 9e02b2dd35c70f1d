"""To whom a ticket can be given: who they are, how much they have in hand, whether they are on duty and can be reached."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.texts import ROLE
from governance.tickets.dispatching import Candidate
from handlers.context import Context
from handlers.tickets.parts import candidates_at
from storage.console.colleagues import posted
from storage.duty.standing import on_duty

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


def who_could_take(ctx: Context, place_id: int | None) -> list[Colleague]:
    """All who may take what lies there: first who can be reached, by what they are, then who is on duty and has the least."""
    acting: dict[int, Candidate] = {}
    for each in sorted(candidates_at(ctx, place_id), key=_rank):
        if each.role in PERMISSIONS[Act.TAKE]:
            acting.setdefault(each.person, each)
    known = posted(ctx.uow, sorted(acting), [role.value for role in PERMISSIONS[Act.TAKE]], ctx.now)
    standing = {person for person, _ in on_duty(ctx.uow, ctx.now)}
    there = [each for each in acting.values() if each.person in known]
    there.sort(key=lambda each: (not each.reachable, _rank(each), each.person not in standing, each.open))
    return [
        Colleague(
            known[each.person].code, known[each.person].name, ROLE[each.role], "、".join(known[each.person].where[:2]),
            each.open, each.person in standing, each.reachable,
        )
        for each in there
    ]  # fmt: skip


def _rank(each: Candidate) -> int:
    return _NEAREST.index(each.role) if each.role in _NEAREST else len(_NEAREST)
