"""Whom to ask at the office for what one may not do oneself."""

from governance.roles import Role
from governance.texts import ROLE
from handlers.context import Context
from storage.people import holders_of, names_of

MOST = 3
_WHO = (Role.ADMINISTRATOR, Role.DISPATCHER)


def who_manages(ctx: Context) -> tuple[str, ...]:
    """Those who change the roster and the answers: their posts and names, as staff see them."""
    found: list[str] = []
    for role in _WHO:
        people = holders_of(ctx.uow, {role}, ctx.now)[:MOST]
        names = names_of(ctx.uow, people)
        found += [f"{ROLE[role]}{names[each]}" for each in people if names.get(each)]
    return tuple(found[:MOST])
