"""The round that a nomination counts in: the one that is open, else the next, so that none is lost."""

from datetime import date

from governance.days import month_of, next_month
from governance.stars.round_dates import RoundDates, dates_of
from governance.stars.states import TAKES_NOMINATIONS
from handlers.context import Context
from storage.stars.rounds import RoundRow, plan_round, rounds_in, rounds_of


def taking_round(ctx: Context, community: int) -> RoundRow:
    """The community's round that takes nominations now, locked; planned where there is none."""
    found = rounds_in(ctx.uow, [community], TAKES_NOMINATIONS, lock=True)
    if not found:
        known = rounds_of(ctx.uow, [community])
        month = max(next_month(known[-1].month), month_of(ctx.today)) if known else _first_month(ctx)
        plan_round(ctx.uow, community, month, _dates(ctx, month))
        found = rounds_in(ctx.uow, [community], TAKES_NOMINATIONS, lock=True)
    return found[0]


def plan_month(ctx: Context, community: int) -> None:
    """Plans the community's round of this month, unless it has one."""
    month = month_of(ctx.today)
    plan_round(ctx.uow, community, month, _dates(ctx, month))


def too_late_to_begin(ctx: Context) -> bool:
    """Whether a community that has had no round yet begins with the next month: this month's nominations would be open already."""
    return ctx.now > _dates(ctx, month_of(ctx.today)).opens_at


def _first_month(ctx: Context) -> date:
    month = month_of(ctx.today)
    return next_month(month) if too_late_to_begin(ctx) else month


def _dates(ctx: Context, month: date) -> RoundDates:
    return dates_of(month, ctx.config.zone, ctx.config.rules)
