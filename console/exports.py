"""The file of tickets, for who assesses; and what was recorded at stations, for who runs the duty there."""

from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.parameters import day, takes
from console import texts
from console.exporting import exported
from console.parts import Console, guarded, page, staff
from governance.permissions import Act
from handlers.office.records import records_for
from storage.ticket_export import FIELDS, records

SPAN = (day("from", texts.ASKED["from"], "first"), day("to", texts.ASKED["to"], "last"))


def export_pages(blueprint: Blueprint, console: Console) -> None:
    """The file of tickets and the page of records."""

    @blueprint.get("/tickets.csv")
    @guarded(console, Act.ASSESS)
    @takes(*SPAN, gives=("text/csv",))
    def tickets(first: date | None, last: date | None) -> ResponseReturnValue:
        """The tickets of their places; people are masked, and no cell is run as a formula."""
        zone = console.config.zone
        asked = {"from": None if first is None else first.isoformat(), "to": None if last is None else last.isoformat()}
        return exported(
            console, Act.ASSESS, "tickets.csv", FIELDS,
            lambda places: records(console.database, zone, first, last, places, console.config.platform_labels), **asked,
        )  # fmt: skip

    @blueprint.get("/records")
    @guarded(console, Act.RUN_DUTY)
    def kept() -> ResponseReturnValue:
        """Mediations and repairs with their parties; the look is noted."""
        with console.writing() as ctx:
            found = records_for(ctx, staff())
        return page("records.html", found=found, kinds=texts.RECORD_KIND)
