"""The stars at the back office: the rounds of somebody's communities with their candidates, and what waits to be settled."""

from dataclasses import dataclass
from datetime import date

from governance.days import month_before
from governance.permissions import Act
from governance.stars.states import AwardState
from handlers.console.staff import Staff, may_here
from handlers.context import Context
from handlers.stars.areas import area_called, led_communities
from handlers.stars.candidates import best_first, honoured_lately, rows_of
from handlers.stars.objections import open_objections
from handlers.stars.review import candidates_of, proposals, why_lines
from storage.console.ticket_page import FileRow, file_by_id
from storage.models import Nomination, StarAward, StarRound
from storage.stars.awards import AwardRow, awards
from storage.stars.nominations import NominationRow, nominations
from storage.stars.rounds import RoundRow, running_rounds


@dataclass(frozen=True)
class Candidate:
    """Somebody in a round. `proposed`: the best of their area; `recent`: the month of an award too short ago; `why`: what the
    score rests on, in lines; `own`: it is the reader.
    """

    award: AwardRow
    area: str
    proposed: bool
    recent: date | None
    why: list[str]
    reasons: list[NominationRow]
    own: bool


@dataclass(frozen=True)
class ShownRound:
    """A community's running round."""

    row: RoundRow
    community: str
    candidates: list[Candidate]


@dataclass(frozen=True)
class StarsPage:
    """All that somebody reviews. `objections`: the award with what is said against it, never who said it."""

    rounds: list[ShownRound]
    objections: list[tuple[AwardRow, str]]
    announced: list[tuple[AwardRow, str]]


def stars_for(ctx: Context, staff: Staff) -> StarsPage:
    """The running rounds of the communities whose stars they review, and what was announced there of the last two months."""
    led = StarRound.place_id.in_(led_communities(ctx, staff.terms))
    since = month_before(month_before(ctx.today))
    done = awards(ctx.uow, led, StarAward.state == AwardState.ANNOUNCED.value, StarRound.month >= since)
    return StarsPage(
        [_round(ctx, staff, row) for row in running_rounds(ctx.uow, led)],
        open_objections(ctx, staff.terms, staff.person_id),
        [(award, area_called(ctx, award)) for award in reversed(done)],
    )


def nomination_picture(ctx: Context, staff: Staff, file_id: int) -> FileRow | None:
    """A picture beside a nomination, to who reviews it."""
    found = nominations(ctx.uow, Nomination.picture_id == file_id)
    award = next(iter(awards(ctx.uow, StarAward.id == found[0].award_id)), None) if found else None
    if award is None or not may_here(ctx, staff, Act.RUN_STARS, award.community_id):
        return None
    file = file_by_id(ctx.uow, file_id)
    return file if file is not None and file.state == "stored" else None


def _round(ctx: Context, staff: Staff, row: RoundRow) -> ShownRound:
    found = candidates_of(ctx, row)
    best, recent = {award.id for award in proposals(ctx, found)}, honoured_lately(ctx, found)
    said: dict[int, list[NominationRow]] = {}
    for each in nominations(ctx.uow, Nomination.award_id.in_([award.id for award in found])):
        said.setdefault(each.award_id, []).append(each)
    candidates = [
        Candidate(
            award, area_called(ctx, award), award.id in best, recent.get(award.id), why_lines(best_first(rows_of(award))),
            said.get(award.id, []), award.person_id == staff.person_id,
        )
        for award in found
    ]  # fmt: skip
    return ShownRound(row, ctx.places.nodes[row.place_id].name, candidates)
