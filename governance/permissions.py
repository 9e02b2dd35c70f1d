"""Who may do what: one table. What is not in it nobody may."""

from collections.abc import Iterable
from enum import StrEnum

from governance.roles import Role, Term


class Act(StrEnum):
    """What needs a right."""

    SEE = "see"
    """Read other people's tickets."""
    TAKE = "take"
    """Take a ticket, handle it, return it."""
    DISPATCH = "dispatch"
    VERIFY = "verify"
    CLOSE = "close"
    ANNOUNCE = "announce"
    INVITE = "invite"
    """Hand out a code that binds a WeChat account to a person of the roster."""
    STAND_IN = "stand_in"
    """Go on leave and name who stands in."""
    RUN_DUTY = "run_duty"
    """Plan shifts, call people up, correct hours; the lead of a station may there too."""
    RUN_STARS = "run_stars"
    """Review candidates for the stars, settle objections, put a round off."""
    RUN_ALLIANCE = "run_alliance"
    """Look after pairings of branches and their agreements, also where one is no side of them."""
    RUN_PROJECTS = "run_projects"
    """Open projects, look at what units have done, take them off the list."""
    RUN_COUNCIL = "run_council"
    """Call a council's meetings, make its agenda, open its votes, write its resolutions and minutes."""
    RUN_SURVEYS = "run_surveys"
    """Ask the people of a place for their opinion, and tell them what was done about it."""
    USE_CONSOLE = "use_console"
    """Sign in to the back office."""
    ASSESS = "assess"
    """See the figures of grids and communities side by side."""
    MANAGE = "manage"
    """Import the roster, keep the known answers, take in hotline orders."""
    ADMINISTER = "administer"
    """Look into how the installation itself is made, and give wall screens their keys."""
    AUDIT = "audit"
    """Read who did what to whose data, and take it out as a file."""
    SERVE_DATA = "serve_data"
    """Show, copy, correct and erase somebody's data for who asks it."""
    VISIT = "visit"
    """Visit households, and keep what was seen."""
    PLAN_VISITS = "plan_visits"
    """See how the visits get on, read what was noted of them, and keep a household in view."""
    RUN_CASES = "run_cases"
    """Propose cases of the year, and count the vote on them again."""
    OPEN_CASES = "open_cases"
    """Open the vote on them, which is all communities'."""
    JUDGE_CASES = "judge_cases"
    """Sit on the jury of the cases."""
    RUN_EVALUATION = "run_evaluation"
    """Draft and publish the yearly evaluation, settle objections to it, keep a community's brand work."""
    INSPECT = "inspect"
    """Look at the things of the register, and tell how they are."""
    KEEP_THINGS = "keep_things"
    """Say which thing a ticket is about, and which of two that look alike is a double."""


_GRID = frozenset({Role.GRID_WORKER, Role.GRID_HEAD})
_LEAD = frozenset({Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR})
_CREW = frozenset({Role.PART_TIME_GRID_WORKER, Role.DEPARTMENT_OFFICER, Role.REPAIR_CREW})

