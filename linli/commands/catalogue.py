"""`linli commands`: everything that can be asked of the bot and the back office, as the catalogue has it."""

import json
from typing import Any

import click

from linli import texts
from linli.plainly import stops_plainly


@click.command("commands")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", help="text 给人看，jsonl 给程序"
)
@stops_plainly
def commands(form: str) -> None:
    """列出全部可以办的事：名称、谁能办、要填什么、例句。"""
    import handlers.registry  # noqa: F401 - registers everything
    from handlers.catalogue import entries

    found = sorted((_row(entry) for entry in entries()), key=lambda row: (row["domain"], row["command"]))
    for row in found:
        click.echo(json.dumps(row, ensure_ascii=False) if form == "jsonl" else _line(row))


def _row(entry: Any) -> dict[str, Any]:
    """One command as values; `roles` None: everybody."""
    from governance.texts import ROLE

    back = None if entry.back is None else _name(entry.back)
    return {
        "command": entry.name, "label": entry.label, "domain": entry.command.__module__.split(".")[1],
        "intent": entry.intent.value, "effect": entry.effect.value,
        "roles": None if entry.roles is None else [ROLE[role] for role in ROLE if role in entry.roles],
        "slots": [{"name": slot.name, "label": slot.label, "required": slot.required} for slot in entry.slots],
        "examples": list(entry.examples), "taken_back_by": back,
    }  # fmt: skip


def _name(command: type[Any]) -> str:
    from handlers.catalogue import entry_of

    return entry_of(command).name


def _line(row: dict[str, Any]) -> str:
    roles = texts.EVERYBODY if row["roles"] is None else "、".join(row["roles"])
    slots = "、".join(slot["label"] if slot["required"] else f"[{slot['label']}]" for slot in row["slots"])
    return texts.COMMAND_LINE.format(
        name=row["command"], label=row["label"], effect=texts.EFFECT[row["effect"]], roles=roles,
        slots=slots or texts.NO_SLOTS, examples="；".join(row["examples"]),
    )  # fmt: skip
