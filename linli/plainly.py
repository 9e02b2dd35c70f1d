"""How every command ends: with its work done, or with one sentence."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from linli.errors import Stop


def stops_plainly(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turns a Stop into one sentence on standard error and exit status 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Stop as stop:
            click.echo(str(stop), err=True)
            sys.exit(1)

    return wrapped
