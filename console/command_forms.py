"""Forms whose fields are the slots of a command: shown empty, filled in, and shown again with what is missing."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Response, make_response, render_template, request
from markupsafe import Markup

from bot.parameters import YEAR_SCHEMA
from console import evaluation_texts, survey_texts, texts
from console.called import PICKED, buttons, picked
from console.parts import Console, form_key, nonce, order, shown, staff, told
from governance.activities.kinds import ActivityKind
from governance.activities.texts import KIND as ACTIVITY_KIND
from governance.area_notices import AreaKind
from governance.councils.votes import Share
from governance.days import FIRST_YEAR, LAST_YEAR, Year, within_reach, year_read
from governance.evaluation.kinds import RoundTerm
from governance.requests.kinds import RequestKind
from governance.surveys.kinds import Asked, Form
from governance.tickets.satisfaction import Score
from governance.tickets.urgency import Urgency
from handlers.area_notices.words import KIND
from handlers.catalogue import Slot, entry_of
from handlers.councils.meeting_texts import SHARE
from handlers.outcomes import Tone
from handlers.privacy.commands import DataField
from handlers.privacy.texts import FIELD
from handlers.requests.texts import KIND as REQUEST_KIND
from handlers.tickets.request_commands import Request
from understanding.whom import Whom, whom_named

LONGEST = 300


@dataclass(frozen=True)
class CommandForm:
    """How a page offers a command. `given`: slots that the page fills, not the reader; `fixed`: what they are where it is always
    the same (empty: as if nothing was said); `needs`: slots that may be empty in the chat and not here; `asked`: slots that are
    offered only after the command has asked something; `hints`: what is said behind a slot's label; `plain`: a button that is
    not the usual choice; `labels`: what a slot is called here.
    """

    command: type[Any]
    label: str
    given: tuple[str, ...] = ()
    fixed: Mapping[str, str] | None = None
    hints: Mapping[str, str] | None = None
    plain: bool = False
    needs: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    labels: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Spot:
    """Where a form stands: what it is posted to; `id`: its own name, where the page keeps it while it renews itself."""

    action: str
    id: str = ""


@dataclass(frozen=True)
class Field:
    """One field as it is shown, with what was typed and what is wrong with it. `offered`: the page's list that is offered in it;
    `when`: it is an instant.
    """

    name: str
    label: str
    value: str
    problem: str
    size: int
    choices: tuple[tuple[str, str], ...] = ()
    ticked: bool = False
    offered: str = ""
    when: bool = False


@dataclass(frozen=True)
class FormView:
    """A form as it is shown."""

    do: str
    label: str
    plain: bool
    hidden: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    spot: Spot


@dataclass(frozen=True)
class Filled:
    """What somebody sent: the command; or (None) what is wrong, by field."""

    command: Any
    problems: Mapping[str, str]


def form_view(
    do: str, form: CommandForm, sent: Mapping[str, Any], problems: Mapping[str, str], spot: Spot, asking: bool = False
) -> FormView:
    """The form with what was sent or what the page gives, and what is wrong, beside each field. `asking`: it was asked back."""
    left_out = {*form.given, *(form.fixed or {})} | (set() if asking else set(form.asked))
    slots = [slot for slot in entry_of(form.command).slots if slot.name not in left_out]
    return FormView(
        do, form.label, form.plain, tuple((name, str(sent.get(name, ""))) for name in form.given),
        tuple(_field(slot, form, str(sent.get(slot.name, "")), problems.get(slot.name, "")) for slot in slots), spot,
    )  # fmt: skip


def filled(form: CommandForm, sent: Mapping[str, str]) -> Filled:
    """The command that a sent form stands for; what is typed is taken as it is, but for space around it."""
    values: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for slot in entry_of(form.command).slots:
        raw = (form.fixed or {}).get(slot.name, sent.get(slot.name, "").replace("\0", "").strip())
        if raw == "":
            if slot.required or slot.name in form.needs:
                problems[slot.name] = texts.FILL_IN.format(fields=slot.label)
        elif len(raw) > LONGEST:
            problems[slot.name] = texts.TOO_LONG.format(most=LONGEST, count=len(raw))
        else:
            try:
                values[slot.name] = _READ[slot.kind](raw)
            except ValueError:
                problems[slot.name] = _unreadable(slot)
    return Filled(None if problems else form.command(**values), problems)


def _unreadable(slot: Slot) -> str:
    if slot.kind == datetime | None:
        return texts.NO_INSTANT
    if slot.kind == date | None:
        return texts.NO_DAY
    if slot.kind == Year | None:
        return texts.NO_YEAR.format(first=FIRST_YEAR, last=LAST_YEAR)
    return texts.NO_CHOICE_OF if slot.kind in _CHOICES else texts.NOT_A_NUMBER


def schema_of(forms: Mapping[str, CommandForm]) -> dict[str, Any]:
    """What can be sent where any of these forms is taken, as a JSON schema: one alternative a form."""
    return {"anyOf": [_schema(do, form) for do, form in forms.items()]}


def _schema(do: str, form: CommandForm) -> dict[str, Any]:
    slots = [slot for slot in entry_of(form.command).slots if slot.name not in (form.fixed or {})]
    asked = {"nonce": {"type": "string"}, PICKED: {"type": "string"}, "seen": {"type": "integer", "minimum": 0}}
    must = [slot.name for slot in slots if slot.name not in form.given and (slot.required or slot.name in form.needs)]
    fields = {slot.name: _SCHEMAS.get(slot.kind, {"type": "string", "maxLength": LONGEST}) for slot in slots}
    return {
        "type": "object", "title": form.label, "required": ["do", *must],
        "properties": {"do": {"const": do}, **asked, **fields},
    }  # fmt: skip


def done_of(
    console: Console, forms: Mapping[str, CommandForm], spot: Callable[[str, dict[str, str]], Spot], changed: str
) -> Response:
    """Does the command of the form that was sent; the same form sent twice is done once. `spot`: where a form stands, by what it
    does and what was sent; `changed`: the event upon which the page fetches its parts anew.
    """
    sent = dict(request.form.items())
    do = sent.get("do", "")
    form = forms.get(do)
    if form is None:
        return told(texts.NO_SUCH_ACT, 400)
    response = submitted(console, do, form, sent, spot(do, sent))
    if "HX-Retarget" not in response.headers:
        response.headers["HX-Trigger"] = changed
    return response


def submitted(
    console: Console,
    do: str,
    form: CommandForm,
    sent: Mapping[str, str],
    spot: Spot,
    seen: tuple[str, int] | None = None,
) -> Response:
    """Does the command of a sent form. Where it is refused, or something is missing, the form comes back with all that was typed.

    What its page had seen (`seen`, see `parts.order`) and what was typed belong to its key: the form may stay on a page that
    goes on, and be filled in anew.
    """
    sent = picked(sent)
    made = filled(form, sent)
    if made.command is None:
        return _sent_again(form_view(do, form, sent, made.problems, spot))
    key = form_key(made.command, sent.get("nonce", ""), "" if seen is None else str(seen[1]))
    answered = order(console, made.command, key, seen)
    response = shown(answered)
    if answered.tone in (Tone.DONE, Tone.TOLD):
        return response
    view = form_view(do, form, sent, {}, spot, asking=answered.tone is Tone.ASKS and not answered.which)
    return _sent_again(view, response.get_data(as_text=True) + buttons(answered, sent), response.status_code)


def _sent_again(view: FormView, said: str = "", status: int = 422) -> Response:
    """The form in its own place, with what is wrong, or why it was refused (`said`, HTML), beside it."""
    html = render_template("command_form.html", form=view, said=Markup(said), staff=staff(), nonce=nonce(), again=True)  # noqa: S704 - ours
    response = make_response(html, status)
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "this", "outerHTML"
    return response


def _numbers(raw: str) -> tuple[int, ...]:
    found = re.findall(r"[0-9]{1,9}", raw)
    if not found:
        raise ValueError(raw)
    return tuple(int(number) for number in found)


def _parts(raw: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[\s、，,]+", raw) if part)


def _number(raw: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", raw):
        raise ValueError(raw)
    return int(raw)


def _instant(raw: str) -> datetime:
    found = datetime.fromisoformat(raw)
    within_reach(found.date())
    return found


_READ: dict[Any, Callable[[str], Any]] = {
    str: str,
    str | None: str,
    int: _number,
    int | None: _number,
    bool: lambda raw: raw == "1",
    bool | None: lambda raw: raw == "1",
    Year | None: year_read,
    tuple[int, ...]: _numbers,
    tuple[str, ...]: _parts,
    Whom | None: whom_named,
    Score | None: Score,
    Request | None: Request,
    DataField: DataField,
    AreaKind | None: AreaKind,
    Share | None: Share,
    Asked | None: Asked,
    Form | None: Form,
    ActivityKind: ActivityKind,
    RequestKind | None: RequestKind,
    RoundTerm: RoundTerm,
    Urgency | None: Urgency,
    datetime | None: _instant,
    date | None: lambda raw: within_reach(date.fromisoformat(raw)),
}
"""A slot's value from what a form sends."""
_CHOICES: dict[Any, tuple[tuple[str, str], ...]] = {
    Score | None: tuple((score.value, words) for score, words in texts.SCORE.items()),
    DataField: tuple((each.value, words) for each, words in FIELD.items()),
    AreaKind | None: tuple((kind.value, words) for kind, words in KIND.items()),
    Share | None: tuple((share.value, words) for share, words in SHARE.items()),
    Asked | None: tuple((asked.value, words) for asked, words in survey_texts.ASKED.items()),
    Form | None: tuple((form.value, words) for form, words in survey_texts.FORM.items()),
    Urgency | None: tuple(texts.URGENCY.items()),
    RoundTerm: tuple((term.value, words) for term, words in evaluation_texts.TERM.items()),
    ActivityKind: tuple((kind.value, words) for kind, words in ACTIVITY_KIND.items()),
    RequestKind | None: tuple((kind.value, words) for kind, words in REQUEST_KIND.items()),
    Request | None: tuple((request.value, words) for request, words in texts.REQUEST.items()),
}
"""What a slot of few values is chosen from."""

