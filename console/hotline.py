"""12345 orders in the browser: a spreadsheet in, with all that is wrong in it; the results out."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import texts
from console.exporting import exported
from console.parts import XLSX, Console, guarded, page, staff, workbook_sent
from governance.hotline import orders_in
from governance.permissions import Act
from handlers.intake.hotline import take_in_orders

MOST_FAULTS = 100


def hotline_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, the upload and the file of results."""

    @blueprint.get("/hotline")
    @guarded(console, Act.MANAGE)
    def hotline() -> ResponseReturnValue:
        return page("hotline.html", faults=[], taken=None)

    @blueprint.post("/hotline")
    @guarded(console, Act.MANAGE)
    @takes(files=("file",))
    def upload() -> ResponseReturnValue:
        """Everything or nothing: with any fault no order is taken in."""
        from storage.hotline import read_sheet  # spreadsheets are slow to load, and seldom wanted

        sheet, why = workbook_sent(read_sheet)
        if sheet is None:
            return page("hotline.html", 422, faults=[why], taken=None)
        columns, rows = sheet
        if columns is None:
            return page("hotline.html", 422, faults=[texts.NO_HEADINGS], taken=None)
        found, faults = orders_in(columns, rows, console.config.zone)
        if faults:
            return page("hotline.html", 422, faults=faults[:MOST_FAULTS], taken=None)
        taken = take_in_orders(console.database, console.config, found, console.clock(), console.book, staff().actor)
        return page("hotline.html", faults=[], taken=taken)

    @blueprint.get("/hotline.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def results() -> ResponseReturnValue:
        from storage.hotline import ORDERS, orders

        zone, database = console.config.zone, console.database
        return exported(
            console, Act.MANAGE, "orders.xlsx", ORDERS, lambda places: orders(database, zone, None, None, places)
        )
