"""Things in the browser: coverage by grid, one thing, doubles, the upload; and each grid on one page with its ledger."""

import tempfile
from pathlib import Path
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, words
from console import texts
from console import thing_texts as _W
from console.command_forms import CommandForm, Spot, schema_of, submitted
from console.exporting import exported
from console.parts import XLSX, Console, download, guarded, missing, nonce, page, staff, told
from governance.permissions import Act
from governance.things.datum import Datum
from handlers.office.grid_page import grid_page, grids_for, ledger_of
from handlers.office.things import doubles_for, keeper_read, thing_page, things_for
from handlers.office.things_texts import LEDGER
from handlers.things.commands import JoinThings, KeepThingsApart
from storage.errors import NotAWorkbook, WorkbookTooLarge

MOST_PROBLEMS = 200
FORMS: dict[str, CommandForm] = {
    "join": CommandForm(JoinThings, _W.DO["join"], given=("code", "into")),
    "apart": CommandForm(KeepThingsApart, _W.DO["apart"], given=("code", "other"), plain=True),
}
SENT = (
    words("write", texts.ASKED["write"], 3),
    one_of("datum", _W.DATUM_ASKED, [each.value for each in Datum], "wgs84"),
)


def thing_pages(blueprint: Blueprint, console: Console) -> None:
    """The pages, the forms, the upload and the file."""
    _register_views(blueprint, console)
    _double_views(blueprint, console)
    _import_view(blueprint, console)
    _template_view(blueprint, console)
    _grid_views(blueprint, console)


def _register_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/things")
    @guarded(console)
    def things() -> ResponseReturnValue:
        with console.reading() as ctx:
            found, grids = things_for(ctx, staff()), grids_for(ctx, staff())
        return page("things.html", w=_W, found=found, grids=grids)

    @blueprint.get("/things/<row:thing_id>")
    @guarded(console)
    def thing(thing_id: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = thing_page(ctx, staff(), thing_id)
        return missing() if found is None else page("thing.html", w=_W, found=found)

    @blueprint.post("/things/<row:thing_id>/keeper")
    @guarded(console, Act.KEEP_THINGS)
    def thing_keeper(thing_id: int) -> ResponseReturnValue:
        """Its keeper in full, for who has to call; the look is noted."""
        with console.writing() as ctx:
            found = keeper_read(ctx, staff(), thing_id)
        return missing() if found is None else told(found or _W.NO_KEEPER)


def _double_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/things/doubles")
    @guarded(console, Act.KEEP_THINGS)
    def doubles() -> ResponseReturnValue:
        with console.reading() as ctx:
            found = doubles_for(ctx, staff())
        return page("thing_doubles.html", w=_W, found=found, nonce=nonce())

    @blueprint.post("/things/doubles")
    @guarded(console, Act.KEEP_THINGS)
    @takes(of_form=lambda: schema_of(FORMS))
    def settle_double() -> ResponseReturnValue:
        """Joins two, or notes that they are two; the same form sent twice is done once."""
        sent = dict(request.form.items())
        form, spot = FORMS.get(sent.get("do", "")), Spot(url_for("console.settle_double"))
        return told(texts.NO_SUCH_ACT, 400) if form is None else submitted(console, sent["do"], form, sent, spot)


def _import_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.route("/things/import", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE, recent=True)
    @takes(form=SENT, files=("file",))
    def thing_import(write: str = "", datum: str = "wgs84") -> ResponseReturnValue:
        """First what it would change, or all that is wrong with it; the same file again with the tick writes it."""
        if request.method != "POST":
            return page("thing_import.html", w=_W, plan=None, problems=[], done=False, datum=datum, rest=0)
        from handlers.things import importing  # with what reads workbooks: slow to load, and seldom wanted

        file, why = _sent(importing.read_things)
        if file is None:
            return page("thing_import.html", 422, w=_W, plan=None, problems=[why], done=False, datum=datum, rest=0)
        agreed, now = write == "yes", console.clock()
        if agreed:
            plan = importing.import_things(console.database, file, Datum(datum), now, actor=staff().actor)
        else:
            plan = importing.things_dry_run(console.database, file, Datum(datum), now)
        return page(
            "thing_import.html", 422 if plan.problems else 200, w=_W, plan=plan, problems=plan.problems[:MOST_PROBLEMS],
            done=agreed and not plan.problems, datum=datum, rest=max(len(plan.problems) - MOST_PROBLEMS, 0),
        )  # fmt: skip


def _sent(read: Any) -> tuple[Any, str]:
    """What the file holds that came with the form; None where it is none, or too large, and why."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return None, _W.NOT_A_FILE
    geojson = file.filename.lower().endswith((".geojson", ".json"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sent")
        file.save(path)
        try:
            return read(path, geojson=geojson), ""
        except WorkbookTooLarge:
            return None, texts.SHEET_TOO_LARGE
        except NotAWorkbook:
            return None, texts.NO_SHEET


def _template_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/things/book.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def thing_template() -> ResponseReturnValue:
        """An empty workbook to fill in, with how to do it."""
        from governance.things.risks import RISKS
        from governance.things.sheets import THINGS
        from storage.texts import HOW_TO_THINGS
        from storage.workbook.writer import write_workbook

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "book.xlsx")
            write_workbook(path, sheets=(THINGS, RISKS), how_to=HOW_TO_THINGS)
            return download(path.read_bytes(), XLSX, "things.xlsx")


def _grid_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/grids/<row:grid_id>")
    @guarded(console)
    def grid(grid_id: int) -> ResponseReturnValue:
        """网格一张表."""
        with console.reading() as ctx:
            found = grid_page(ctx, staff(), grid_id)
        return missing() if found is None else page("grid.html", w=_W, found=found)

    @blueprint.get("/grids/<row:grid_id>/ledger.xlsx")
    @guarded(console)
    @takes(gives=(XLSX,))
    def grid_ledger(grid_id: int) -> ResponseReturnValue:
        """The same as a file; that it was taken is noted."""
        with console.reading() as ctx:
            found = grid_page(ctx, staff(), grid_id)
        if found is None:
            return missing()
        name = f"grid-{found.row.id}.xlsx"
        return exported(console, Act.SEE, name, LEDGER, lambda _places: ledger_of(found), grid=found.row.code)