_SCHEMAS: dict[Any, dict[str, Any]] = {
    int: {"type": "integer", "minimum": 0, "maximum": 999_999_999},
    int | None: {"type": "integer", "minimum": 0, "maximum": 999_999_999},
    Year | None: dict(YEAR_SCHEMA),
    datetime | None: {"type": "string", "format": "date-time"},
    date | None: {"type": "string", "format": "date"},
    bool: {"enum": ["0", "1"]},
    bool | None: {"enum": ["0", "1"]},
    **{kind: {"enum": [value for value, _ in choices]} for kind, choices in _CHOICES.items()},
}
"""The same as a JSON schema; what is not here is any text."""


def _field(slot: Slot, form: CommandForm, value: str, problem: str) -> Field:
    hint = (form.hints or {}).get(slot.name)
    if hint is None and not slot.required and slot.name not in form.needs:
        hint = texts.MAY_BE_EMPTY
    called = (form.labels or {}).get(slot.name, slot.label)
    label = texts.WITH_HINT.format(label=called, hint=hint) if hint else called
    size = 14 if slot.kind is str else 7
    offered = "colleagues" if slot.kind == Whom | None else "categories" if slot.name == "category" else ""
    return Field(
        slot.name, label, value, problem, size, _CHOICES.get(slot.kind, ()), slot.kind is bool, offered,
        slot.kind == datetime | None,
    )  # fmt: skip
