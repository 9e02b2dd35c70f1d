"""Whether somebody is signed in, told from cookies alone: for the door, which lets nobody else send a file."""

from collections.abc import Callable

from werkzeug.http import parse_cookie

from console.parts import COOKIE, SECURE
from governance.clock import Clock
from storage.console.sessions import session_of
from storage.database import Database
from storage.unit_of_work import UnitOfWork


def browsers_of(database: Database, clock: Clock) -> Callable[[str], bool]:
    """Answers a function of the header with the cookies."""

    def signed_in(cookies: str) -> bool:
        sent = parse_cookie(cookies)
        tokens = [token for name in (COOKIE, f"{SECURE}{COOKIE}") if (token := sent.get(name))]
        if not tokens:
            return False
        with database.read() as connection:
            return any(session_of(UnitOfWork(connection), token, clock()) for token in tokens)

    return signed_in
