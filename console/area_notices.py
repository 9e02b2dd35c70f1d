"""Notices to an area: written, looked at before they go, agreed to, followed on their way, changed and ended."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import texts
from console.command_forms import CommandForm, FormView, Spot, done_of, form_view, schema_of
from console.parts import Console, guarded, nonce, page, staff
from governance.permissions import Act
from handlers.area_notices import texts as said
from handlers.area_notices import words
from handlers.area_notices.commands import ApproveNotice, ChangeNotice, EndNotice, NotifyResidents, WithholdNotice
from handlers.office.area_notices import notices_for

CHANGED = "notices-changed"
"""The event in the browser upon which the list is fetched anew."""
_DO, _NUMBER, _NOTHING = texts.NOTICE_DO, ("number",), {"about": ""}
_HINTS = {
    "where": texts.NOTICE_WHERE,
    "starts": texts.NOTICE_START,
    "ends": texts.NOTICE_END,
    "kind": texts.NOTICE_KIND,
}

FORMS: dict[str, CommandForm] = {
    "draft": CommandForm(
        NotifyResidents,
        _DO["draft"],
        fixed={"places": "", "unclear": ""},
        hints={"text": texts.NOTICE_TEXT, **_HINTS},
        needs=("text",),
    ),
    "approve": CommandForm(ApproveNotice, _DO["approve"], _NUMBER, fixed=_NOTHING),
    "withhold": CommandForm(WithholdNotice, _DO["withhold"], _NUMBER, fixed=_NOTHING, plain=True),
    "redraft": CommandForm(ChangeNotice, _DO["redraft"], _NUMBER, fixed=_NOTHING, plain=True),
    "change": CommandForm(ChangeNotice, _DO["change"], _NUMBER, fixed={"text": "", **_NOTHING}, plain=True),
    "end": CommandForm(EndNotice, _DO["end"], _NUMBER, fixed=_NOTHING),
}
"""What can be done on the page, each the form of a command."""


def notice_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its list, and what is done there."""

    @blueprint.get("/notices")
    @guarded(console, Act.DISPATCH)
    def notices() -> ResponseReturnValue:
        return page("notices.html", live=CHANGED, **_shown(console))

    @blueprint.get("/notices/live")
    @guarded(console, Act.DISPATCH, polled=True)
    def notices_live() -> ResponseReturnValue:
        return page("notices_live.html", **_shown(console))

    @blueprint.post("/notices")
    @guarded(console, Act.DISPATCH)
    @takes(of_form=lambda: schema_of(FORMS))
    def do_notice() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        return done_of(console, FORMS, lambda do, sent: _spot(do, sent.get("number", "")), CHANGED)


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = notices_for(ctx, staff())
    return {"shown": found, "w": words, "s": said, "zone": console.config.zone, "nonce": nonce(), "form_of": _blank}


def _spot(do: str, number: str) -> Spot:
    return Spot(url_for("console.do_notice"), f"{do}-{number}" if number else "")


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, _spot(do, given.get("number", "")))
