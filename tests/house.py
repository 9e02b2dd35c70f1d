"""The servers that chats are held through. Each serves one chat after the other: what a route costs is paid once a worker."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from flask import Flask
from werkzeug.local import LocalProxy

from bot.app import create_app
from bot.codec import Account
from bot.connect import PlatformDoor, connect
from bot.open311 import OpenDoor, open311
from bot.pages import PublicPages
from bot.read_api import ReadDoor, read_api
from console.alarm import alarm
from console.app import console_pages
from console.parts import Console
from governance.clock import Clock
from handlers.conversation.reception import Reception
from simulator.platform import Platform
from simulator.server import create_app as create_stand_in
from simulator.server import serve_in_thread, server_of
from storage.database import Database


class Guest(Protocol):
    """A chat, as its house needs it: a part is asked for when a request comes, and is that of whoever is there then."""

    database: Database
    clock: Clock
    reception: Reception
    console: Console
    door: OpenDoor
    gate: PlatformDoor
    reading: ReadDoor
    pages: PublicPages
    platform: Platform


class House:
    """The product's application and the stand-in's, each at an address of its own, for one chat at a time."""

    def __init__(self, account: Account, guest: Guest) -> None:
        self.guest: Guest | None = guest
        self.app = create_app(
            account,
            lambda inbound: self._there().reception.receive(inbound),
            lambda: self._there().clock(),
            checks={"database": lambda: self._there().database.reachable()},
            blueprints=[
                console_pages(self._part("console")),
                open311(self._part("door")),
                connect(self._part("gate")),
                read_api(self._part("reading")),
            ],
            pages=self._part("pages"),
            watch=alarm(self._part("console")),
        )
        self.bot = _served(self.app)
        self.stand_in = _served(create_stand_in(self._part("platform"), [], [], Path()))

    def _there(self) -> Guest:
        if self.guest is None:
            raise RuntimeError("a request came when the chat was over")
        return self.guest

    def _part(self, name: str) -> Any:
        return LocalProxy(lambda: getattr(self._there(), name))


def _served(app: Flask) -> str:
    server = server_of(app, "127.0.0.1", 0)
    serve_in_thread(server)
    return f"http://127.0.0.1:{server.server_port}"


_EMPTY: dict[Any, list[House]] = defaultdict(list)
"""Houses where nobody is, by whom they serve."""


@contextmanager
def house(whose: Any, account: Account, guest: Guest) -> Iterator[House]:
    """An empty house of this account (`whose` tells accounts apart), or a new one; empty again afterwards."""
    empty = _EMPTY[whose]
    found = empty.pop() if empty else House(account, guest)
    found.guest = guest
    try:
        yield found
    finally:
        found.guest = None
        empty.append(found)
