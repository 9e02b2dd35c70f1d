"""Which numbers a name may mean: itself, or the last digits on each of the last days."""

from datetime import timedelta

from governance.ticket_numbers import is_ticket_number, last_digits, ticket_number
from handlers.context import Context

LOOK_BACK_DAYS = 60


def numbers_named(ctx: Context, name: str) -> list[str]:
    """All numbers that this name fits; none where it is no name of a ticket, as what a form sends may be."""
    if is_ticket_number(name):
        return [name.upper()]
    digits = last_digits(name)
    if digits is None:
        return []
    days = (ctx.today - timedelta(days=back) for back in range(LOOK_BACK_DAYS))
    return [ticket_number(ctx.config.ticket_prefix, day, int(digits)) for day in days]
