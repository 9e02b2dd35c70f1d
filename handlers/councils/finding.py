"""Which council, meeting or person somebody means, and whether they run it; refused in words where there is none."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from governance.councils.kinds import CouncilKind, council_named, kinds_at
from governance.councils.meetings import MeetingState, doors_open
from governance.permissions import Act, may, may_at
from governance.roles import Term
from handlers.colleagues import nearest, people_called, several
from handlers.context import Context
from handlers.councils.outcomes import CouncilRef, Lacks, Missing, NobodyCalled, NoSuch, Thing, WhichOne
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, sender_terms
from storage.councils.meetings import MeetingRow, invitations_of, lock_meeting, meeting_by_id, meetings_of
from storage.councils.seats import (
    CouncilRow,
    all_councils,
    council_at,
    council_by_id,
    councils_at,
    councils_sat_in,
    members_of,
)
from storage.people import KnownPerson
from understanding.whom import Whom

RECENT = timedelta(days=30)
"""So long ago a meeting may have been that is still spoken of without its number."""


def ref(ctx: Context, council: CouncilRow) -> CouncilRef:
    """As it is spoken of."""
    return CouncilRef(council.kind, ctx.places.full_name(council.place_id))


def home_council(ctx: Context) -> CouncilRow:
    """The council where the sender lives, or serves: of the courtyard where that has one, else of the community. Raises Refuse."""
    for place in _own_places(ctx):
        line = ctx.places.line_of(place)
        known = {each.place_id: each for each in councils_at(ctx.uow, line) if each.kind is CouncilKind.ASSEMBLY}
        nearest_one = next((known[each] for each in line if each in known), None)
        if nearest_one is not None:
            return nearest_one
        community = ctx.places.community_of(place)
        if community is not None:
            return council_at(ctx.uow, CouncilKind.ASSEMBLY, community, ctx.now)
    raise Refuse(Missing(Lacks.HOME))


def councils_around(ctx: Context) -> list[CouncilRow]:
    """The councils of all that the sender's home and posts lie in, those that they run, and those that they sit in."""
    terms = sender_terms(ctx)
    around = {place for own in _own_places(ctx) for place in ctx.places.line_of(own)}
    invited = [] if ctx.person_id is None else invitations_of(ctx.uow, ctx.person_id, ctx.now - RECENT)
    sits = {meeting.council_id for meeting in invited}
    return [
        each for each in all_councils(ctx.uow) if each.place_id in around or each.id in sits or _runs(ctx, terms, each)
    ]


def councils_run(ctx: Context) -> list[int]:
    """The councils that the sender runs."""
    terms = sender_terms(ctx)
    return [each.id for each in all_councils(ctx.uow) if _runs(ctx, terms, each)] if terms else []


def _runs(ctx: Context, terms: Sequence[Term], council: CouncilRow) -> bool:
    return may_at(Act.RUN_COUNCIL, terms, frozenset(ctx.places.line_of(council.place_id)), frozenset())


def runs(ctx: Context, place_id: int) -> bool:
    """Whether the sender runs the councils there."""
    return may_at(Act.RUN_COUNCIL, sender_terms(ctx), frozenset(ctx.places.line_of(place_id)), frozenset())


def require_run(ctx: Context, place_id: int | None = None) -> None:
    """Raises Refuse unless the sender runs the councils there (None: somewhere)."""
    allowed = may(Act.RUN_COUNCIL, sender_terms(ctx)) if place_id is None else runs(ctx, place_id)
    if not allowed:
        raise Refuse(not_allowed(ctx, Act.RUN_COUNCIL, place_id))


def council_run(ctx: Context, key: str) -> CouncilRow:
    """The council of this key that the sender runs; of a kind alone, or of nothing, that of their own post. Raises Refuse."""
    require_run(ctx)
    named = council_named(key) or _of_own_post(
        ctx, CouncilKind(key) if key in set(CouncilKind) else CouncilKind.ASSEMBLY
    )
    node = None if named is None else ctx.places.nodes.get(named[1])
    if named is None or node is None or named[0] not in kinds_at(node.kind):
        raise Refuse(NoSuch(Thing.COUNCIL, None) if council_named(key) else Missing(Lacks.COUNCIL))
    require_run(ctx, named[1])
    return council_at(ctx.uow, named[0], named[1], ctx.now)


