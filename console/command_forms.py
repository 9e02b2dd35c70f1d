"""Forms whose fields are the slots of a command: shown empty, filled in, and shown again with what is missing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Response, make_response, render_template
from markupsafe import Markup

from console import texts
from console.parts import nonce, staff
from handlers.catalogue import Slot, entry_of

LONGEST = 300


@dataclass(frozen=True)
class CommandForm:
    """How a page offers a command. `given`: slots that the page fills, not the reader; `fixed`: what they are where it is always
    the same; `hints`: what is said behind a slot's label; `plain`: a button that is not the usual choice.
    """

    command: type[Any]
    label: str
    given: tuple[str, ...] = ()
    fixed: Mapping[str, str] | None = None
    hints: Mapping[str, str] | None = None
    plain: bool = False


@dataclass(frozen=True)
class Field:
    """One field as it is shown, with what was typed and what is wrong with it."""

    name: str
    label: str
    value: str
    problem: str
    size: int


@dataclass(frozen=True)
class FormView:
    """A form as it is shown."""

    do: str
    label: str
    plain: bool
    hidden: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Filled:
    """What somebody sent: the command; or (None) what is wrong, by field."""

    command: Any
    problems: Mapping[str, str]


def form_view(do: str, form: CommandForm, sent: Mapping[str, Any], problems: Mapping[str, str]) -> FormView:
    """The form with what was sent or what the page gives, and what is wrong, beside each field."""
    given = form.given
    slots = [slot for slot in entry_of(form.command).slots if slot.name not in (form.fixed or {})]
    return FormView(
        do, form.label, form.plain, tuple((name, str(sent.get(name, ""))) for name in given),
        tuple(
            Field(slot.name, _label(slot, form), str(sent.get(slot.name, "")), problems.get(slot.name, ""), _size(slot.kind))
            for slot in slots
            if slot.name not in given
        ),
    )  # fmt: skip


def filled(form: CommandForm, sent: Mapping[str, str]) -> Filled:
    """The command that a sent form stands for; what is typed is taken as it is."""
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for slot in entry_of(form.command).slots:
        raw = (form.fixed or {}).get(slot.name, sent.get(slot.name, "").strip()[:LONGEST])
        if raw == "":
            if slot.required:
                problems[slot.name] = texts.FILL_IN.format(fields=slot.label)
            continue
        try:
            values[slot.name] = _READ[slot.kind](raw)
        except ValueError:
            problems[slot.name] = texts.NOT_A_NUMBER
    return Filled(None if problems else form.command(**values), problems)


def sent_again(
    do: str, form: CommandForm, sent: Mapping[str, str], problems: Mapping[str, str], said: str = "", status: int = 422
) -> Response:
    """The form in its own place with all that was typed, and what is wrong, or why it was refused (`said`, HTML), beside it."""
    view = form_view(do, form, sent, problems)
    html = render_template("command_form.html", form=view, said=Markup(said), staff=staff(), nonce=nonce())  # noqa: S704 - ours
    response = make_response(html, status)
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "this", "outerHTML"
    return response


def _numbers(raw: str) -> tuple[int, ...]:
    found = re.findall(r"[0-9]{1,9}", raw)
    if not found:
        raise ValueError(raw)
    return tuple(int(number) for number in found)


def _number(raw: str) -> int:
    if not raw.isdecimal() or len(raw) > 9:
        raise ValueError(raw)
    return int(raw)


_READ: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: _number,
    int | None: _number,
    bool: lambda raw: raw == "1",
    bool | None: lambda raw: raw == "1",
    tuple[int, ...]: _numbers,
}
"""A slot's value from what a form sends."""


def _label(slot: Slot, form: CommandForm) -> str:
    hint = (form.hints or {}).get(slot.name) or ("" if slot.required else texts.MAY_BE_EMPTY)
    return texts.WITH_HINT.format(label=slot.label, hint=hint) if hint else slot.label


def _size(kind: Any) -> int:
    return 14 if kind is str else 7
