"""Which roles a move of the life-cycle table is open to: who makes it, by which right, held in which roles."""

from governance.permissions import PERMISSIONS, Act
from governance.roles import STAFF, Role
from governance.tickets.lifecycle import TABLE, Move, Step, Who

ACT_OF: dict[Who, Act] = {
    Who.WORKER: Act.TAKE,
    Who.VERIFIER: Act.VERIFY,
    Who.APPROVER: Act.CLOSE,
    Who.DISPATCHER: Act.DISPATCH,
}
"""The right that makes somebody so at a place; the others are what they are to one ticket."""
TAKERS = STAFF - {Role.BUILDING_LEADER}
"""Whose a ticket may be."""
SUPERVISORS = frozenset({
    Role.SUBDISTRICT_LEAD, Role.LINKED_CADRE, Role.COMMUNITY_SECRETARY, Role.GRID_HEAD, Role.DISPATCHER, Role.ADMINISTRATOR
})  # fmt: skip
"""Who may say a word from above."""
_ROLES: dict[Who, frozenset[Role]] = {
    **{who: PERMISSIONS[act] for who, act in ACT_OF.items()},
    Who.ASSIGNEE: TAKERS,
    Who.SURVEYOR: TAKERS,
    Who.CREW: frozenset({Role.REPAIR_CREW}),
    Who.GIVER: PERMISSIONS[Act.DISPATCH],
    Who.ANSWERER: PERMISSIONS[Act.DISPATCH],
    Who.SYSTEM: frozenset(),
}


def roles_for(*moves: Move) -> frozenset[Role] | None:
    """The roles that may make one of these moves somewhere; None where any reporter may."""
    who = frozenset[Who]().union(*(row.by for row in TABLE if row.move in moves))
    return None if Who.REPORTER in who else frozenset[Role]().union(*(_ROLES[each] for each in who))


def act_for(row: Step) -> Act:
    """The right that a refusal names; dispatching where a move is only whose ticket it is."""
    return next((act for who, act in ACT_OF.items() if who in row.by), Act.DISPATCH)