def _of_own_post(ctx: Context, kind: CouncilKind) -> tuple[CouncilKind, int] | None:
    """The council of this kind where the sender runs some; None where that is not the only one."""
    posts = {term.place_id for term in sender_terms(ctx) if may(Act.RUN_COUNCIL, [term]) and term.place_id is not None}
    fitting = [place for place in sorted(posts) if kind in kinds_at(ctx.places.nodes[place].kind)]
    return (kind, fitting[0]) if len(fitting) == 1 else None


def is_member(ctx: Context, council_id: int, person_id: int) -> bool:
    """Whether somebody sits in a council now."""
    return council_id in councils_sat_in(ctx.uow, person_id, ctx.now)


def meeting_run(
    ctx: Context, number: int | None, states: Collection[MeetingState] = (MeetingState.CALLED,)
) -> MeetingRow:
    """The meeting of this number, or the only one that the sender may mean, in a council that they run; locked. Raises Refuse."""
    require_run(ctx)
    if number is not None:
        found = meeting_by_id(ctx.uow, number)
        if found is None:
            raise Refuse(NoSuch(Thing.MEETING, number))
        require_run(ctx, council_by_id(ctx.uow, found.council_id).place_id)
        return lock_meeting(ctx.uow, number)
    mine = councils_run(ctx)
    fitting = [each for each in meetings_of(ctx.uow, mine, ctx.now - RECENT) if each.state in states]
    return lock_meeting(ctx.uow, only_meeting(ctx, fitting).id)


def meeting_over(ctx: Context, place_id: int) -> MeetingRow:
    """The meeting to come, or going on, of a council that the sender runs and that has this place; locked. Raises Refuse."""
    require_run(ctx, place_id)
    line = ctx.places.line_of(place_id)
    mine = [each for each in councils_run(ctx) if council_by_id(ctx.uow, each).place_id in line]
    found = [each for each in meetings_of(ctx.uow, mine, ctx.now - RECENT) if each.state is MeetingState.CALLED]
    return lock_meeting(ctx.uow, only_meeting(ctx, found).id)


def only_meeting(ctx: Context, meetings: Sequence[MeetingRow]) -> MeetingRow:
    """The one that may be meant: of several the one that goes on now. Raises Refuse."""
    if not meetings:
        raise Refuse(NoSuch(Thing.MEETING, None))
    now = [each for each in meetings if doors_open(each.starts_at, each.state, ctx.now)]
    likely = now if len(now) == 1 else meetings
    if len(likely) > 1:
        raise Refuse(WhichOne(Thing.MEETING, tuple((each.id, each.room) for each in likely)))
    return likely[0]


def person_meant(ctx: Context, whom: Whom, council: CouncilRow, *, sits: bool = True) -> KnownPerson:
    """The one who is called so: of several a member (`sits` False: who is none yet), else who is near. Raises Refuse."""
    called = whom.name or whom.role or ""
    people = people_called(ctx, called, council.place_id) if called else []
    if not people:
        raise Refuse(NobodyCalled(called, 0))
    members = set(members_of(ctx.uow, council, ctx.now)) if len(people) > 1 else set()
    likely = nearest(ctx, [each for each in people if (each.id in members) is sits] or people)
    if len(likely) > 1:
        raise Refuse(several(ctx, called, likely, people, waits=False))
    return likely[0]


def _own_places(ctx: Context) -> list[int]:
    """Where the sender lives, then where they serve."""
    home = None if ctx.account is None else ctx.account.place_id
    posts = [term.place_id for term in sender_terms(ctx)]
    return [place for place in (home, *posts) if place is not None and place in ctx.places.nodes]
