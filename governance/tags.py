"""Which menu a person sees: the tag that their roles call for."""

from collections.abc import Iterable
from enum import StrEnum

from governance.roles import STAFF, Role


class Tag(StrEnum):
    """A group of followers with a menu of its own; who has none sees the common one."""

    STAFF = "staff"
    RED_POST = "red_post"
    """Building leaders and in-service party members (红色阵地)."""
    TOGETHER = "together"
    """Who speaks for a unit or sits in a council (共治)."""
    RED_TOGETHER = "red_together"
    """Who is both."""


RED_POST = frozenset({Role.BUILDING_LEADER, Role.PARTY_MEMBER})
TOGETHER = frozenset({Role.UNIT_CONTACT, Role.COUNCIL_MEMBER})


def tag_of(roles: Iterable[Role]) -> Tag | None:
    """The tag of somebody with these roles: work comes first, and who has a part in both of the others has both menus in one."""
    held = set(roles)
    if held & (STAFF - RED_POST):
        return Tag.STAFF
    if held & RED_POST:
        return Tag.RED_TOGETHER if held & TOGETHER else Tag.RED_POST
    return Tag.TOGETHER if held & TOGETHER else None
