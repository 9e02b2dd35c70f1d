"""What everybody may read of a council: no neighbour's name, no number."""

from handlers.context import Context
from storage.kept_words import masked_words
from understanding.council_told import without_neighbours


def open_words(ctx: Context, text: str) -> str:
    """A text without the names and numbers in it."""
    return without_neighbours(masked_words(text, ctx.names))
