"""A group of the command line that reads the code of a command only when that command is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click


@dataclass(frozen=True)
class Elsewhere:
    """A command that is not read yet: its module, its name there, and its line in the list of commands."""

    module: str
    name: str
    line: str

    def read(self) -> click.Command:
        """The command itself."""
        found: click.Command = getattr(import_module(self.module), self.name)
        return found


class LazyGroup(click.Group):
    """Lists its commands without reading any: who asks for help waits for no database and no form."""

    def __init__(self, *args: Any, elsewhere: Mapping[str, Elsewhere], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, read now."""
        found = self.elsewhere.get(cmd_name)
        return super().get_command(ctx, cmd_name) if found is None else found.read()

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list that help shows, from the lines that stand here."""
        listed = {name: click.Command(name, help=found.line) for name, found in self.elsewhere.items()}
        click.Group(commands={**self.commands, **listed}).format_commands(ctx, formatter)
