"""What other domains ask about the stars."""

from collections.abc import Collection, Sequence

from governance.roles import Term
from governance.stars.ranking import proposed, ranked
from governance.stars.states import AwardState, Consent
from handlers.context import Context
from handlers.conversation.questions import Question, asked
from handlers.stars.areas import led_communities
from handlers.stars.candidates import standings
from storage.stars.awards import AwardRow, awards_numbered, awards_of_round
from storage.stars.objections import open_objections_at
from storage.stars.rounds import RoundRow

IN_REVIEW = (AwardState.CANDIDATE, AwardState.ACCEPTED, AwardState.RETURNED)
_SHOWN = (*IN_REVIEW, AwardState.NOTICED, AwardState.STOPPED)


def waiting_nomination(ctx: Context) -> int | None:
    """The nomination that the sender has just made and may send a picture to."""
    question = asked(ctx)
    if question is None or question.kind != Question.STAR_PHOTO:
        return None
    waiting: int = question.data["nomination"]
    return waiting


def open_objections(ctx: Context, terms: Collection[Term], person_id: int) -> list[tuple[AwardRow, str]]:
    """What waits to be settled where these terms review, the oldest first; never what is said of this person."""
    found = open_objections_at(ctx.uow, led_communities(ctx, terms))
    known = {award.id: award for award in awards_numbered(ctx.uow, [row.award_id for row in found])}
    with_award = [(known[row.award_id], row.text or "") for row in found]
    return [(award, text) for award, text in with_award if award.person_id != person_id]


def proposals(ctx: Context, found: Sequence[AwardRow]) -> list[AwardRow]:
    """The best of each kind and area who may be accepted. Source: governance.stars.ranking."""
    open_to = [award for award in found if award.state in IN_REVIEW and award.consent is not Consent.REFUSED]
    able = [award for award in open_to if not award.left and award.state is not AwardState.RETURNED]
    apart = ctx.config.rules.star_months_apart
    best = {each.id for each in proposed(standings(ctx, able), able[0].month, apart)} if able else set()
    return [award for award in able if award.id in best]


def candidates_of(ctx: Context, current: RoundRow) -> list[AwardRow]:
    """Whom a reviewer sees of a round: the best of each kind and area first."""
    found = awards_of_round(ctx.uow, current.id, _SHOWN)
    order = sorted(ranked(standings(ctx, found)), key=lambda each: (each.kind, each.area))
    by_id = {award.id: award for award in found}
    return [by_id[each.id] for each in order]
