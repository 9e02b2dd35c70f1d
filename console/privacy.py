"""People's own data at the office: requests that wait, and what is done for somebody who asks at the window."""

from typing import Any

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from bot.my_data import archive_response
from console import texts
from console.command_forms import CommandForm, FormView, Spot, form_view, submitted
from console.parts import Console, guarded, missing, nonce, page, signed_in_now, staff, told
from governance.permissions import Act
from handlers.office.own_data import copy_of, may_serve, requests_waiting, subject_shown
from handlers.privacy import texts as words
from handlers.privacy.commands import CorrectPerson, DecideDataRequest, ErasePerson

LONGEST = 40
CHANGED = "privacy-changed"
FORMS: dict[str, CommandForm] = {
    "grant": CommandForm(DecideDataRequest, texts.PRIVACY_DO["grant"], ("request",), {"agreed": "1", "reason": ""}),
    "refuse": CommandForm(
        DecideDataRequest, texts.PRIVACY_DO["refuse"], ("request",), {"agreed": "0"}, plain=True, needs=("reason",)
    ),
    "correct": CommandForm(CorrectPerson, texts.PRIVACY_DO["correct"], ("who",)),
    "erase": CommandForm(ErasePerson, texts.PRIVACY_DO["erase"], ("who",), plain=True),
}
"""What can be done on the page, each the form of a command."""
OF_PHONES = {"grant", "correct"}
"""Those that may change a phone number, by which people bind their WeChat."""


def privacy_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its list, what is done there, and the copy."""

    @blueprint.get("/privacy")
    @guarded(console, Act.SERVE_DATA)
    def privacy() -> ResponseReturnValue:
        return _shown(console, "privacy.html")

    @blueprint.get("/privacy/live")
    @guarded(console, Act.SERVE_DATA)
    def privacy_live() -> ResponseReturnValue:
        return _shown(console, "privacy_live.html")

    @blueprint.post("/privacy")
    @guarded(console, Act.SERVE_DATA)
    def serve() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        sent = dict(request.form.items())
        form = FORMS.get(sent.get("do", ""))
        if form is None:
            return told(texts.NO_SUCH_ACT, 400)
        if sent["do"] in OF_PHONES and not signed_in_now(console, staff()):
            return told(texts.SIGN_IN_ANEW, 403)
        response = submitted(console, sent["do"], form, sent, Spot(url_for("console.serve")))
        if "HX-Retarget" not in response.headers:
            response.headers["HX-Trigger"] = CHANGED
        return response

    @blueprint.post("/privacy/copy")
    @guarded(console, Act.SERVE_DATA)
    def copy() -> ResponseReturnValue:
        """The whole copy, to be handed to whoever it is of."""
        with console.writing() as ctx:
            data = copy_of(ctx, staff(), _who(request.form.get("who", ""))) if may_serve(ctx, staff()) else None
        return missing() if data is None else archive_response(data, console.files)


def _shown(console: Console, template: str) -> Response:
    who = _who(request.args.get("who", ""))
    with console.reading() as ctx:
        if not may_serve(ctx, staff()):
            return missing()
        waiting, found = requests_waiting(ctx), subject_shown(ctx, who) if who else None
    return page(
        template, waiting=waiting, found=found, who=who, w=words, nonce=nonce(), live=CHANGED, form_of=_blank,
    )  # fmt: skip


def _who(said: str) -> str:
    return said.replace("\0", "").strip().upper()[:LONGEST]


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, Spot(url_for("console.serve")))
