"""Councils in the browser: the calendar with topics and resolutions, and a page for each meeting with what may be done there."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import council_texts
from console.command_forms import CommandForm, FormView, Spot, done_of, form_view, schema_of
from console.exporting import exported
from console.parts import Console, code_picture, guarded, missing, nonce, page, staff
from governance.councils.codes import scene_of
from governance.permissions import Act
from handlers.councils import words
from handlers.councils.commands import ApproveMinutes, NoteDiscussion, ReportResolution
from handlers.councils.staff_commands import (
    CallMeeting,
    CancelMeeting,
    CloseMeeting,
    CloseVote,
    DismissMember,
    DropTopic,
    ExplainResolution,
    MarkPresent,
    NameMember,
    OpenVote,
    PutOnAgenda,
    WriteMinutes,
    WriteResolution,
)
from handlers.office.councils import RESOLUTION_FIELDS, councils_page, meeting_page, resolution_records
from handlers.projects.staff_commands import OpenProject
from handlers.surveys.commands import OpenResidentVote

CHANGED = "councils-changed"
"""The event in the browser upon which the page's parts are fetched anew."""
_DO, _HINTS, _HERE = council_texts.DO, council_texts.HINTS, ("meeting",)
_ONE, _OF_COUNCIL = {"topic": ""}, {"ticket": "", "need": "", "where": "", "steps": ""}

FORMS: dict[str, CommandForm] = {
    "call": CommandForm(CallMeeting, _DO["call"], ("council",), needs=("when", "room")),
    "name": CommandForm(NameMember, _DO["name"], ("council",), hints={"whom": _HINTS["whom"]}, needs=("whom",)),
    "dismiss": CommandForm(DismissMember, _DO["dismiss"], ("council",), plain=True, needs=("whom",)),
    "drop": CommandForm(DropTopic, _DO["drop"], ("topic",), plain=True, needs=("why",)),
    "put_on": CommandForm(PutOnAgenda, _DO["put_on"], ("topic", "meeting"), fixed={"ticket": ""}),
    "put_ticket": CommandForm(PutOnAgenda, _DO["put_ticket"], ("ticket", "meeting"), fixed=_ONE),
    "present": CommandForm(MarkPresent, _DO["present"], _HERE, hints={"whom": _HINTS["whom"]}, needs=("whom",)),
    "note": CommandForm(NoteDiscussion, _DO["note"], _HERE, hints={"topic": _HINTS["topic"]}),
    "open_vote": CommandForm(
        OpenVote, _DO["open_vote"], _HERE, hints={"topic": _HINTS["topic"], "share": _HINTS["share"]}, needs=("text",)
    ),
    "ask_all": CommandForm(
        OpenResidentVote, _DO["ask_all"], _HERE, hints={"share": _HINTS["share_of_all"]}, needs=("text", "ends")
    ),
    "close_vote": CommandForm(CloseVote, _DO["close_vote"], ("vote",)),
    "resolve": CommandForm(
        WriteResolution, _DO["resolve"], _HERE, hints={"topic": _HINTS["topic"]}, needs=("text", "owner", "due")
    ),
    "report": CommandForm(ReportResolution, _DO["report"], ("resolution",), plain=True, needs=("text",)),
    "pool": CommandForm(OpenProject, _DO["pool"], ("resolution",), fixed=_OF_COUNCIL, plain=True),
    "explain": CommandForm(ExplainResolution, _DO["explain"], ("resolution",), plain=True, needs=("text",)),
    "close": CommandForm(CloseMeeting, _DO["close"], _HERE, plain=True),
    "write": CommandForm(WriteMinutes, _DO["write"], _HERE, hints={"text": _HINTS["more"]}),
    "approve": CommandForm(ApproveMinutes, _DO["approve"], _HERE),
    "cancel": CommandForm(CancelMeeting, _DO["cancel"], _HERE, plain=True, needs=("note",)),
}
"""What can be done on the pages, each the form of a command."""


def council_pages(blueprint: Blueprint, console: Console) -> None:
    """The pages, what is done there, and the file of resolutions."""
    _page_of_all(blueprint, console)
    _page_of_one(blueprint, console)
    _code_of_one(blueprint, console)

    @blueprint.post("/councils")
    @guarded(console, Act.RUN_COUNCIL)
    @takes(of_form=lambda: schema_of(FORMS))
    def do_council() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        return done_of(console, FORMS, _spot, CHANGED)


def _page_of_all(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/councils")
    @guarded(console, Act.RUN_COUNCIL)
    def councils() -> ResponseReturnValue:
        return page("councils.html", live=CHANGED, **_all(console))

    @blueprint.get("/councils/live")
    @guarded(console, Act.RUN_COUNCIL, polled=True)
    def councils_live() -> ResponseReturnValue:
        return page("councils_live.html", **_all(console))

    @blueprint.get("/councils/resolutions.csv")
    @guarded(console, Act.RUN_COUNCIL)
    @takes(gives=("text/csv",))
    def resolutions_file() -> ResponseReturnValue:
        """The resolutions of the councils that they run; nobody but who serves the public is named."""
        with console.reading() as ctx:
            return exported(
                console, Act.RUN_COUNCIL, "resolutions.csv", RESOLUTION_FIELDS,
                lambda places: resolution_records(ctx, places),
            )  # fmt: skip


def _page_of_one(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/councils/meetings/<row:meeting_id>")
    @guarded(console, Act.RUN_COUNCIL)
    def council_meeting(meeting_id: int) -> ResponseReturnValue:
        shown = _one(console, meeting_id)
        return missing() if shown is None else page("meeting.html", live=CHANGED, **shown)

    @blueprint.get("/councils/meetings/<row:meeting_id>/live")
    @guarded(console, Act.RUN_COUNCIL, polled=True)
    def council_meeting_live(meeting_id: int) -> ResponseReturnValue:
        shown = _one(console, meeting_id)
        return missing() if shown is None else page("meeting_live.html", **shown)


def _code_of_one(blueprint: Blueprint, console: Console) -> None:
    @blueprint.get("/councils/meetings/<row:meeting_id>/code")
    @guarded(console, Act.RUN_COUNCIL)
    def council_meeting_code(meeting_id: int) -> ResponseReturnValue:
        """To print, or to show in the room: the code to scan, and the digits for who can't."""
        shown = _one(console, meeting_id)
        if shown is None:
            return missing()
        address = console.room_code(scene_of(meeting_id, shown["shown"].mark))
        return page("meeting_code.html", picture=None if address is None else code_picture(address), **shown)


def _all(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = councils_page(ctx, staff())
    return {"shown": found, **_common()}


def _one(console: Console, number: int) -> dict[str, Any] | None:
    with console.reading() as ctx:
        found = meeting_page(ctx, staff(), number)
    return None if found is None else {"shown": found, "meeting": found.meeting, **_common()}


def _common() -> dict[str, Any]:
    return {"c": council_texts, "w": words, "nonce": nonce(), "form_of": _blank}


def _spot(do: str, given: dict[str, Any]) -> Spot:
    named = [str(given[name]) for name in FORMS[do].given if given.get(name)]
    return Spot(url_for("console.do_council"), "-".join((do, *named)))


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, _spot(do, given))
