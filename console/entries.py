"""People, posts, places and grids changed by hand: a form, what it would change, then the change with its way back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import day, one_of, takes, words
from console import entry_texts, texts
from console.called import Choice, form_of_choice, picked
from console.entry_forms import (
    FORMS,
    cells_named,
    command_of,
    entry_key,
    fields_of,
    form_schema,
    hidden,
    merged,
    undoing,
)
from console.parts import STATUS, Console, form_key, guarded, missing, nonce, order, page, refusal, staff
from governance.permissions import Act
from handlers.inbound import Answered
from handlers.office.master_data import EntryPage, NewEntry, entry_page, new_person
from handlers.outcomes import Tone
from handlers.people.commands import EndAbsenceOf, RecordAbsence

LONGEST_KEY = 200
LEAVE = (
    one_of("do", texts.ASKED["do"], ("begin", "end"), "begin"),
    words("stand_in", entry_texts.LEAVE_FIELDS["stand_in"], 40),
    day("first", entry_texts.LEAVE_FIELDS["first"]),
    day("last", entry_texts.LEAVE_FIELDS["last"]),
)
WHICH = (
    one_of("what", texts.ASKED["what"], entry_texts.WHAT, "people"),
    words("key", entry_texts.ASKED["key"], LONGEST_KEY),
    words("of", entry_texts.ASKED["of"], 32),
)


def entry_pages(blueprint: Blueprint, console: Console) -> None:
    """The form, and what is sent with it."""

    @blueprint.get("/directory/edit")
    @guarded(console, Act.MANAGE)
    @takes(*WHICH)
    def entry(what: str, key: str, of: str) -> ResponseReturnValue:
        found = _present(console, what, key)
        if key and not found.cells:
            return missing()
        values = found.cells or ({"person": of} if what == "posts" and of else {})
        if what == "people" and not key:
            values = {"code": _new_person(console, {}).code}
        return _shown(what, key, found, values)

    _keep_view(blueprint, console)


def _keep_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/directory/edit")
    @guarded(console, Act.MANAGE, recent=True)
    @takes(*WHICH, of_form=lambda: form_schema(entry_texts.WHAT))
    def keep_entry(what: str, key: str, of: str) -> ResponseReturnValue:
        """First what it would change; the same again with the agreement makes it. The same form sent twice is done once."""
        sent = dict(request.form.items())
        do = sent.get("do", "")
        if do not in FORMS[what]:
            return refusal(texts.NO_SUCH_ACT, 400)
        command = command_of(what, do, sent)
        answered = order(console, command, form_key(command, sent.get("nonce", "")))
        own = key or entry_key(what, sent)
        found = _present(console, what, own)
        if answered.tone is Tone.DONE:
            return _shown(
                what,
                entry_key(what, found.cells) or own,
                found,
                found.cells,
                answered,
                undo=undoing(what, do, sent, found.cells),
            )
        values = merged(what, sent, found.cells) if do == "keep" else dict(found.cells)
        agree = dict(sent) if answered.tone is Tone.ASKS else None
        if not key and not sent.get("was"):
            alike = _new_person(console, values).alike if what == "people" else ()
            return _shown(what, key, EntryPage({}, ""), merged(what, sent, {}), answered, agree=agree, alike=alike)
        return _shown(what, key, found, values, answered, agree=agree)


def leave_pages(blueprint: Blueprint, console: Console) -> None:
    """Somebody's leave, noted on their page."""

    @blueprint.post("/directory/leave/<code>")
    @guarded(console, Act.MANAGE, recent=True)
    @takes(form=LEAVE)
    def keep_leave(code: str, do: str, stand_in: str, first: date | None, last: date | None) -> ResponseReturnValue:
        """Notes it or ends it; the same form sent twice is done once."""
        begins, sent = do == "begin", picked(dict(request.form.items()))
        stand_in = sent.get("stand_in", stand_in)
        code = code.replace("\0", "")
        command = RecordAbsence(code, stand_in.strip(), first, last) if begins else EndAbsenceOf(code)
        answered = order(console, command, form_key(command, request.form.get("nonce", "")))
        found = _present(console, "people", code)
        if not found.cells:
            return missing()
        typed = {"stand_in": stand_in, "first": first or "", "last": last or ""}
        done = answered.tone is Tone.DONE
        undo = {"nonce": f"u{request.form.get('nonce', '')}"[:60], "do": "end"} if done and begins else None
        return _shown(
            "people", code, found, found.cells, answered, undo=undo, leave={} if done else typed,
            which=form_of_choice(answered, sent),
        )  # fmt: skip


def _present(console: Console, what: str, key: str) -> EntryPage:
    if not key:
        return EntryPage({}, "")
    with console.writing() as ctx:
        return entry_page(ctx, staff(), what, key)


def _new_person(console: Console, typed: Mapping[str, str]) -> NewEntry:
    with console.reading() as ctx:
        return new_person(ctx, typed)


def _shown(
    what: str, key: str, found: EntryPage, values: Mapping[str, str], answered: Answered | None = None,
    agree: dict[str, str] | None = None, undo: dict[str, str] | None = None, leave: Mapping[str, Any] | None = None,
    which: Choice | None = None, alike: Sequence[tuple[str, str]] = (),
) -> Response:  # fmt: skip
    status = 200 if answered is None else STATUS[answered.tone]
    return page(
        "entry.html", status, w=entry_texts, what=what, key=key, found=found, was=hidden(found.cells), said=answered,
        fields=fields_of(what, values, there=bool(key and found.cells)), agree=agree, undo=undo, nonce=nonce(),
        here=url_for("console.keep_entry", what=what, key=key),
        leave=leave or {}, which=which, alike=alike,
        key_fields={name: found.cells.get(name, "") for name in cells_named(FORMS[what]["remove"])},
    )  # fmt: skip
