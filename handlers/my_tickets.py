"""我的工单: the same words from those who work here and from those who report."""

from governance.permissions import Act, may
from handlers.inbound import Reply
from handlers.posts import sender_terms
from handlers.progress import progress
from handlers.turn import Turn
from handlers.workplace import my_grid


def my_tickets(turn: Turn) -> Reply:
    """To those who work here what is open at their place, to residents their own reports."""
    return my_grid(turn) if may(Act.SEE, sender_terms(turn)) else progress(turn)
