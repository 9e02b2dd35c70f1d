"""Which numbers a name may mean: itself, or the last digits on each of the last days."""

from datetime import timedelta

from governance.ticket_numbers import is_ticket_number, ticket_number
from handlers.context import Context

LOOK_BACK_DAYS = 60


def numbers_named(ctx: Context, name: str) -> list[str]:
    """All numbers that this name fits."""
    if is_ticket_number(name):
        return [name.upper()]
    digits = name.rpartition("-")[2]
    days = (ctx.today - timedelta(days=back) for back in range(LOOK_BACK_DAYS))
    return [ticket_number(ctx.config.ticket_prefix, day, int(digits)) for day in days]
