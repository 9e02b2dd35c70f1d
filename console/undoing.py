"""Taking back what has just been done to a ticket, where the catalogue knows a command for it."""

from typing import Any

from flask import Response, render_template

from console import board_texts
from console.command_forms import CommandForm
from console.parts import Console, form_key, perform, told
from handlers.catalogue import entry_of


def undo_of(form: CommandForm) -> type[Any] | None:
    """The command that takes the form's command back and wants nothing but the ticket."""
    back = entry_of(form.command).back
    if back is None or any(slot.required and slot.name != "ticket" for slot in entry_of(back).slots):
        return None
    return back if any(slot.name == "ticket" for slot in entry_of(back).slots) else None


def add_undo(response: Response, number: str, do: str, form: CommandForm) -> None:
    """The button for it beside what was done, where there is a way back."""
    if undo_of(form) is not None:
        button = render_template("undo.html", number=number, do=do, b=board_texts)
        response.set_data(f'<div class="undoable">{response.get_data(as_text=True)}{button}</div>')


def taken_back(console: Console, form: CommandForm | None, number: str, nonce: str) -> Response:
    """Takes it back; who may not, or comes too late, is told so."""
    back = None if form is None else undo_of(form)
    if back is None:
        return told(board_texts.NOT_BACK, 400)
    command = back(ticket=number)
    return perform(console, command, form_key(command, nonce, "undo"))
