"""Alliances in the browser: the list, a pairing with its year, the workbook in with a preview, the yearly ledger out."""

import tempfile
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from bot.parameters import year as year_asked
from console import alliance_texts, texts
from console.command_forms import CommandForm, FormView, Spot, form_view, schema_of, submitted
from console.exporting import exported
from console.parts import XLSX, Console, download, guarded, missing, nonce, page, staff, stored, told, workbook_sent
from governance.alliance.kinds import AgreementKind
from governance.milestones import Standing
from governance.permissions import Act
from handlers.alliance.commands import LeaveAlliance, ProveMilestone, RecordLecture
from handlers.office.alliance import (
    PairingPage,
    YearLine,
    alliances_listed,
    milestone_picture,
    pairing_page,
    year_lines,
)

_W = alliance_texts
YEAR = (year_asked("year", texts.ASKED["year"]),)
AGREED = (words("write", texts.ASKED["write"], 3), words("removals", texts.ASKED["removals"], 3))
DONE = (words("do", texts.ASKED["do"], 40),)
MOST_PROBLEMS = 200
FORMS: dict[str, CommandForm] = {
    "lecture": CommandForm(
        RecordLecture, _W.DO["lecture"], ("pairing",), fixed={"words": ""}, needs=("topic", "people"),
        hints={"day": _W.DAY_HINT},
    ),
    "prove": CommandForm(ProveMilestone, _W.DO["prove"], ("milestone",), needs=("note",), hints={"note": _W.NOTE_HINT}),
    "leave": CommandForm(LeaveAlliance, _W.DO["leave"], ("unit",), plain=True, needs=("why",)),
}  # fmt: skip


