"""Files for who assesses: all tickets as CSV; and what was recorded at stations, for who runs the duty there."""

import io
from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import CSV, Console, download, guarded, missing, page, staff
from governance.permissions import Act
from handlers.office.records import records_for
from storage.flat_files import FORMATS
from storage.ticket_export import FIELDS, records


def export_pages(blueprint: Blueprint, console: Console) -> None:
    """The file of tickets and the page of records."""

    @blueprint.get("/tickets.csv")
    @guarded(console, Act.ASSESS)
    def tickets() -> ResponseReturnValue:
        """Reporters are masked, and no cell is run as a formula."""
        try:
            first, last = (
                date.fromisoformat(said) if (said := request.args.get(name)) else None for name in ("from", "to")
            )
        except ValueError:
            return missing()
        out = io.BytesIO()
        FORMATS["csv"](records(console.database, console.config.zone, first, last), FIELDS, out)
        return download(out.getvalue(), CSV, "tickets.csv")

    @blueprint.get("/records")
    @guarded(console, Act.RUN_DUTY)
    def kept() -> ResponseReturnValue:
        """Mediations and repairs with their parties; the look is noted."""
        with console.writing() as ctx:
            found = records_for(ctx, staff())
        return page("records.html", found=found, kinds=texts.RECORD_KIND)
