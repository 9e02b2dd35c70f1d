"""Keys of other systems: given, listed and taken away by an administrator."""

import secrets

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from console import api_key_texts as texts
from console.parts import Console, guarded, missing, page, staff
from governance.api_scopes import Scope
from governance.permissions import Act
from handlers.office.api_keys import give_api_key, take_api_key
from storage.console.api_keys import api_keys

KEY_BYTES, LONGEST_NAME, MOST_A_MINUTE = 24, 60, 6000


def api_key_pages(blueprint: Blueprint, console: Console) -> None:
    """The list with its forms."""

    @blueprint.get("/keys")
    @guarded(console, Act.ADMINISTER)
    def keys() -> ResponseReturnValue:
        with console.reading() as ctx:
            return page("api_keys.html", k=texts, found=api_keys(ctx.uow), typed={}, wrong="")

    @blueprint.post("/keys")
    @guarded(console, Act.ADMINISTER, recent=True)
    def make_key() -> ResponseReturnValue:
        """Shows the new key, this once."""
        name, a_minute = (
            request.form.get("name", "").replace("\0", "").strip(),
            request.form.get("a_minute", "60").strip(),
        )
        scopes = [scope for scope in Scope if request.form.get(scope.value) == "1"]
        counted = a_minute.isascii() and a_minute.isdigit() and 0 < int(a_minute[:6]) <= MOST_A_MINUTE
        key, wrong = secrets.token_urlsafe(KEY_BYTES), ""
        with console.writing() as ctx:
            if not 0 < len(name) <= LONGEST_NAME or not scopes or not counted:
                wrong = texts.WRONG.format(most=LONGEST_NAME)
            elif not give_api_key(ctx, staff(), name, key, scopes, int(a_minute)):
                wrong = texts.THERE.format(name=name)
            found = api_keys(ctx.uow)
        ticked: dict[str, str] = {scope.value: "1" for scope in scopes}
        typed = {"name": name, "a_minute": a_minute, **ticked} if wrong else {}
        return page(
            "api_keys.html", 422 if wrong else 200, k=texts, found=found, typed=typed, wrong=wrong, name=name,
            key="" if wrong else key,
        )  # fmt: skip

    @blueprint.post("/keys/<row:key_id>/end")
    @guarded(console, Act.ADMINISTER)
    def end_api_key(key_id: int) -> ResponseReturnValue:
        with console.writing() as ctx:
            ended = take_api_key(ctx, staff(), key_id)
        return redirect(url_for("console.keys")) if ended else missing()
