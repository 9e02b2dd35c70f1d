"""A question for what a text's command lacks."""

from handlers.tickets.details import ask_detail

__all__ = ["ask_detail"]
