"""What a survey asks, whom, and how it goes on."""

from datetime import datetime
from enum import StrEnum


class Form(StrEnum):
    """How a question is answered."""

    ONE = "one"
    """By one choice."""
    SEVERAL = "several"
    """By one choice or more."""
    WORDS = "words"
    """In one's own words."""


class Asked(StrEnum):
    """Who is asked of those at a place."""

    RESIDENTS = "residents"
    """Whoever has said that they live there."""
    LEADERS = "leaders"
    """Building leaders."""
    MEMBERS = "members"
    """Party members who are posted or have signed in there."""
    VOTERS = "voters"
    """Residents of whom it is known who they are: one vote each."""


class SurveyState(StrEnum):
    """Where a survey stands."""

    DRAFT = "draft"
    """Written and counted; nobody was asked."""
    SENDING = "sending"
    """It goes out, and may be answered by whom it has reached."""
    OPEN = "open"
    """All were asked."""
    CLOSED = "closed"
    DROPPED = "dropped"
    """A draft that does not go out."""


RUNNING = frozenset({SurveyState.SENDING, SurveyState.OPEN})
NEEDS_BINDING = frozenset({Asked.LEADERS, Asked.MEMBERS, Asked.VOTERS})
"""Who is asked for a post, or has a vote, has to be known."""
FEWEST_CHOICES, MOST_CHOICES, MOST_QUESTIONS = 2, 9, 9
LONGEST_CHOICE = 20


def takes_answers(state: SurveyState, ends_at: datetime, now: datetime) -> bool:
    """Whether an answer counts now; also where the clock has not yet come to close it."""
    return state in RUNNING and now < ends_at


def is_span(starts_at: datetime | None, ends_at: datetime, now: datetime) -> bool:
    """Whether there is a time in which it can be answered: it ends after it begins, and after now."""
    return ends_at > max(starts_at or now, now)


def fits_choices(form: Form, choices: tuple[str, ...]) -> bool:
    """Whether a question of this form can have these choices: two to nine different short ones; none for words."""
    if form is Form.WORDS:
        return not choices
    short = all(len(choice) <= LONGEST_CHOICE for choice in choices)
    return short and FEWEST_CHOICES <= len(choices) <= MOST_CHOICES and len(set(choices)) == len(choices)
