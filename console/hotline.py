"""12345 orders in the browser: a spreadsheet in, with all that is wrong in it; the results out."""

import io
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import texts
from console.exporting import exported
from console.parts import XLSX, Console, download, guarded, page, staff, workbook_sent
from governance.hotline import HEADINGS, NEEDED, NOT_READ, orders_in
from governance.permissions import Act
from handlers.intake.hotline import TakenIn, take_in_orders

MOST_FAULTS = 100
_READ = {key: names[0] for key, names in HEADINGS.items() if key not in NOT_READ}
"""The columns that are read, by what they are usually called."""


def hotline_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, the upload and the files."""
    _file_views(blueprint, console)

    @blueprint.get("/hotline")
    @guarded(console, Act.MANAGE)
    def hotline() -> ResponseReturnValue:
        return _page()

    @blueprint.post("/hotline")
    @guarded(console, Act.MANAGE)
    @takes(files=("file",))
    def upload() -> ResponseReturnValue:
        """Everything or nothing: with any fault no order is taken in."""
        from storage.hotline import read_sheet  # spreadsheets are slow to load, and seldom wanted

        sheet, why = workbook_sent(read_sheet)
        if sheet is None:
            return _page(422, faults=[why])
        columns, rows, left = sheet
        if columns is None:
            return _page(422, faults=[texts.NO_HEADINGS])
        found, faults = orders_in(columns, rows, console.config.zone)
        if faults:
            return _page(422, faults=faults[:MOST_FAULTS])
        taken = take_in_orders(console.database, console.config, found, console.clock(), console.book, staff().actor)
        return _page(taken=taken, left=left)


def _file_views(blueprint: Blueprint, console: Console) -> None:
    """The empty sheet and the results."""

    @blueprint.get("/hotline/empty.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def empty_hotline() -> ResponseReturnValue:
        """A sheet with the columns that are read, to fill in."""
        from storage.flat_files import FORMATS

        out = io.BytesIO()
        FORMATS["xlsx"]([], tuple(_READ.values()), out)
        return download(out.getvalue(), XLSX, "hotline.xlsx")

    @blueprint.get("/hotline.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def results() -> ResponseReturnValue:
        from storage.hotline import ORDERS, orders

        zone, database = console.config.zone, console.database
        return exported(
            console, Act.MANAGE, "orders.xlsx", ORDERS, lambda places: orders(database, zone, None, None, places)
        )


def _page(
    status: int = 200, *, faults: Sequence[Any] = (), taken: TakenIn | None = None, left: Sequence[str] = ()
) -> Response:
    """The page, with what came of a sheet; `left`: its columns of which nothing was read."""
    columns = [(_READ[key], names[1:], key in NEEDED) for key, names in HEADINGS.items() if key in _READ]
    return page("hotline.html", status, faults=faults, taken=taken, left=left, columns=columns)
