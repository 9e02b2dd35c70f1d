"""What is done to many tickets at once: each by itself, so that one that can't be dispatched holds up no other."""

from dataclasses import dataclass

from flask import Blueprint, Response, make_response, render_template
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from console import board_texts, texts, ticket_texts
from console.command_forms import CommandForm, filled
from console.parts import Console, form_key, guarded, nonce, order, staff
from console.undoing import undo_of
from governance.permissions import Act
from handlers.errors import NotTaken
from handlers.office.colleagues import Alike, several_meant
from handlers.outcomes import Tone
from handlers.tickets.commands import DispatchTicket

MOST_AT_ONCE = 50
LONGEST = 60
_ASKED = texts.ASKED
_NUMBERS = words("number", _ASKED["number"], 40, many=True)
_NONCE = words("nonce", _ASKED["nonce"], LONGEST)
CHOSEN = (_NUMBERS, words("whom", _ASKED["whom"], LONGEST), _NONCE)
TO = CommandForm(DispatchTicket, texts.TICKET_DO["dispatch"], needs=("ticket", "whom"))


@dataclass(frozen=True)
class Row:
    """What came of one of them. `several`: those of one name of whom one is to be chosen first."""

    number: str
    said: str
    good: bool
    several: tuple[Alike, ...] = ()


def bulk_pages(blueprint: Blueprint, console: Console) -> None:
    """Dispatching several, and taking several dispatches back."""

    @blueprint.post("/board/dispatch")
    @guarded(console, Act.DISPATCH)
    @takes(form=CHOSEN)
    def dispatch(number: list[str], whom: str, nonce: str) -> ResponseReturnValue:
        """Several tickets to one person."""
        numbers = list(dict.fromkeys(number))
        if not numbers or not whom.strip():
            return make_response(render_template("said.html", said=texts.NO_CHOICE, bad=True))
        return _results(
            [_dispatch(console, each, whom.strip(), nonce) for each in numbers[:MOST_AT_ONCE]], len(numbers),
            can_undo=True,
        )  # fmt: skip

    @blueprint.post("/board/undo")
    @guarded(console, Act.DISPATCH)
    @takes(form=(_NUMBERS, _NONCE))
    def undo_many(number: list[str], nonce: str) -> ResponseReturnValue:
        """Takes back several dispatches that nobody has acted on."""
        back = undo_of(TO)
        numbers = [] if back is None else list(dict.fromkeys(number))
        rows = (
            [] if back is None else [_done(console, each, back(ticket=each), nonce) for each in numbers[:MOST_AT_ONCE]]
        )
        return _results(rows, len(numbers), can_undo=False)


def _results(rows: list[Row], asked: int, *, can_undo: bool) -> Response:
    """What came of each; of `asked` ones the rest was not touched, and that is said."""
    return make_response(
        render_template(
            "bulk.html", rows=rows, done=[row.number for row in rows if row.good], can_undo=can_undo, b=board_texts,
            nonce=nonce(), left=asked - len(rows), most=MOST_AT_ONCE,
        )
    )  # fmt: skip


def _dispatch(console: Console, number: str, whom: str, nonce_sent: str) -> Row:
    made = filled(TO, {"ticket": number, "whom": whom})
    if made.command is None:
        return Row(number, "、".join(made.problems.values()), good=False)
    with console.reading() as ctx:
        several = several_meant(ctx, staff(), number, made.command.whom)
    if several:
        return Row(number, ticket_texts.WHICH.format(whom=whom, count=len(several)), good=False, several=tuple(several))
    return _done(console, number, made.command, nonce_sent)


def _done(console: Console, number: str, command: object, nonce_sent: str) -> Row:
    try:
        answered = order(console, command, form_key(command, nonce_sent))
    except NotTaken:
        return Row(number, texts.AWAY, good=False)
    return Row(number, answered.text, good=answered.tone in (Tone.DONE, Tone.TOLD))
