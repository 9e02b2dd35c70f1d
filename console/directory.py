"""The directory: places, grids, people, stations, the rules in force; and the roster's import with all that is wrong in it."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from bot.parameters import one_of, takes, whole, words
from console import entry_texts, texts
from console.entry_forms import FORMS, right_of
from console.parts import XLSX, Console, download, guarded, page, staff, workbook_sent
from governance.permissions import Act
from governance.roles import Role
from governance.texts import ROLE, SHEET
from handlers.master_data.telling import tell_of_posts
from handlers.office.directory import PAGE, directory
from handlers.office.whom import who_manages

if TYPE_CHECKING:
    from governance.roster.sheets import Sheet
    from handlers.roster import Plan
    from storage.workbook.reader import Contents

MOST_PROBLEMS = 200
LONGEST = 60
LISTED = (
    one_of("what", texts.ASKED["what"], texts.DIRECTORY, "people"),
    words("q", texts.ASKED["q"], LONGEST),
    one_of("role", entry_texts.ASKED["role"], ("", *(each.value for each in Role))),
    whole("page", texts.ASKED["page"], 1, 99_999, 1, into="page_asked"),
)
AGREED = (words("write", texts.ASKED["write"], 3), words("removals", texts.ASKED["removals"], 3))


def directory_pages(blueprint: Blueprint, console: Console) -> None:
    """The lists and the import."""
    _list_view(blueprint, console)
    _roster_views(blueprint, console)
    _roster_files(blueprint, console)
    _duty_views(blueprint, console)


def _list_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/directory")
    @guarded(console, Act.ASSESS)
    @takes(*LISTED)
    def people(what: str, q: str, role: str, page_asked: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found, total = directory(ctx, staff(), what, q.strip(), page_asked, role)
            whom = () if staff().may(right_of(what)) else who_manages(ctx)
        pages = max((total + PAGE - 1) // PAGE, 1)
        return page(
            "directory.html", what=what, found=found, total=total, pages=pages, at=page_asked,
            q=q, role=role, roles=ROLE, whom=whom, w=entry_texts, changes=what in FORMS and staff().may(right_of(what)),
        )  # fmt: skip


def _roster_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.route("/directory/import", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE, recent=True)
    @takes(form=AGREED, files=("file",))
    def imports(write: str = "", removals: str = "") -> ResponseReturnValue:
        """First what it would change, or all that is wrong with it; the same file again with the tick writes it."""
        if request.method != "POST":
            return page("import.html", plan=None, problems=[], done=False)
        from governance.roster.sheets import SHEETS
        from handlers import roster  # with what reads workbooks: slow to load, and seldom wanted

        agreed, (contents, why) = write == "yes", _uploaded(SHEETS)
        if contents is None:
            return page("import.html", 422, plan=None, problems=[why], done=False)
        zone, now = console.config.zone, console.clock()
        removed = removals == "yes"
        if agreed:
            plan = roster.import_roster(
                console.database, contents, zone, now, removals_agreed=removed, actor=staff().actor, giver=staff().code
            )
        else:
            plan = roster.dry_run(console.database, contents, zone, now, staff().code)
        done = agreed and not plan.problems and not (plan.much_removed and not removed)
        if done:
            with console.writing() as ctx:
                tell_of_posts(ctx, plan.changes, staff().code)
        return page(
            "import.html", 422 if plan.problems else 200, plan=plan, problems=plan.problems[:MOST_PROBLEMS], done=done,
            count=sum(len(changes) for changes in plan.changes.by_sheet().values()), lines=_told(plan),
        )  # fmt: skip


def _roster_files(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/directory/roster.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def roster_template() -> ResponseReturnValue:
        return _template("roster.xlsx")

    @blueprint.get("/directory/roster-now.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def roster_now() -> ResponseReturnValue:
        """The roster as it stands, to be changed and imported again: names and numbers in full, which the audit keeps."""
        from handlers.roster import roster_lines

        return _template(
            "roster-now.xlsx",
            lines=roster_lines(
                console.database,
                console.config.zone,
                console.clock(),
                staff().actor,
                administers=staff().may(Act.ADMINISTER),
            ),
        )


def _told(plan: "Plan") -> list[tuple[str, list[str]]]:
    """Each sheet with its changes, a line each, the first of them."""
    from handlers.roster_lines import lines_of

    return [
        (SHEET[sheet], lines_of(changes[:MOST_PROBLEMS], plan.wanted))
        for sheet, changes in plan.changes.by_sheet().items()
        if changes
    ]


def _duty_views(blueprint: Blueprint, console: Console) -> None:
    @blueprint.route("/directory/duty", methods=["GET", "POST"])
    @guarded(console, Act.MANAGE)
    @takes(files=("file",))
    def duty_plan() -> ResponseReturnValue:
        """Stations, weekly shifts and qualifications: written at once, unless anything is wrong with them."""
        if request.method != "POST":
            return page("import_duty.html", problems=[], counts=None)
        from governance.duty.plan_sheets import SHEETS
        from handlers.duty.plan_import import import_duty

        contents, why = _uploaded(SHEETS)
        if contents is None:
            return page("import_duty.html", 422, problems=[why], counts=None)
        problems, counts, new = import_duty(console.database, console.config, contents, console.clock(), staff().actor)
        if problems:
            return page("import_duty.html", 422, problems=problems[:MOST_PROBLEMS], counts=None)
        return page("import_duty.html", problems=[], counts=counts, new=new)

    @blueprint.get("/directory/duty.xlsx")
    @guarded(console, Act.MANAGE)
    @takes(gives=(XLSX,))
    def duty_template() -> ResponseReturnValue:
        from governance.duty.plan_sheets import SHEETS
        from storage.texts import HOW_TO_DUTY

        return _template("duty.xlsx", sheets=SHEETS, how_to=HOW_TO_DUTY)


def _uploaded(sheets: "Sequence[Sheet]") -> "tuple[Contents | None, str]":
    from storage.workbook.reader import read_workbook

    return workbook_sent(lambda path: read_workbook(path, sheets=sheets))


def _template(name: str, **what: Any) -> Response:
    """An empty workbook to fill in, with how to do it."""
    from storage.workbook.writer import write_workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write_workbook(path, **what)
        return download(path.read_bytes(), XLSX, name)
