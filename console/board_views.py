"""Kept views of the board and how somebody wants it: saved, dropped, opened with; plain forms that lead back to it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import row_id, takes, words
from console import board_texts, texts
from console.board_filters import can_be_asked
from console.parts import Console, form_key, guarded, order, refusal, staff
from governance.board_views import Column, columns_shown
from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.texts import ROLE
from handlers.context import Context
from handlers.office.board_commands import DropBoardView, KeepBoardView, OpenWithView, SetBoardWishes
from handlers.outcomes import Tone
from storage.console.board_views import ViewRow, WishRow, views_of, wishes_of

PLAIN = {"show": "open"}
"""What is asked for where nothing else is: so that it is not taken for somebody who comes to the board anew."""
_NONCE = words("nonce", texts.ASKED["nonce"], 60)
_ASKED = words("asked", board_texts.VIEWS, 300)
NAMED = (words("name", texts.ASKED["name"], 60), words("role", board_texts.FOR_ROLE, 24))
WISHES = (
    words("column", board_texts.COLUMNS, 12, many=True),
    *(words(name, label, 1) for name, label in board_texts.WISHES.items()),
)


@dataclass(frozen=True)
class BoardSetup:
    """What there is beside the tickets: kept views, what is wanted, which columns are shown, for which roles views can be kept."""

    views: list[ViewRow]
    wishes: WishRow
    columns: tuple[Column, ...]
    roles: list[tuple[str, str]]


def board_view_pages(blueprint: Blueprint, console: Console) -> None:
    """Where the forms are sent."""

    @blueprint.post("/board/views")
    @guarded(console)
    @takes(form=(*NAMED, _ASKED, _NONCE))
    def keep_view(name: str, role: str, asked: str, nonce: str) -> ResponseReturnValue:
        if not can_be_asked(asked):
            return refusal(board_texts.NOT_ASKED_SO, 422)
        return _done(console, KeepBoardView(name, asked, role), nonce, asked)

    @blueprint.post("/board/views/drop")
    @guarded(console)
    @takes(form=(row_id("view", board_texts.VIEWS), _ASKED, _NONCE))
    def drop_view(view: int | None, asked: str, nonce: str) -> ResponseReturnValue:
        return _done(console, DropBoardView(view or 0), nonce, asked)

    @blueprint.post("/board/views/start")
    @guarded(console)
    @takes(form=(row_id("view", board_texts.VIEWS), _ASKED, _NONCE))
    def open_with(view: int | None, asked: str, nonce: str) -> ResponseReturnValue:
        return _done(console, OpenWithView(view), nonce, asked)

    @blueprint.post("/board/wishes")
    @guarded(console)
    @takes(form=(*WISHES, _ASKED, _NONCE))
    def set_wishes(column: list[str], asked: str, nonce: str, **wishes: str) -> ResponseReturnValue:
        command = SetBoardWishes(tuple(column), **{name: said == "1" for name, said in wishes.items()})
        return _done(console, command, nonce, asked)


def setup_of(ctx: Context) -> BoardSetup:
    """How the board is set up for who looks at it."""
    wishes = wishes_of(ctx.uow, staff().person_id)
    views = views_of(ctx.uow, staff().person_id, {term.role.value for term in staff().terms})
    roles = [each for each in Role if each in PERMISSIONS[Act.USE_CONSOLE]] if staff().may(Act.MANAGE) else []
    return BoardSetup(views, wishes, columns_shown(wishes.columns), [(each.value, ROLE[each]) for each in roles])


def opens_at(ctx: Context) -> str | None:
    """The address with which the board opens; None where it is as it is."""
    setup = setup_of(ctx)
    found = next((each for each in setup.views if each.id == setup.wishes.start_id), None)
    return None if found is None else address_of(found.asked)


def address_of(asked: str) -> str:
    """The board with these filters; as it is where it takes them not, or not any more."""
    return f"{url_for('console.home')}?{asked if asked and can_be_asked(asked) else urlencode(PLAIN)}"


def asked_as_kept(given: dict[str, Any]) -> str:
    """Filters as a view keeps them: which page of them was open is not part of it."""
    return urlencode({name: value for name, value in given.items() if name not in ("page", "before")})


def _done(console: Console, command: Any, nonce: str, asked: str) -> ResponseReturnValue:
    """Back to the board as it was; who may not, or whose name is too long, is told so."""
    answered = order(console, command, form_key(command, nonce))
    if answered.tone is Tone.REFUSED:
        return refusal(answered.text, 409)
    return redirect(address_of(asked), 303)