def alliance_pages(blueprint: Blueprint, console: Console) -> None:
    """The list and the pairing; the workbook and the ledger."""
    _list_views(blueprint, console)
    _workbook_views(blueprint, console)
    _template_view(blueprint, console)

    @blueprint.get("/alliance/<row:pairing_id>")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(*YEAR)
    def pairing(pairing_id: int, year: int | None) -> ResponseReturnValue:
        found = _found(console, pairing_id, year)
        return missing() if found is None else page("pairing.html", **_shown(found))

    @blueprint.post("/alliance/<row:pairing_id>")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(form=DONE, of_form=lambda: schema_of(FORMS))
    def act_on_pairing(pairing_id: int, do: str) -> ResponseReturnValue:
        """Does the command of the form; whether it may be done is decided by who does it."""
        if _found(console, pairing_id, None) is None:
            return missing()
        chosen = FORMS.get(do)
        if chosen is None:
            return told(texts.NO_SUCH_ACT, 400)
        sent = {**request.form.to_dict(), "pairing": str(pairing_id)}
        return submitted(console, do, chosen, sent, _spot(pairing_id))

    @blueprint.get("/alliance/pictures/<row:file_id>")
    @guarded(console, Act.RUN_ALLIANCE)
    def proof(file_id: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = milestone_picture(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _list_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/alliance")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(*YEAR)
    def alliances(year: int | None) -> ResponseReturnValue:
        with console.reading() as ctx:
            asked = year or ctx.today.year
            found = alliances_listed(ctx, staff(), asked)
        return page("alliances.html", w=_W, found=found, year=asked, Standing=Standing)

    @blueprint.get("/alliance/ledger.xlsx")
    @guarded(console, Act.RUN_ALLIANCE)
    @takes(*YEAR, gives=(XLSX,))
    def alliance_ledger(year: int | None) -> ResponseReturnValue:
        """What each pairing has done in a year."""
        with console.reading() as ctx:
            asked = year or ctx.today.year
        return exported(
            console, Act.RUN_ALLIANCE, f"alliance-{asked}.xlsx", _W.LEDGER_FIELDS,
            lambda places: _ledger(console, asked, places), year=str(asked),
        )  # fmt: skip


def _workbook_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.route("/alliance/import", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE, recent=True)
    @takes(form=AGREED, files=("file",))
    def alliance_import(write: str = "", removals: str = "") -> ResponseReturnValue:
        """First what it would change, or all that is wrong with it; the same file again with the tick writes it."""
        if request.method != "POST":
            return page("alliance_import.html", w=_W, problems=[], plan=None, done=False, counts=[], changed=0)
        from governance.alliance.sheets import SHEETS
        from handlers.alliance import workbook  # with what reads workbooks: slow to load, and seldom wanted
        from storage.workbook.reader import read_workbook

        contents, why = workbook_sent(lambda path: read_workbook(path, sheets=SHEETS))
        if contents is None:
            return page("alliance_import.html", 422, w=_W, problems=[why], plan=None, done=False, counts=[], changed=0)
        agreed, removed, now = write == "yes", removals == "yes", console.clock()
        if agreed:
            plan = workbook.import_alliance(
                console.database, console.config, contents, now, removals_agreed=removed, actor=staff().actor
            )
        else:
            plan = workbook.alliance_dry_run(console.database, console.config, contents, now)
        counted = {
            sheet: Counter(each.action.value for each in made) for sheet, made in plan.changes.by_sheet().items()
        }
        return page(
            "alliance_import.html", 422 if plan.problems else 200, w=_W, plan=plan, problems=plan.problems[:MOST_PROBLEMS],
            done=agreed and not plan.problems and not (plan.much_removed and not removed),
            counts=[(sheet, count) for sheet, count in counted.items() if count],
            changed=sum(count.total() for count in counted.values()),
        )  # fmt: skip


def _template_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/alliance/book.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def alliance_template() -> ResponseReturnValue:
        """An empty workbook to fill in, with how to do it."""
        from governance.alliance.sheets import SHEETS
        from storage.texts import HOW_TO_ALLIANCE
        from storage.workbook.writer import write_workbook

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "book.xlsx")
            write_workbook(path, sheets=SHEETS, how_to=HOW_TO_ALLIANCE)
            return download(path.read_bytes(), XLSX, "alliance.xlsx")


def _ledger(console: Console, year: int, places: Collection[int] | None) -> Iterable[dict[str, Any]]:
    with console.reading() as ctx:
        return [_row(line) for line in year_lines(ctx, year, places)]


def _row(line: YearLine) -> dict[str, Any]:
    sides = line.sides
    cells = (
        line.area, sides.pairing.code, sides.ours.name, sides.theirs.name, _W.RUNS if line.running else _W.OVER,
        line.lectures, line.listeners, *(line.agreements[kind] for kind in AgreementKind),
        *(line.standings[kind] for kind in _W.STANDING),
    )  # fmt: skip
    return dict(zip(_W.LEDGER_FIELDS, cells, strict=True))


def _found(console: Console, pairing_id: int, year: int | None) -> PairingPage | None:
    with console.reading() as ctx:
        return pairing_page(ctx, staff(), pairing_id, year or ctx.today.year)


def _spot(pairing_id: int) -> Spot:
    return Spot(url_for("console.act_on_pairing", pairing_id=pairing_id))


def _shown(found: PairingPage) -> dict[str, Any]:
    number = found.line.sides.pairing.id
    forms = [form_view("lecture", FORMS["lecture"], {"pairing": str(number)}, {}, _spot(number))]
    if staff().may(Act.MANAGE):
        forms += [
            form_view("leave", FORMS["leave"], {"unit": unit.code}, {}, _spot(number))
            for unit in found.units
            if not unit.left
        ]
    return {
        "w": _W, "shown": found, "forms": forms if found.line.running else [], "proofs_of": _proofs(found), "nonce": nonce(),
        "Standing": Standing,
    }  # fmt: skip


def _proofs(found: PairingPage) -> dict[int, FormView]:
    """The form that proves a milestone, by its number, where somebody still waits for it."""
    number = found.line.sides.pairing.id
    return {
        proof.row.id: form_view("prove", FORMS["prove"], {"milestone": str(proof.row.id)}, {}, _spot(number))
        for _, proofs in found.agreements
        for proof in proofs
        if proof.line.standing in (Standing.AHEAD, Standing.LATE)
    }
