"""Who is there: see `handlers.tickets.parts`."""

from handlers.tickets.parts import LEADS, accounts_of, all_reached, first_reached

__all__ = ["LEADS", "accounts_of", "all_reached", "first_reached"]
