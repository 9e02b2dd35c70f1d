"""One question at a time, asked only for what is missing, and what its answer does."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from handlers.turn import Turn
from storage.dialogues import OpenQuestion, close_question, open_question, question_of


class Question(StrEnum):
    """What may be asked of a reporter, or of somebody at work."""

    PLACE = "place"
    """Where it is. data: numbers of the tickets, candidates (ids of places)."""
    PROBLEM = "problem"
    """What is wrong. data: place and place_text, as far as they were said."""
    DANGER = "danger"
    """Whether there is danger now. data: number."""
    SPLIT = "split"
    """Whether several things are to be several tickets. data: number, parts."""
    JOIN = "join"
    """Whether it is what a neighbour has reported. data: number, into."""
    DETAIL = "detail"
    """What a command still lacks. data: number (None: it is about no ticket), intent, act, before."""
    EVIDENCE = "evidence"
    """A picture or a position that proves a move. data: number, move, note."""
    REPLY = "reply"
    """What a worker wanted to know. data: number, person (who asked)."""
    REASON = "reason"
    """Why somebody is dissatisfied. data: number."""
    THERE = "there"
    """A position or code that shows that somebody is where they check in. data: place."""
    ANSWERED = "answered"
    """Whether a known answer was any help. data: text (what was asked)."""
    STAR_PHOTO = "star_photo"
    """A picture beside a nomination, if there is one. data: nomination, name."""


def ask(turn: Turn, kind: Question, **data: Any) -> None:
    """Keeps the question until its answer, or until the writer has been silent for half an hour."""
    expires = turn.now + timedelta(minutes=turn.config.rules.question_minutes)
    question = OpenQuestion(turn.account.id, kind.value, data, turn.now, expires)
    open_question(turn.uow, question, replaces=turn.account.asked_until is not None)
    turn.account.asked_until = expires


def asked(turn: Turn) -> OpenQuestion | None:
    """The question that the sender was asked and that is still open."""
    if turn.account.asked_until is None or turn.account.asked_until <= turn.now:
        return None
    return question_of(turn.uow, turn.account.id)


def settled(turn: Turn) -> None:
    """The sender's question needs no answer any more."""
    close_question(turn.uow, turn.account.id)
    turn.account.asked_until = None
