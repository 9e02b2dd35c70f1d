"""Which of several who are called alike: shown as buttons of the form that was sent, or of one that carries all that was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import render_template, request

from handlers.inbound import Answered
from handlers.refusals import CalledSo

PICKED = "picked"
"""What a button sends: the field, and the code of who was pressed."""


@dataclass(frozen=True)
class Choice:
    """Who is offered for which field, with all that was typed beside it, and where it is posted to."""

    people: tuple[CalledSo, ...]
    field: str
    kept: Mapping[str, str]
    action: str


def picked(sent: Mapping[str, str]) -> dict[str, str]:
    """What was sent, with who was pressed in the field that named several."""
    name, mark, code = sent.get(PICKED, "").partition("=")
    typed = {field: value for field, value in sent.items() if field != PICKED}
    return {**typed, name: code} if mark and name in typed else typed


def buttons(answered: Answered, sent: Mapping[str, str]) -> str:
    """Everybody who is offered, as buttons (HTML) for inside the form; empty where nobody is to be chosen."""
    if answered.which is None:
        return ""
    return render_template("called.html", people=answered.which.people, field=_field(answered.which.called, sent))


def form_of_choice(answered: Answered, sent: Mapping[str, str]) -> Choice | None:
    """The same as a form by itself, where the page has none to come back to; None where nobody is to be chosen."""
    if answered.which is None:
        return None
    kept = {name: value for name, value in sent.items() if name not in ("csrf", "nonce")}
    return Choice(answered.which.people, _field(answered.which.called, sent), kept, request.path)


def _field(called: str, sent: Mapping[str, str]) -> str:
    """The field in which the name stands: the shortest that has it, for a text may name them too."""
    having = [name for name, value in sent.items() if called and called in value]
    return min(having, key=lambda name: len(sent[name]), default="")
