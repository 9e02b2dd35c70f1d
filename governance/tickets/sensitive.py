"""Tickets about a person in danger: which they are, and in which roles somebody reads them who does not have them in hand."""

from collections.abc import Iterable, Sequence

from governance.roles import Role, Term

SENSITIVE = frozenset({"person"})
"""The categories whose words are for few: who wants to die, who is beaten at home, a child in danger, somebody missing."""
PRIVY = frozenset({
    Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR
})  # fmt: skip
"""Who is alarmed, and those above: not neighbours who lead a building, not crews, not other lines."""


def is_sensitive(category: str | None) -> bool:
    """Whether a ticket of this category is read only by those whom it concerns."""
    return category in SENSITIVE


def privy(terms: Iterable[Term], category: str | None) -> tuple[Term, ...]:
    """Those of the terms that count towards a ticket of this category."""
    return tuple(term for term in terms if category not in SENSITIVE or term.role in PRIVY)


def who_hears(roles: Sequence[Role], category: str | None) -> tuple[Role, ...]:
    """Those of the roles in which somebody is told of a ticket of this category by itself."""
    return tuple(role for role in roles if category not in SENSITIVE or role in PRIVY)


def kept_from(terms: Iterable[Term]) -> frozenset[str]:
    """The categories that a list of theirs leaves out: where any of their posts is not privy, a list names none of them."""
    return frozenset() if all(term.role in PRIVY for term in terms) else SENSITIVE
