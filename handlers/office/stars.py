"""The stars at the back office: the rounds of somebody's communities with their candidates, and what waits to be settled."""

from dataclasses import dataclass
from datetime import date

from governance.days import month_before
from governance.permissions import Act
from governance.stars.states import RUNNING, RoundState
from governance.stars.undo import why_not_undo
from handlers.context import Context
from handlers.office.staff import Staff, may_here
from handlers.stars.areas import area_called, led_communities
from handlers.stars.candidates import best_first, honoured_lately, rows_of
from handlers.stars.queries import candidates_of, open_objections, proposals
from handlers.stars.texts import why_lines
from storage.console.ticket_page import FileRow, file_by_id
from storage.stars.awards import AwardRow, announced_at, award_by_id
from storage.stars.nominations import NominationRow, nomination_with_picture, nominations_for
from storage.stars.rounds import RoundRow, rounds_in
from understanding.masking import masked_numbers


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
    """A community's running round, or a skipped one that can go on. `delayed`: that it was put off can be taken back."""

    row: RoundRow
    community: str
    candidates: list[Candidate]
    delayed: bool


@dataclass(frozen=True)
class StarsPage:
    """All that somebody reviews. `skipped`: rounds that may go on; `objections`: the award with what is said against it, never
    who said it.
    """

    rounds: list[ShownRound]
    skipped: list[ShownRound]
    objections: list[tuple[AwardRow, str]]
    announced: list[tuple[AwardRow, str]]


def stars_for(ctx: Context, staff: Staff) -> StarsPage:
    """The running rounds of the communities whose stars they review, and what was announced there of the last two months."""
    led = led_communities(ctx, staff.terms)
    done = announced_at(ctx.uow, led, month_before(month_before(ctx.today)))
    skipped = [row for row in rounds_in(ctx.uow, led, [RoundState.SKIPPED]) if _undoes(ctx, row, skipped=True)]
    return StarsPage(
        [_round(ctx, staff, row) for row in rounds_in(ctx.uow, led, RUNNING)],
        [_round(ctx, staff, row) for row in skipped],
        [(award, masked_numbers(said)) for award, said in open_objections(ctx, staff.terms, staff.person_id)],
        [(award, area_called(ctx, award)) for award in reversed(done)],
    )


def nomination_picture(ctx: Context, staff: Staff, file_id: int) -> FileRow | None:
    """A picture beside a nomination, to who reviews it."""
    found = nomination_with_picture(ctx.uow, file_id)
    award = None if found is None else award_by_id(ctx.uow, found.award_id)
    if award is None or not may_here(ctx, staff, Act.RUN_STARS, award.community_id):
        return None
    file = file_by_id(ctx.uow, file_id)
    return file if file is not None and file.state == "stored" else None


def _round(ctx: Context, staff: Staff, row: RoundRow) -> ShownRound:
    found = candidates_of(ctx, row)
    best, recent = {award.id for award in proposals(ctx, found)}, honoured_lately(ctx, found)
    said: dict[int, list[NominationRow]] = {}
    for each in nominations_for(ctx.uow, [award.id for award in found]):
        said.setdefault(each.award_id, []).append(each)
    candidates = [
        Candidate(
            award, area_called(ctx, award), award.id in best, recent.get(award.id), why_lines(best_first(rows_of(award))),
            said.get(award.id, []), award.person_id == staff.person_id,
        )
        for award in found
    ]  # fmt: skip
    community = ctx.places.nodes[row.place_id].name
    return ShownRound(row, community, candidates, _undoes(ctx, row, skipped=False))


def _undoes(ctx: Context, row: RoundRow, *, skipped: bool) -> bool:
    """Whether it can be taken back that a round was skipped, or put off."""
    return why_not_undo(row.before, skipped, row.state, row.held, ctx.now) is None
