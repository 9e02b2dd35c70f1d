"""What a round and an award may become: one visible table each."""

from enum import StrEnum


class RoundState(StrEnum):
    """Where a community's round of a month stands."""

    PLANNED = "planned"
    """It has not opened; who nominates early is counted in it."""
    NOMINATING = "nominating"
    REVIEWING = "reviewing"
    NOTICE = "public_notice"
    ANNOUNCED = "announced"
    EMPTY = "empty"
    """It ended without an award."""
    SKIPPED = "skipped"


RUNNING = frozenset({RoundState.PLANNED, RoundState.NOMINATING, RoundState.REVIEWING, RoundState.NOTICE})
"""In which something is still to come."""
TAKES_NOMINATIONS = frozenset({RoundState.PLANNED, RoundState.NOMINATING})


class AwardKind(StrEnum):
    """What is awarded."""

    STAR = "star"
    """美善之星, one for each courtyard or building."""
    BUILDING_LEADER = "building_leader"
    """优秀楼栋长, one for each community."""


class AwardState(StrEnum):
    """Where a candidate stands."""

    CANDIDATE = "candidate"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    MERGED = "merged"
    NOTICED = "noticed"
    """On public notice."""
    STOPPED = "stopped"
    """An objection waits to be settled."""
    ANNOUNCED = "announced"
    LAPSED = "lapsed"
    """It ended by itself: no consent, or the person has left."""
    WITHDRAWN = "withdrawn"
    """Taken down after it was public."""


PUBLIC = frozenset({AwardState.NOTICED, AwardState.ANNOUNCED})
"""What anybody may see."""


class AwardMove(StrEnum):
    """What may be done to an award."""

    ACCEPT = "accept"
    RETURN = "return"
    MERGE = "merge"
    NOTICE = "notice"
    STOP = "stop"
    CLEAR = "clear"
    ANNOUNCE = "announce"
    LAPSE = "lapse"
    TAKE_DOWN = "take_down"


_S, _M = AwardState, AwardMove
AWARD_MOVES: dict[AwardMove, tuple[frozenset[AwardState], AwardState]] = {
    _M.ACCEPT: (frozenset({_S.CANDIDATE, _S.RETURNED}), _S.ACCEPTED),
    _M.RETURN: (frozenset({_S.CANDIDATE, _S.ACCEPTED}), _S.RETURNED),
    _M.MERGE: (frozenset({_S.CANDIDATE, _S.ACCEPTED, _S.RETURNED}), _S.MERGED),
    _M.NOTICE: (frozenset({_S.ACCEPTED}), _S.NOTICED),
    _M.STOP: (frozenset({_S.NOTICED}), _S.STOPPED),
    _M.CLEAR: (frozenset({_S.STOPPED}), _S.NOTICED),
    _M.ANNOUNCE: (frozenset({_S.NOTICED}), _S.ANNOUNCED),
    _M.LAPSE: (frozenset({_S.CANDIDATE, _S.ACCEPTED, _S.RETURNED}), _S.LAPSED),
    _M.TAKE_DOWN: (frozenset({_S.NOTICED, _S.STOPPED, _S.ANNOUNCED}), _S.WITHDRAWN),
}
"""From which states a move may be made, and where it leads."""


def allowed(move: AwardMove, state: AwardState) -> bool:
    """Whether an award in this state may be moved so."""
    return state in AWARD_MOVES[move][0]


class Consent(StrEnum):
    """What the person has said to being named in public."""

    NONE = "none"
    """Not asked yet."""
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
