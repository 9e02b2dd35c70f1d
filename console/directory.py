"""The directory: places, grids, people, stations, the rules in force; and the roster's import with all that is wrong in it."""

import tempfile
from dataclasses import asdict
from pathlib import Path

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import Console, guarded, number_of, page
from governance.permissions import Act
from handlers.console.directory import PAGE, directory
from storage.errors import NotAWorkbook, WorkbookTooLarge

MOST_BYTES, MOST_PROBLEMS = 20 * 1024 * 1024, 200
LONGEST = 60


def directory_pages(blueprint: Blueprint, console: Console) -> None:
    """The lists and the import."""

    @blueprint.get("/directory")
    @guarded(console, Act.ASSESS)
    def people() -> ResponseReturnValue:
        what = request.args.get("what", "people")
        what = what if what in texts.DIRECTORY else "people"
        with console.reading() as scene:
            found, total = directory(scene, what, request.args.get("q", "")[:LONGEST], max(number_of("page"), 1))
        pages = max((total + PAGE - 1) // PAGE, 1)
        return page(
            "directory.html", what=what, found=found, total=total, pages=pages, at=max(number_of("page"), 1),
            rules=asdict(console.house.rules), templates=console.templates, q=request.args.get("q", "")[:LONGEST],
        )  # fmt: skip

    @blueprint.route("/directory/import", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE)
    def imports() -> ResponseReturnValue:
        """First what it would change, or all that is wrong with it; the same file again with the tick writes it."""
        if request.method == "GET":
            return page("import.html", plan=None, problems=[], done=False)
        from handlers import roster  # with what reads workbooks: slow to load, and seldom wanted
        from storage.workbook.reader import read_workbook

        file, agreed = request.files.get("file"), request.form.get("write") == "yes"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "roster.xlsx")
            path.write_bytes(file.stream.read(MOST_BYTES) if file is not None else b"")
            try:
                contents = read_workbook(path)
            except (NotAWorkbook, WorkbookTooLarge, OSError):
                return page("import.html", 422, plan=None, problems=[texts.NO_SHEET], done=False)
        zone, now = console.house.zone, console.clock()
        removals = request.form.get("removals") == "yes"
        if agreed:
            plan = roster.import_roster(console.database, contents, zone, now, removals_agreed=removals)
        else:
            plan = roster.dry_run(console.database, contents, zone, now)
        done = agreed and not plan.problems and not (plan.much_removed and not removals)
        return page(
            "import.html", 422 if plan.problems else 200, plan=plan, problems=plan.problems[:MOST_PROBLEMS], done=done,
            count=sum(len(changes) for changes in plan.changes.by_sheet().values()),
        )  # fmt: skip
