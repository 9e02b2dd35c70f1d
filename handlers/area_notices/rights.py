"""Whose business a notice is, and which one is meant."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from governance.area_notices import NoticeState
from governance.permissions import Act, may_at
from governance.roles import Role, Term
from governance.serving import Servant
from handlers.area_notices.audience import told_of
from handlers.area_notices.outcomes import NoSuchNotice, WhichNotice
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require, rights_area
from handlers.tickets.parts import all_reached, worker_of
from storage.area_notices import NoticeRow, lock_notice, notices_numbered, recent_notices
from understanding.announced import kind_in
from understanding.notice import number_said
from understanding.places_told import places_told

LATELY = timedelta(days=1)
MOST = 50
ASKED = (
    Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.DISPATCHER, Role.GRID_HEAD, Role.ADMINISTRATOR,
)  # fmt: skip
"""Who is asked to look at a notice to many, in this order; so many of them: """
MOST_ASKED = 3


def in_charge(ctx: Context, terms: Sequence[Term], places: Sequence[int]) -> bool:
    """Whether somebody with these terms may send notices to all of these places."""
    here = [place for place in places if place in ctx.places.nodes]
    return bool(here) and all(may_at(Act.DISPATCH, terms, *rights_area(ctx, place)) for place in here)


def my_terms(ctx: Context) -> tuple[Term, ...]:
    """The sender's terms, and those of whom they stand in for."""
    worker = worker_of(ctx, ctx.person_id)
    return () if worker is None else worker.terms


def meant(ctx: Context, said: str, states: Sequence[NoticeState], about: str = "") -> NoticeRow:
    """The notice that is meant, locked. Without a number the only one of the sender's in these states, or the only one that
    the words `about` it fit. Raises Refuse.
    """
    require(ctx, Act.DISPATCH)
    terms = my_terms(ctx)
    number = number_said(said, ctx.today)
    if number:
        found = [row for row in notices_numbered(ctx.uow, [number]) if in_charge(ctx, terms, row.places)]
        if not found:
            raise Refuse(NoSuchNotice(said))
        return _locked(ctx, found[0])
    near = [row for row in mine(ctx, terms) if row.state in states]
    near = _fitting(ctx, near, about)
    own = [row for row in near if row.by_id == ctx.person_id] or near
    if len(own) != 1:
        raise Refuse(WhichNotice(tuple(told_of(ctx, row) for row in own)))
    return _locked(ctx, own[0])


def mine(ctx: Context, terms: Sequence[Term]) -> list[NoticeRow]:
    """The notices of late that somebody with these terms may act on, the newest first."""
    return [row for row in recent_notices(ctx.uow, ctx.now - LATELY, MOST) if in_charge(ctx, terms, row.places)]


def second_pair(ctx: Context, notice: NoticeRow) -> list[Servant]:
    """Who else may agree to it and can be reached: of the first roles, who wrote it aside; each once."""
    return others_in_charge(ctx, notice.places, (notice.by_id, ctx.person_id))


def others_in_charge(ctx: Context, places: Sequence[int], but: Collection[int | None]) -> list[Servant]:
    """Who may send notices to all of these places and can be reached, these people aside."""
    place = next((place for place in places if place in ctx.places.nodes), None)
    others = [each for each in all_reached(ctx, place, ASKED) if each.person not in but]
    able: dict[int, Servant] = {}
    for role in ASKED:
        for each in others:
            worker = worker_of(ctx, each.person) if each.role is role and each.person not in able else None
            if worker is not None and in_charge(ctx, worker.terms, places):
                able[each.person] = each
    return list(able.values())[:MOST_ASKED]


def _fitting(ctx: Context, rows: list[NoticeRow], about: str) -> list[NoticeRow]:
    """Those of the kind and of the places that the words name; all where they name none of theirs."""
    kind, said = kind_in(about), places_told(ctx.places, about)
    named = {*said.places, *said.unclear}
    alike = [row for row in rows if row.kind == kind] or rows
    inside = [row for row in alike if any(named & set(ctx.places.line_of(place)) for place in row.places)]
    return inside or alike


def _locked(ctx: Context, row: NoticeRow) -> NoticeRow:
    locked = lock_notice(ctx.uow, row.id)
    assert locked is not None
    return locked
