"""The rota as a calendar in the browser: by week and month, by station and person; drawn by hand, by keys and by plain forms."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import day as day_asked
from bot.parameters import one_of, row_id, takes, words
from console import rota_texts, texts
from console.called import Choice, form_of_choice, picked
from console.command_forms import CommandForm, FormView, Spot, filled, form_view, schema_of, submitted
from console.parts import STATUS, Console, form_key, guarded, missing, nonce, order, page, refusal, staff, told
from governance.clock import local_day
from governance.days import month_of
from governance.duty.rota import View, turned
from handlers.context import Context
from handlers.duty.commands.lead import AssignShift, ConfirmPlan
from handlers.duty.commands.rota import ExchangeShifts, MoveToShift, ProposePlan, TakeOffShift
from handlers.duty.texts.words import day as day_said
from handlers.duty.texts.words import hours
from handlers.office.rota import Rota, on_their_rota, rota_of, rota_stations
from handlers.outcomes import Tone

_DO = rota_texts.DO
FORMS: dict[str, CommandForm] = {
    "assign": CommandForm(AssignShift, _DO["assign"], fixed={"beyond": "0"}, needs=("shift", "name")),
    "move": CommandForm(MoveToShift, _DO["move"], needs=("shift", "name", "to")),
    "exchange": CommandForm(ExchangeShifts, _DO["exchange"], needs=("shift", "name", "other_shift", "other")),
    "take_off": CommandForm(TakeOffShift, _DO["take_off"], needs=("shift", "name"), plain=True),
    "propose": CommandForm(ProposePlan, _DO["propose"], ("month",), needs=("month",), plain=True),
    "publish": CommandForm(ConfirmPlan, _DO["publish"], ("month",), needs=("month",)),
}
"""What can be done on the page, each the form of a command; what is dragged is sent as one of them."""
SHIFTS = ("shift", "to", "other_shift")
_BACK = {
    "assign": ("take_off", {"shift": "shift", "name": "name"}),
    "move": ("move", {"shift": "to", "name": "name", "to": "shift"}),
    "exchange": ("exchange", {"shift": "other_shift", "name": "name", "other_shift": "shift", "other": "other"}),
    "take_off": ("assign", {"shift": "shift", "name": "name"}),
}
"""What takes each back, and from where its fields come."""
_ASKED = rota_texts.ASKED
ASKED = (
    one_of("by", _ASKED["by"], rota_texts.BY, "station"),
    one_of("span", _ASKED["span"], rota_texts.VIEW, View.WEEK.value),
    day_asked("day", _ASKED["day"]),
    row_id("station", _ASKED["station"]),
)
DONE = (words("do", texts.ASKED["do"], 40),)


def rota_pages(blueprint: Blueprint, console: Console) -> None:
    """The calendar, the part of it that renews itself, and what is done on it."""
    _change_view(blueprint, console)

    @blueprint.get("/rota")
    @guarded(console)
    @takes(*ASKED)
    def rota(**asked: Any) -> ResponseReturnValue:
        with console.reading() as ctx:
            found = _shown(ctx, **asked)
        return found if isinstance(found, Response) else page("rota.html", **found)

    @blueprint.get("/rota/live")
    @guarded(console, polled=True)
    @takes(*ASKED, words("v", _ASKED["v"], 20))
    def rota_live(v: str, **asked: Any) -> ResponseReturnValue:
        """204 while the calendar is as the page shows it."""
        with console.reading() as ctx:
            found = _shown(ctx, **asked)
        if isinstance(found, Response):
            return found
        if found["version"] == v:
            return make_response("", 204)
        return make_response(render_template("rota_live.html", t=texts, staff=staff(), **found))


def _change_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/rota")
    @guarded(console)
    @takes(form=DONE, of_form=lambda: schema_of(FORMS))
    def change_rota(do: str) -> ResponseReturnValue:
        """Does the command of the form; one that names a shift of another's station changes nothing."""
        sent = dict(request.form.items())
        with console.reading() as ctx:
            known = rota_stations(ctx, staff())
            if known is None:
                return refusal(texts.NO_RIGHT, 403)
            said = [sent.get(name, "").strip() for name in SHIFTS]
            if not all(on_their_rota(ctx, known, int(number[:12])) for number in said if number.isdecimal()):
                return missing()
        form = FORMS.get(do)
        if form is None:
            return told(texts.NO_SUCH_ACT, 400)
        response = _done(console, do, form, sent)
        response.headers["HX-Trigger"] = "rota"
        return response


