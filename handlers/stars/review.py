"""评议: the candidates of the sender's communities with what their scores rest on."""

from collections.abc import Sequence

from governance.notices import NoticeKind
from governance.stars.states import RoundState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.refusals import NotAllowed
from handlers.stars.candidates import best_first, honoured_lately, rows_of
from handlers.stars.commands import Review
from handlers.stars.outcomes.review import (
    CandidateLine,
    NoSuchAward,
    NothingToReview,
    ReviewDetail,
    ReviewList,
    RoundList,
)
from handlers.stars.queries import candidates_of, proposals
from handlers.stars.reviewers import Reviewer, award_of, communities_of, reviewer
from storage.outbox import enqueue_notification, owed_already
from storage.stars.awards import AwardRow
from storage.stars.nominations import NominationRow, nominations_for
from storage.stars.rounds import RoundRow, rounds_in

MOST_LINES, MOST_REASONS, MOST_PICTURES = 20, 5, 3


@executes(Review)
def review(command: Review, ctx: Context) -> ReviewList | NothingToReview | ReviewDetail | NoSuchAward | NotAllowed:
    """评议 alone lists the candidates with the proposals; 评议 N says what one rests on."""
    who = reviewer(ctx)
    if command.number is not None:
        return _detail(ctx, award_of(ctx, who, command.number))
    lists = [found for each in reviewed_rounds(ctx, who) if (found := _listed(ctx, each)).lines]
    return ReviewList(tuple(lists), lists[0].lines[0].number) if lists else NothingToReview()


def reviewed_rounds(ctx: Context, who: Reviewer) -> list[RoundRow]:
    """The rounds that somebody reviews now; while none is in review, those that gather candidates or show them."""
    led = communities_of(ctx, who)
    for states in ((RoundState.REVIEWING,), (RoundState.NOTICE, RoundState.NOMINATING)):
        found = rounds_in(ctx.uow, led, states)
        if found:
            return found
    return []


def _listed(ctx: Context, current: RoundRow) -> RoundList:
    found = candidates_of(ctx, current)
    best, recent = {award.id for award in proposals(ctx, found)}, honoured_lately(ctx, found)
    lines = tuple(
        CandidateLine(
            award.id, award.kind, award.area_id, award.name, award.score, award.state, award.consent, recent.get(award.id),
            award.id in best,
        )
        for award in found[:MOST_LINES]
    )  # fmt: skip
    return RoundList(current.place_id, current.month, current.state, lines, max(len(found) - MOST_LINES, 0))


def _detail(ctx: Context, award: AwardRow) -> ReviewDetail:
    known = nominations_for(ctx.uow, [award.id])
    _show_pictures(ctx, known)
    return ReviewDetail(
        award.id, award.name, award.kind, award.area_id, award.state, award.consent, award.score,
        tuple(best_first(rows_of(award))), tuple((row.reason, row.flags) for row in known[:MOST_REASONS]), award.deeds or "",
    )  # fmt: skip


def _show_pictures(ctx: Context, known: Sequence[NominationRow]) -> None:
    """The pictures beside the nominations, each once to each reviewer."""
    account = ctx.sender.id
    keys = {f"star_shown:{row.picture_id}:{account}": row.picture_id for row in known[:MOST_PICTURES] if row.picture_id}
    before = owed_already(ctx.uow, list(keys))
    for key, picture in keys.items():
        if key not in before:
            enqueue_notification(
                ctx.uow,
                dedupe_key=key,
                account_id=account,
                kind=NoticeKind.PHOTO,
                text="",
                now=ctx.now,
                picture_id=picture,
            )
