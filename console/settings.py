"""Figures, categories and templates of notices: set by an administrator, in force within seconds, each change kept."""

from collections.abc import Mapping

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, words
from console import entry_texts, texts
from console.entry_forms import FORMS, cells_named, command_of, fields_of, form_schema, hidden, merged, undoing
from console.parts import STATUS, Console, form_key, guarded, missing, nonce, order, page, refusal
from governance.own_settings import Kind, name_of
from governance.permissions import Act
from handlers.inbound import Answered
from handlers.office.own_settings import SettingPage, setting_page
from handlers.outcomes import Tone

WHICH = (
    one_of("what", texts.ASKED["what"], entry_texts.SETTINGS, "categories"),
    words("key", entry_texts.ASKED["key"], 40),
)


def setting_pages(blueprint: Blueprint, console: Console) -> None:
    """The form, and what is sent with it."""

    @blueprint.get("/directory/setting")
    @guarded(console, Act.ADMINISTER)
    @takes(*WHICH)
    def setting(what: str, key: str) -> ResponseReturnValue:
        found = _present(console, what, key)
        return missing() if found is None else _shown(what, key, found, found.cells or found.start or {})

    @blueprint.post("/directory/setting")
    @guarded(console, Act.ADMINISTER, recent=True)
    @takes(*WHICH, of_form=lambda: form_schema(entry_texts.SETTINGS))
    def keep_setting(what: str, key: str) -> ResponseReturnValue:
        """First what it would change; the same again with the agreement makes it. The same form sent twice is done once."""
        sent = dict(request.form.items())
        do = sent.get("do", "")
        if do not in FORMS[what]:
            return refusal(texts.NO_SUCH_ACT, 400)
        command = command_of(what, do, sent)
        answered = order(console, command, form_key(command, sent.get("nonce", "")))
        own = key or name_of(Kind(what), {name: sent.get(name, "").strip() for name in cells_named(FORMS[what][do])})
        found = _present(console, what, own) or SettingPage({}, "")
        if answered.tone is Tone.DONE:
            console.settle()
            return _shown(what, own, found, found.cells, answered, undo=undoing(what, do, sent, found.cells))
        values = merged(what, sent, found.cells) if do == "keep" else dict(found.cells)
        return _shown(what, key, found, values, answered, agree=dict(sent) if answered.tone is Tone.ASKS else None)


def _present(console: Console, what: str, key: str) -> SettingPage | None:
    with console.reading() as ctx:
        return setting_page(ctx, what, key) if key or what != "rules" else None


def _shown(
    what: str, key: str, found: SettingPage, values: Mapping[str, str], answered: Answered | None = None,
    agree: dict[str, str] | None = None, undo: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    status = 200 if answered is None else STATUS[answered.tone]
    drop = FORMS[what].get("remove") if found.own else None
    kept = {name: found.cells.get(name, "") for name in cells_named(drop)} if drop else {}
    return page(
        "setting.html", status, w=entry_texts, what=what, key=key, found=found, was=hidden(found.cells), said=answered,
        fields=fields_of(what, values, there=bool(key and (found.cells or found.start))), agree=agree, undo=undo,
        nonce=nonce(), here=url_for("console.keep_setting", what=what, key=key), key_fields=kept,
    )  # fmt: skip
