"""Wall screens and their keys: given, listed and taken away by an administrator."""

import secrets

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, guarded, missing, page, refusal, staff
from console.wall import plain_key
from governance.permissions import Act
from handlers.office.screens import give_key, take_key
from storage.console.wall_keys import wall_keys

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""None that is taken for another when it is read from paper and typed with a remote control."""
GROUPS, GROUP = 6, 4
LONGEST_NAME = 40


def screens_pages(blueprint: Blueprint, console: Console) -> None:
    """The list with its forms."""

    @blueprint.get("/screens")
    @guarded(console, Act.ADMINISTER)
    def screens() -> ResponseReturnValue:
        with console.reading() as ctx:
            return page("screens.html", found=wall_keys(ctx.uow))

    @blueprint.post("/screens")
    @guarded(console, Act.ADMINISTER, recent=True)
    def equip() -> ResponseReturnValue:
        """Shows the new key, this once."""
        name, key = request.form.get("name", "").strip(), new_key()
        if not 0 < len(name) <= LONGEST_NAME:
            return refusal(texts.SCREEN_NAME.format(most=LONGEST_NAME), 422)
        with console.writing() as ctx:
            give_key(ctx, staff(), name, plain_key(key))
            found = wall_keys(ctx.uow)
        return page("screens.html", found=found, key=key, name=name, public_url=console.config.public_url)

    @blueprint.post("/screens/<row:key_id>/end")
    @guarded(console, Act.ADMINISTER)
    def end_screen(key_id: int) -> ResponseReturnValue:
        with console.writing() as ctx:
            ended = take_key(ctx, staff(), key_id)
        return redirect(url_for("console.screens")) if ended else missing()


def new_key() -> str:
    """Six groups of four letters, 117 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
