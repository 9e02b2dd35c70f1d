"""The life of a topic, and how much support brings it before the council."""

from enum import StrEnum


class TopicState(StrEnum):
    """Where a topic stands."""

    PROPOSED = "proposed"
    ON_AGENDA = "on_agenda"
    RESOLVED = "resolved"
    DROPPED = "dropped"


OPEN = frozenset({TopicState.PROPOSED, TopicState.ON_AGENDA})
"""What may still be supported, and come to a resolution."""


def is_enough(supporters: int, needed: int) -> bool:
    """Whether so many who support a topic bring it before the council; who proposed it is none of them."""
    return supporters >= needed
