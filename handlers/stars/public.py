"""美善之星, 为什么是她: what anybody may see of the stars."""

from governance.stars.states import PUBLIC, AwardState
from handlers.catalogue import executes
from handlers.context import Context
from handlers.stars.candidates import best_first, rows_of
from handlers.stars.commands import ShowRoll, ShowWhy
from handlers.stars.outcomes.public import NoRoll, NoWhy, PublicLine, Roll, Why, WhyWhich
from storage.stars.awards import AwardRow, awards_in

_SEEN = (*PUBLIC, AwardState.STOPPED)


def public_awards(ctx: Context) -> list[AwardRow]:
    """What is on public notice or was announced, the newest month first; what an objection has stopped is among it."""
    return sorted(awards_in(ctx.uow, _SEEN), key=lambda award: (-award.month.toordinal(), award.kind, award.id))


@executes(ShowRoll)
def roll(_command: ShowRoll, ctx: Context) -> Roll | NoRoll:
    """What is on notice and what was announced last, the sender's own community first."""
    shown = [award for award in public_awards(ctx) if award.state in PUBLIC]
    if not shown:
        return NoRoll()
    home = None if ctx.sender.place_id is None else ctx.places.community_of(ctx.sender.place_id)
    shown.sort(key=lambda award: award.community_id != home)
    done = [award for award in shown if award.state is AwardState.ANNOUNCED]
    last = max((award.month for award in done), default=None)
    return Roll(
        tuple(_line(award) for award in shown if award.state is AwardState.NOTICED),
        tuple(_line(award) for award in done if award.month == last), ctx.today.year,
    )  # fmt: skip


@executes(ShowWhy)
def why(command: ShowWhy, ctx: Context) -> Why | WhyWhich | NoWhy | NoRoll:
    """为什么是她 N: what an award rests on."""
    shown = [award for award in public_awards(ctx) if award.state in PUBLIC]
    number = command.number
    if number is None and len(shown) != 1:
        return WhyWhich(shown[0].id) if shown else NoRoll()
    award = next((each for each in shown if number in (None, each.id)), None)
    if award is None:
        return NoWhy(number or 0)
    rows = tuple(row for row in best_first(rows_of(award)) if row.points)
    return Why(award.id, award.shown, award.kind, award.area_id, award.score, rows)


def _line(award: AwardRow) -> PublicLine:
    return PublicLine(award.id, award.kind, award.shown, award.area_id, award.deeds or "")