def _shown(ctx: Context, by: str, span: str, day: date | None, station: int | None) -> dict[str, Any] | Response:
    """What the calendar shows; or the refusal, where it is not theirs to see."""
    known = rota_stations(ctx, staff())
    if known is None:
        return refusal(texts.NO_RIGHT, 403)
    if station is not None and station not in {each.id for each in known}:
        return missing()
    at, view = day or local_day(ctx.now, ctx.config.zone), View(span)
    found = rota_of(ctx, known, station, view, at, by == "person")
    asked = {"by": by, "span": span, "day": at.isoformat(), "station": station}
    return {
        "r": rota_texts, "found": found, "asked": asked, "month": month_of(at), "today": local_day(ctx.now, ctx.config.zone),
        "to": lambda **changed: url_for("console.rota", **{**asked, **changed}), "hours": hours, "zone": ctx.config.zone,
        "before": turned(view, at, forward=False), "after": turned(view, at, forward=True), "nonce": nonce(),
        "version": _version(found), "day_said": day_said, "forms": _forms(month_of(at), found.to_publish),
    }  # fmt: skip


def _version(found: Rota) -> str:
    return sha256(repr(found).encode()).hexdigest()[:16]


def _forms(month: date, to_publish: int) -> list[FormView]:
    spot, given = Spot(url_for("console.change_rota")), {"month": month.isoformat()}
    views = [form_view(do, form, given, {}, spot) for do, form in FORMS.items()]
    return [replace(each, label=each.label.format(month=month.month, count=to_publish)) for each in views]


def _done(console: Console, do: str, form: CommandForm, sent: dict[str, str]) -> Response:
    """What came of it, with the way back: for a drag, for a form (which comes back when it is refused), or as a whole page."""
    if "HX-Request" in request.headers and not ({"dragged", "undone"} & sent.keys()):
        response = submitted(console, do, form, sent, Spot(url_for("console.change_rota")))
        good = response.status_code == 200 and "HX-Retarget" not in response.headers
        return _with_undo(response, do, picked(sent)) if good else response
    sent = picked(sent)
    said, tone, which = _ordered(console, form, sent)
    status, good = STATUS[tone], tone in (Tone.DONE, Tone.TOLD)
    if "HX-Request" not in request.headers:
        back = _undo(do, sent) if good else None
        return page(
            "rota_said.html", status, said=said, tone=tone.value, r=rota_texts, nonce=nonce(), back=back, which=which
        )
    response = make_response(render_template("outcome.html", said=said, tone=tone.value), status)
    return _with_undo(response, do, sent) if good else response


def _ordered(console: Console, form: CommandForm, sent: dict[str, str]) -> tuple[str, Tone, Choice | None]:
    """What is said of it, and who can be chosen; a question that can't be answered here is a refusal."""
    made = filled(form, sent)
    if made.command is None:
        return "\n".join(made.problems.values()), Tone.REFUSED, None
    answered = order(console, made.command, form_key(made.command, sent.get("nonce", "")))
    tone = Tone.REFUSED if answered.tone is Tone.ASKS else answered.tone
    return answered.text, tone, form_of_choice(answered, sent)


def _undo(do: str, sent: dict[str, str]) -> tuple[str, dict[str, str]] | None:
    """What takes it back, with its fields; None where nothing does, or it was taken back just now."""
    if do not in _BACK or "undone" in sent:
        return None
    back, taken = _BACK[do]
    return back, {name: sent.get(source, "") for name, source in taken.items()}


def _with_undo(response: Response, do: str, sent: dict[str, str]) -> Response:
    back = _undo(do, sent)
    if back is not None:
        button = render_template("rota_undo.html", back=back, nonce=nonce(), staff=staff(), r=rota_texts)
        response.set_data(f'<div class="undoable">{response.get_data(as_text=True)}{button}</div>')
    return response
