"""One question at a time, asked only for what is missing, and what its answer does."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from handlers.context import Context
from storage.dialogues import OpenQuestion, close_question, open_question, question_of
from understanding.command_names import CommandName


class Wants(StrEnum):
    """What the answer to the question for a slot looks like. What looks otherwise is no answer to it."""

    WORDS = "words"
    PLACE = "place"
    PERSON = "person"
    NUMBER = "number"


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
    """What a command still lacks. data: number (None: it is about no ticket), command, before, wants, lacks, again
    (it was asked twice).
    """
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
    NOTICE = "notice"
    """Whether the notice that was shown may go out. data: number, text, of (its kind), places, street (not in the tree)."""
    ANNOUNCED = "announced"
    """Whether what was reported is what is announced there. data: text, place and place_text of the report."""
    PERSON = "person"
    """What somebody of us is to answer, after a person was asked for."""
    CHOICE = "choice"
    """What a text meant. data: text, options (command, ticket, shift, variant of each)."""
    WHOSE = "whose"
    """Which ticket something belongs to that was sent from work. data: what (it is), options (number and about of each)."""
    LISTED = "listed"
    """Nothing is asked: which shifts were just listed, of which one may be meant by its place. data: shifts (ids)."""
    SIGN_IN = "sign_in"
    """Which number stands on the screen of a browser that is to be signed in. data: request."""
    SURVEY = "survey"
    """A question of a survey. data: survey, question (its position), form, choices."""
    STAR_PHOTO = "star_photo"
    """A picture beside a nomination, if there is one. data: nomination, name."""
    MILESTONE_PHOTO = "milestone_photo"
    """Pictures beside a milestone that was just proved, if there are any. data: milestone."""
    UNIT = "unit"
    """For which of their units a request is. data: number, units (id and name of each)."""
    PROJECT_PHOTO = "project_photo"
    """A picture beside what was told of a project, if there is one. data: step."""

    INSPECTION_PHOTO = "inspection_photo"
    """A picture beside a thing that was just looked at, if there is one. data: inspection."""


_AS_OF_0_1: dict[tuple[str, str], CommandName] = {
    ("enrol", ""): CommandName.ENROL,
    ("shifts", "record"): CommandName.WRITE_RECORD,
    ("swap", ""): CommandName.OFFER_SWAP,
    ("patrol", ""): CommandName.PATROL,
    ("check_in", ""): CommandName.CHECK_IN,
    ("nominate", ""): CommandName.NOMINATE,
    ("object", ""): CommandName.OBJECT_TO,
    ("plan", ""): CommandName.SET_PLAN,
    ("handle", ""): CommandName.HANDLE_TICKET,
    ("return", ""): CommandName.RETURN_TICKET,
    ("transfer", ""): CommandName.TRANSFER_TICKET,
    ("transfer", "dispatch"): CommandName.DISPATCH_TICKET,
    ("transfer", "council"): CommandName.TAKE_TO_COUNCIL,
    ("verify", "stand_down"): CommandName.STAND_DOWN,
    ("verify", ""): CommandName.VERIFY_TICKET,
    ("extend", ""): CommandName.REQUEST_EXTENSION,
    ("rate", "call_back"): CommandName.CALL_BACK,
    ("crew", "draw"): CommandName.SPEND_EMERGENCY_FUND,
    ("crew", "settle"): CommandName.SETTLE_EMERGENCY,
    ("urge", "supervise"): CommandName.SUPERVISE_TICKET,
    ("progress", "remark"): CommandName.ADD_REMARK,
    ("progress", "relay"): CommandName.RELAY_TO_REPORTER,
}
"""Version 0.1 kept an intent and what of it was asked for; such questions may still be open."""


def asked_for(data: dict[str, Any]) -> CommandName:
    """The command that a question for its slot waits for."""
    if "command" in data:
        return CommandName(data["command"])
    return _AS_OF_0_1[data["intent"], data["act"]]


def ask(ctx: Context, kind: Question, **data: Any) -> None:
    """Keeps the question until its answer, or until the writer has been silent for half an hour."""
    expires = ctx.now + timedelta(minutes=ctx.config.rules.question_minutes)
    question = OpenQuestion(ctx.sender.id, kind.value, data, ctx.now, expires)
    open_question(ctx.uow, question, replaces=ctx.sender.asked_until is not None)
    ctx.sender.asked_until = expires


def ask_slot(
    ctx: Context,
    command: CommandName,
    *,
    number: str | None = None,
    before: str = "",
    wants: Wants = Wants.WORDS,
    lacks: str = "",
) -> None:
    """Waits for what a command lacks: the next words that look like it, behind `before`, are read as this command, on this ticket.

    `lacks`: what of it is missing, where that may be several things of one kind.
    Raises AskedTwice where the same was asked twice already, and the answer to that was none.
    """
    earlier = ctx.answers.data if ctx.answers is not None and ctx.answers.kind == Question.DETAIL else {}
    asks = {"number": number, "command": command.value, "wants": wants.value, "lacks": lacks}
    same = all(earlier.get(key) == value for key, value in asks.items())
    if same and earlier.get("again"):
        raise AskedTwice
    ask(ctx, Question.DETAIL, **asks, before=before, again=same)


class AskedTwice(Exception):
    """A command lacks what was asked for twice: the question is let go, and the text is read by itself. Nothing was written."""


def asked(ctx: Context) -> OpenQuestion | None:
    """The question that the sender was asked and that is still open."""
    if ctx.sender.asked_until is None or ctx.sender.asked_until <= ctx.now:
        return None
    return question_of(ctx.uow, ctx.sender.id)


def settled(ctx: Context) -> None:
    """The sender's question needs no answer any more."""
    close_question(ctx.uow, ctx.sender.id)
    ctx.sender.asked_until = None
