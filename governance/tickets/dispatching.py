"""Whose a new ticket is: by place and line, by who can be reached, by hours and by load; by hand where unsure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.roles import Line, Role
from governance.tickets.urgency import Urgency


@dataclass(frozen=True)
class Candidate:
    """Somebody who acts at the place now. `open`: tickets that they have in hand; `for_person`: whom they stand in for."""

    person: int
    role: Role
    line: Line | None = None
    reachable: bool = True
    open: int = 0
    for_person: int | None = None


class Basis(StrEnum):
    """Why somebody was chosen."""

    DANGER = "danger"
    """A danger goes to the grid worker, whatever its line: somebody must be there within two hours."""
    LINE = "line"
    GRID = "grid"
    OUT_OF_HOURS = "out_of_hours"
    """The line does not work now; the grid worker looks first."""
    LINE_MISSING = "line_missing"
    """Nobody of the line can be reached here."""
    CREW = "crew"
    """All here have their hands full; a repair crew is asked."""
    NEIGHBOUR = "neighbour"
    """Likewise the worker of a neighbouring grid."""
    PRESSED = "pressed"
    """Likewise of something urgent, where crews and neighbours have their hands full too: the grid's own worker all the same."""
    NIGHT_DUTY = "night_duty"
    """Something urgent at night goes to the person on duty, and wakes nobody else."""


class Doubt(StrEnum):
    """Why it is left to somebody to dispatch by hand."""

    NO_PLACE = "no_place"
    DRAFT = "draft"
    NOBODY = "nobody"
    """Nobody here can be reached."""
    ALL_BUSY = "all_busy"
    NO_OFFICE = "no_office"
    """An enterprise's request that no department's line answers for: the dispatcher decides."""


@dataclass(frozen=True)
class Choice:
    """The person, and what the choice rests on: `among` so many, of whom they have the fewest open."""

    candidate: Candidate
    basis: Basis
    among: int


def choose(
    candidates: Sequence[Candidate], line: Line | None, urgency: Urgency, at_work: bool, most_open: int
) -> Choice | Doubt:
    """The one whose it is. `line` None: the grid worker's own business; `at_work`: the lines work at this hour.

    Part-time workers and departments have hours, grid workers have none; a danger waits for nobody's load.
    """
    workers = [c for c in candidates if c.role is Role.GRID_WORKER and c.reachable]
    basis = Basis.GRID
    pools = [workers]
    if urgency is Urgency.HAZARD:
        basis = Basis.DANGER
        heads = [c for c in candidates if c.role is Role.GRID_HEAD and c.reachable]
        pools = [workers, heads]
    elif line is not None and at_work:
        of_line = [c for c in candidates if c.line is line and c.reachable]
        pools = [_of(of_line, Role.PART_TIME_GRID_WORKER), _of(of_line, Role.DEPARTMENT_OFFICER), workers]
        basis = Basis.LINE
    elif line is not None:
        basis = Basis.OUT_OF_HOURS
    found = [pool for pool in pools if pool]
    if not found:
        return Doubt.NOBODY
    for pool in found:
        free = pool if urgency is Urgency.HAZARD else [c for c in pool if c.open < most_open]
        if free:
            chosen = min(free, key=lambda candidate: (candidate.open, candidate.person))
            took_over = basis is Basis.LINE and chosen.role is Role.GRID_WORKER
            return Choice(chosen, Basis.LINE_MISSING if took_over else basis, len(pool))
    return Doubt.ALL_BUSY


def choose_office(candidates: Sequence[Candidate], line: Line | None, most_open: int) -> Choice | Doubt:
    """Whose an enterprise's request is: the department's of this line, whatever the hour; never the grid's own worker's."""
    offices = [c for c in _of(candidates, Role.DEPARTMENT_OFFICER) if c.line is line and c.reachable]
    free = [c for c in offices if c.open < most_open]
    if line is None or not offices:
        return Doubt.NO_OFFICE
    return least_busy(free, Basis.LINE) if free else Doubt.ALL_BUSY


def helper(
    crews: Sequence[Candidate], neighbours: Sequence[Candidate], urgency: Urgency, most_open: int
) -> Choice | None:
    """Who is asked where all at the place have their hands full: crews first for what is urgent, else neighbours first."""
    pools = [(Basis.CREW, crews), (Basis.NEIGHBOUR, neighbours)]
    if urgency is Urgency.NORMAL:
        pools.reverse()
    elif urgency is Urgency.ENQUIRY:
        pools = pools[1:]
    for basis, pool in pools:
        free = [c for c in pool if c.reachable and c.open < most_open]
        if free:
            return least_busy(free, basis)
    return None


def pressed(candidates: Sequence[Candidate], urgency: Urgency, most_open: int) -> Choice | None:
    """Whose something urgent is though nobody has a hand free: half an hour to take it runs, and a worker chooses between
    matters sooner than a head hears of each. None where it is not urgent, or even for this too many.
    """
    workers = _of([c for c in candidates if c.reachable and c.open < most_open], Role.GRID_WORKER)
    return least_busy(workers, Basis.PRESSED) if workers and urgency is Urgency.URGENT else None


def least_busy(candidates: Sequence[Candidate], basis: Basis) -> Choice:
    """The one of them who has the fewest in hand."""
    chosen = min(candidates, key=lambda candidate: (candidate.open, candidate.person))
    return Choice(chosen, basis, len(candidates))


def _of(candidates: Sequence[Candidate], role: Role) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.role is role]


LEVELS: Mapping[int, tuple[Role, ...]] = {
    0: (Role.GRID_WORKER,),
    1: (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY),
    2: (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD),
}
"""Who has a ticket at each level; a reopened one goes one level up."""


def higher(candidates: Sequence[Candidate], level: int, not_person: int | None) -> Candidate | None:
    """Somebody of this level or above who can be reached, and is not the one who had it."""
    for each in range(level, max(LEVELS) + 1):
        for role in LEVELS[each]:
            for candidate in candidates:
                if candidate.role is role and candidate.reachable and candidate.person != not_person:
                    return candidate
    return None