PERMISSIONS: dict[Act, frozenset[Role]] = {
    Act.SEE: _GRID | _LEAD | _CREW | {Role.BUILDING_LEADER, Role.LINKED_CADRE},
    Act.TAKE: _GRID | _CREW | {Role.COMMUNITY_SECRETARY},
    Act.DISPATCH: frozenset({Role.GRID_HEAD}) | _LEAD,
    Act.VERIFY: frozenset({Role.BUILDING_LEADER, Role.GRID_HEAD}) | _LEAD,
    Act.CLOSE: frozenset({Role.GRID_HEAD}) | _LEAD,
    Act.ANNOUNCE: frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.INVITE: frozenset({Role.COMMUNITY_SECRETARY, Role.ADMINISTRATOR}),
    Act.STAND_IN: _GRID | _LEAD | _CREW | {Role.BUILDING_LEADER},
    Act.RUN_DUTY: _LEAD,
    Act.RUN_STARS: frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.RUN_ALLIANCE: _LEAD | {Role.DEPARTMENT_OFFICER},
    Act.RUN_PROJECTS: _LEAD,
    Act.RUN_COUNCIL: _LEAD,
    Act.RUN_SURVEYS: _LEAD,
    Act.USE_CONSOLE: _GRID | _LEAD | {Role.DEPARTMENT_OFFICER, Role.LINKED_CADRE},
    Act.ASSESS: _LEAD,
    Act.MANAGE: frozenset({Role.DISPATCHER, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.ADMINISTER: frozenset({Role.ADMINISTRATOR}),
    Act.AUDIT: frozenset({Role.ADMINISTRATOR}),
    Act.SERVE_DATA: frozenset({Role.ADMINISTRATOR, Role.DISPATCHER}),
    Act.VISIT: _GRID
    | {
        Role.LINKED_CADRE,
        Role.POLICE_LIAISON,
        Role.CITY_MANAGEMENT,
        Role.COMMUNITY_SECRETARY,
        Role.SUBDISTRICT_LEAD,
    },
    Act.PLAN_VISITS: frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD}),
    Act.RUN_CASES: frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.OPEN_CASES: frozenset({Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.JUDGE_CASES: frozenset({Role.SUBDISTRICT_LEAD, Role.COUNCIL_MEMBER}),
    Act.RUN_EVALUATION: frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR}),
    Act.INSPECT: _GRID | _CREW | {Role.BUILDING_LEADER, Role.COMMUNITY_SECRETARY, Role.CITY_MANAGEMENT},
    Act.KEEP_THINGS: _GRID | _LEAD,
}
"""The roles that may, each where its post is: at its grid, or at its place and all that lies in it."""

WHOM_TO_ASK: dict[Act, tuple[Role, ...]] = {
    Act.SEE: (Role.GRID_WORKER,),
    Act.TAKE: (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY),
    Act.DISPATCH: (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY),
    Act.VERIFY: (Role.GRID_HEAD,),
    Act.CLOSE: (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY),
    Act.ANNOUNCE: (Role.COMMUNITY_SECRETARY,),
    Act.INVITE: (Role.COMMUNITY_SECRETARY, Role.ADMINISTRATOR),
    Act.STAND_IN: (Role.COMMUNITY_SECRETARY,),
    Act.RUN_DUTY: (Role.COMMUNITY_SECRETARY, Role.DISPATCHER),
    Act.RUN_STARS: (Role.COMMUNITY_SECRETARY,),
    Act.RUN_ALLIANCE: (Role.COMMUNITY_SECRETARY,),
    Act.RUN_PROJECTS: (Role.COMMUNITY_SECRETARY, Role.DISPATCHER),
    Act.RUN_COUNCIL: (Role.COMMUNITY_SECRETARY, Role.DISPATCHER),
    Act.RUN_SURVEYS: (Role.COMMUNITY_SECRETARY, Role.DISPATCHER),
    Act.USE_CONSOLE: (Role.ADMINISTRATOR, Role.COMMUNITY_SECRETARY),
    Act.ASSESS: (Role.COMMUNITY_SECRETARY,),
    Act.MANAGE: (Role.ADMINISTRATOR, Role.DISPATCHER),
    Act.ADMINISTER: (Role.ADMINISTRATOR,),
    Act.AUDIT: (Role.ADMINISTRATOR,),
    Act.SERVE_DATA: (Role.ADMINISTRATOR, Role.DISPATCHER),
    Act.VISIT: (Role.GRID_WORKER, Role.COMMUNITY_SECRETARY),
    Act.PLAN_VISITS: (Role.COMMUNITY_SECRETARY,),
    Act.RUN_CASES: (Role.COMMUNITY_SECRETARY,),
    Act.OPEN_CASES: (Role.SUBDISTRICT_LEAD,),
    Act.JUDGE_CASES: (Role.SUBDISTRICT_LEAD,),
    Act.RUN_EVALUATION: (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD),
    Act.INSPECT: (Role.GRID_WORKER,),
    Act.KEEP_THINGS: (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY),
}
"""Whom a refusal names, the first of whom is found."""


def may(act: Act, terms: Iterable[Term]) -> bool:
    """Whether somebody with these running terms may do it anywhere."""
    return any(term.role in PERMISSIONS[act] for term in terms)


def may_at(act: Act, terms: Iterable[Term], places: frozenset[int], grids: frozenset[int]) -> bool:
    """Whether somebody with these running terms may do it here.

    `places`: the place's id with those of all that it lies in; `grids`: the ids of the grids that cover it.
    """
    return any(term.role in PERMISSIONS[act] and (term.place_id in places or term.grid_id in grids) for term in terms)
