"""The stars: who is proposed and why, and what a reviewer decides of them."""

from typing import Any

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes
from console import texts
from console.command_forms import CommandForm, FormView, Spot, form_view, schema_of, submitted
from console.parts import Console, guarded, missing, nonce, page, staff, stored, told
from governance.permissions import Act
from handlers.office.stars import nomination_picture, stars_for
from handlers.stars import texts as words
from handlers.stars.commands import (
    AcceptAwards,
    DelayRound,
    MergeAwards,
    RecordConsent,
    RestoreRound,
    ReturnAward,
    SettleObjections,
    SkipRound,
    UndoDelay,
)

CHANGED = "stars-changed"
"""The event in the browser upon which the list is fetched anew."""
_DO, _NOTE = texts.STAR_DO, {"note": texts.TOLD_TO_OBJECTOR}

FORMS: dict[str, CommandForm] = {
    "accept": CommandForm(AcceptAwards, _DO["accept"], ("numbers",)),
    "accept_all": CommandForm(AcceptAwards, _DO["accept_all"], fixed={"numbers": "", "deeds": ""}),
    "return": CommandForm(ReturnAward, _DO["return"], ("number",), plain=True),
    "merge": CommandForm(MergeAwards, _DO["merge"], ("number",)),
    "consent": CommandForm(RecordConsent, _DO["consent"], ("number",), hints={"shown": texts.OWN_NAME}),
    "dismiss": CommandForm(SettleObjections, _DO["dismiss"], ("number",), {"upheld": "0"}, _NOTE),
    "uphold": CommandForm(SettleObjections, _DO["uphold"], ("number",), {"upheld": "1"}, _NOTE, plain=True),
    "delay": CommandForm(DelayRound, _DO["delay"], ("community",), plain=True),
    "undo_delay": CommandForm(UndoDelay, _DO["undo_delay"], ("community",), plain=True),
    "skip": CommandForm(SkipRound, _DO["skip"], ("community",), plain=True),
    "restore": CommandForm(RestoreRound, _DO["restore"], ("community",)),
}
"""What can be done on the page, each the form of a command."""


def stars_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its list, and what is done there."""

    @blueprint.get("/stars")
    @guarded(console, Act.RUN_STARS)
    def stars() -> ResponseReturnValue:
        return page("stars.html", live=CHANGED, **_shown(console))

    @blueprint.get("/stars/live")
    @guarded(console, Act.RUN_STARS)
    def stars_live() -> ResponseReturnValue:
        return page("stars_live.html", **_shown(console))

    @blueprint.post("/stars")
    @guarded(console, Act.RUN_STARS)
    @takes(of_form=lambda: schema_of(FORMS))
    def decide() -> ResponseReturnValue:
        """Does the command of the form; the same form sent twice is done once."""
        sent = dict(request.form.items())
        do = sent.get("do", "")
        form = FORMS.get(do)
        return told(texts.NO_SUCH_ACT, 400) if form is None else _decide(console, do, form, sent)

    @blueprint.get("/stars/pictures/<row:file_id>")
    @guarded(console, Act.RUN_STARS)
    def nominated(file_id: int) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = nomination_picture(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _decide(console: Console, do: str, form: CommandForm, sent: dict[str, str]) -> Response:
    response = submitted(console, do, form, sent, Spot(url_for("console.decide")))
    if "HX-Retarget" not in response.headers:
        response.headers["HX-Trigger"] = CHANGED
    return response


def _shown(console: Console) -> dict[str, Any]:
    with console.reading() as ctx:
        found = stars_for(ctx, staff())
    return {"shown": found, "w": words, "zone": console.config.zone, "nonce": nonce(), "form_of": _blank}


def _blank(do: str, **given: Any) -> FormView:
    """A form of the page before anybody has typed in it."""
    return form_view(do, FORMS[do], given, {}, Spot(url_for("console.decide")))
