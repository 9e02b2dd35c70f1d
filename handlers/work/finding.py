"""What follows a command, for handlers of texts."""

from handlers.turn import Turn


def said(turn: Turn) -> str:
    """What follows the command, in the writer's own letters and punctuation."""
    return "" if turn.meaning is None else turn.said.argument
