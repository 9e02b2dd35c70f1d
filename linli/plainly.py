"""How every command ends: with its work done, or with one sentence."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from linli import texts
from linli.errors import Stop


def stops_plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turns a Stop, a full disk or a database that went away into one sentence on standard error and exit status 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Exception as error:
            said = _in_words(error)
            if said is None:
                raise
            click.echo(said, err=True)
            sys.exit(1)

    return wrapped


def _in_words(error: Exception) -> str | None:
    """What stopped the command, or what the machine did not let it do; None for a fault of ours."""
    from storage.room import no_room

    if no_room(error):
        return texts.NO_ROOM
    if isinstance(error, Stop):
        return str(error)
    from linli.database_away import why_away
    from storage.database import Unavailable  # half of a second, which no plain refusal needs

    return why_away(error) if isinstance(error, Unavailable) else None
