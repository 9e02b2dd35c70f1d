"""Projects in the browser: the board by state with the two other lists, a page for each, and what may be done to it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import day, takes
from console import project_texts, texts
from console.command_forms import CommandForm, FormView, Spot, done_of, form_view, schema_of, submitted
from console.exporting import exported
from console.parts import Console, guarded, missing, nonce, page, staff, stored, told
from governance.clock import local_day
from governance.permissions import Act
from governance.projects.states import ProjectAct
from handlers.office.projects import ProjectPage, project_page, project_picture, projects_for
from handlers.projects.commands import ClaimProject, GiveUpClaim, ReportProjectStep
from handlers.projects.staff_commands import (
    AcceptProject,
    AddMilestone,
    EndNeed,
    OpenProject,
    SendBackProject,
    WithdrawProject,
)
from handlers.texts.work import day as day_said
from storage.project_export import FIELDS, project_records

CHANGED = "projects-changed"
"""The event in the browser upon which the board is fetched anew."""
HERE, UNIT = ("number",), ("unit",)
_DO, _HINT = project_texts.DO, {"unit": project_texts.UNIT_HINT}
SPAN = (day("from", texts.ASKED["from"], "first"), day("to", texts.ASKED["to"], "last"))
_NOT_OF_NEED = {"ticket": "", "where": "", "resolution": "", "steps": ""}
BOARD_FORMS: dict[str, CommandForm] = {
    "open": CommandForm(
        OpenProject, _DO["open"], fixed={"need": "", "resolution": "", "steps": ""}, needs=("title",),
        hints={"ticket": project_texts.TICKET_HINT, "where": project_texts.WHERE_HINT},
    ),
    "from_need": CommandForm(OpenProject, _DO["from_need"], ("need",), fixed=_NOT_OF_NEED),
    "end_need": CommandForm(EndNeed, _DO["end_need"], HERE, plain=True),
}  # fmt: skip


@dataclass(frozen=True)
class ProjectForm:
    """A form, and what it does."""

    form: CommandForm
    act: ProjectAct


FORMS: dict[str, ProjectForm] = {
    "claim": ProjectForm(
        CommandForm(ClaimProject, _DO["claim"], HERE, {"ticket": ""}, _HINT, needs=UNIT), ProjectAct.CLAIM
    ),
    "step": ProjectForm(
        CommandForm(ReportProjectStep, _DO["step"], HERE, hints=_HINT, needs=("note", "unit")), ProjectAct.STEP
    ),
    "add_step": ProjectForm(
        CommandForm(
            AddMilestone, _DO["add_step"], HERE, hints={"unit": project_texts.STEP_UNIT_HINT}, needs=("title", "due")
        ),
        ProjectAct.PLAN,
    ),
    "accept": ProjectForm(CommandForm(AcceptProject, _DO["accept"], HERE), ProjectAct.ACCEPT),
    "send_back": ProjectForm(
        CommandForm(SendBackProject, _DO["send_back"], HERE, plain=True, needs=("note",)), ProjectAct.SEND_BACK
    ),
    "leave": ProjectForm(
        CommandForm(GiveUpClaim, _DO["leave"], HERE, hints=_HINT, plain=True, needs=("note", "unit")), ProjectAct.LEAVE
    ),
    "withdraw": ProjectForm(
        CommandForm(WithdrawProject, _DO["withdraw"], HERE, plain=True, needs=("note",)), ProjectAct.WITHDRAW
    ),
}
"""In the order in which they stand on the page of a project."""


def projects_pages(blueprint: Blueprint, console: Console) -> None:
    """The board and the pages, and what is done there."""
    _board(blueprint, console)
    _one(blueprint, console)

    @blueprint.get("/projects.csv")
    @guarded(console, Act.RUN_PROJECTS)
    @takes(*SPAN, gives=("text/csv",))
    def projects_file(first: date | None, last: date | None) -> ResponseReturnValue:
        """The projects of their places."""
        zone = console.config.zone
        asked = {"from": None if first is None else first.isoformat(), "to": None if last is None else last.isoformat()}
        return exported(
            console, Act.RUN_PROJECTS, "projects.csv", FIELDS,
            lambda places: project_records(console.database, zone, first, last, places, local_day(console.clock(), zone)), **asked,
        )  # fmt: skip

    @blueprint.get("/projects/pictures/<row:file_id>")
    @guarded(console, Act.RUN_PROJECTS)
    def project_file(file_id: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = project_picture(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _board(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/projects")
    @guarded(console, Act.RUN_PROJECTS)
    def projects() -> ResponseReturnValue:
        return page("projects.html", live=CHANGED, **_board_shown(console))

    @blueprint.get("/projects/live")
    @guarded(console, Act.RUN_PROJECTS)
    def projects_live() -> ResponseReturnValue:
        return page("projects_live.html", **_board_shown(console))

    @blueprint.post("/projects")
    @guarded(console, Act.RUN_PROJECTS)
    @takes(of_form=lambda: schema_of(BOARD_FORMS))
    def do_project() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        return done_of(console, BOARD_FORMS, lambda _do, _sent: Spot(url_for("console.do_project")), CHANGED)


def _one(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/projects/<row:project>")
    @guarded(console, Act.RUN_PROJECTS)
    def project(project: int) -> ResponseReturnValue:
        found = _found(console, project)
        return missing() if found is None else page("project.html", **_shown(console, found))

    @blueprint.get("/projects/<row:project>/live")
    @guarded(console, Act.RUN_PROJECTS, polled=True)
    def project_live(project: int) -> ResponseReturnValue:
        found = _found(console, project)
        if found is None:
            return missing()
        return make_response(
            render_template("project_live.html", t=texts, staff=staff(), Act=Act, **_shown(console, found))
        )

    @blueprint.post("/projects/<row:project>")
    @guarded(console, Act.RUN_PROJECTS)
    @takes(of_form=lambda: schema_of({do: each.form for do, each in FORMS.items()}))
    def act_on_project(project: int) -> ResponseReturnValue:
        """Does the command of the form; whether it may be done is decided by who does it."""
        found = _found(console, project)
        if found is None:
            return missing()
        do = request.form.get("do", "")
        chosen = FORMS.get(do)
        if chosen is None:
            return told(texts.NO_SUCH_ACT, 400)
        sent = {**request.form.to_dict(), "number": str(found.row.id)}
        return submitted(console, do, chosen.form, sent, _spot(found, do))


def _found(console: Console, number: int) -> ProjectPage | None:
    with console.reading() as ctx:
        return project_page(ctx, staff(), number)


def _spot(found: ProjectPage, do: str) -> Spot:
    return Spot(url_for("console.act_on_project", project=found.row.id), f"form-{do}")


def _shown(console: Console, found: ProjectPage) -> dict[str, Any]:
    here = {"number": str(found.row.id)}
    forms = [
        form_view(do, each.form, here, {}, _spot(found, do)) for do, each in FORMS.items() if each.act in found.acts
    ]
    return {"shown": found, "forms": forms, "p": project_texts, "nonce": nonce(), "day_said": day_said}


def _board_shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = projects_for(ctx, staff())
    return {"shown": found, "p": project_texts, "nonce": nonce(), "form_of": _blank, "day_said": day_said}


def _blank(do: str, **given: Any) -> FormView:
    """A form of the board before anybody has typed in it."""
    return form_view(do, BOARD_FORMS[do], given, {}, Spot(url_for("console.do_project")))
