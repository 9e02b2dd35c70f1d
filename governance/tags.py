"""Which menu a person sees: the tag that their roles call for."""

from collections.abc import Iterable
from enum import StrEnum

from governance.roles import STAFF, Role


class Tag(StrEnum):
    """A group of followers with a menu of its own; who has none sees the common one."""

    STAFF = "staff"
    RED_POST = "red_post"
    """Building leaders and in-service party members (红色阵地)."""


RED_POST = frozenset({Role.BUILDING_LEADER, Role.PARTY_MEMBER})


def tag_of(roles: Iterable[Role]) -> Tag | None:
    """The tag of somebody with these roles: work comes before the red post."""
    held = set(roles)
    if held & (STAFF - RED_POST):
        return Tag.STAFF
    return Tag.RED_POST if held & RED_POST else None
