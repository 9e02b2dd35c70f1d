"""Events in the browser: the list, a page for each with its dangers first, and what may be done to it."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import takes, words
from console import event_texts, texts
from console.command_forms import CommandForm, FormView, Spot, form_view, schema_of, submitted
from console.parts import Console, guarded, missing, nonce, page, staff, told
from governance.events.states import EventAct
from governance.permissions import Act
from handlers.events.commands import (
    ConfirmEvent,
    EndEvent,
    EstimateEvent,
    LeadEvent,
    NarrowEvent,
    RefuseEvent,
    ReopenEvent,
    TakeOutOfEvent,
    UpdateEvent,
    WidenEvent,
)
from handlers.office.events import EventPage, event_page, events_listed

HERE = ("event",)


@dataclass(frozen=True)
class EventForm:
    """A form, and what it does."""

    form: CommandForm
    act: EventAct


_DO = event_texts.DO
FORMS: dict[str, EventForm] = {
    "confirm": EventForm(CommandForm(ConfirmEvent, _DO["confirm"], HERE), EventAct.CONFIRM),
    "update": EventForm(CommandForm(UpdateEvent, _DO["update"], HERE, needs=("text",)), EventAct.UPDATE),
    "estimate": EventForm(CommandForm(EstimateEvent, _DO["estimate"], HERE, needs=("until",)), EventAct.ESTIMATE),
    "end": EventForm(CommandForm(EndEvent, _DO["end"], HERE), EventAct.END),
    "reopen": EventForm(CommandForm(ReopenEvent, _DO["reopen"], HERE, needs=("note",)), EventAct.REOPEN),
    "lead": EventForm(CommandForm(LeadEvent, _DO["lead"], HERE, hints={"whom": event_texts.LEAD_HINT}), EventAct.LEAD),
    "widen": EventForm(
        CommandForm(WidenEvent, _DO["widen"], HERE, hints={"where": event_texts.WIDEN_HINT}, plain=True), EventAct.WIDEN
    ),
    "narrow": EventForm(CommandForm(NarrowEvent, _DO["narrow"], HERE, plain=True, needs=("where",)), EventAct.NARROW),
    "refuse": EventForm(CommandForm(RefuseEvent, _DO["refuse"], HERE, plain=True), EventAct.REFUSE),
    "take_out": EventForm(CommandForm(TakeOutOfEvent, _DO["take_out"], ("ticket",), plain=True), EventAct.TAKE_OUT),
}
"""In the order in which they stand on the page; the last stands beside each report."""
DONE = (words("do", texts.ASKED["do"], 40),)


def events_pages(blueprint: Blueprint, console: Console) -> None:
    """The list, the page with the part that renews itself, and its forms."""

    @blueprint.get("/events")
    @guarded(console)
    def events() -> ResponseReturnValue:
        with console.reading() as ctx:
            found = events_listed(ctx, staff())
        return page("events.html", e=event_texts, found=found)

    @blueprint.get("/events/<event>")
    @guarded(console)
    def event(event: str) -> ResponseReturnValue:
        found = _found(console, event)
        return missing() if found is None else page("event.html", **_shown(console, found))

    @blueprint.get("/events/<event>/live", endpoint="live_event")
    @guarded(console, polled=True)
    def live(event: str) -> ResponseReturnValue:
        found = _found(console, event)
        if found is None:
            return missing()
        return make_response(
            render_template("event_live.html", t=texts, staff=staff(), Act=Act, **_shown(console, found))
        )

    @blueprint.post("/events/<event>")
    @guarded(console)
    @takes(form=DONE, of_form=lambda: schema_of({do: each.form for do, each in FORMS.items()}))
    def act_on_event(event: str, do: str) -> ResponseReturnValue:
        """Does the command of the form; whether it may be done is decided by who does it."""
        found = _found(console, event)
        if found is None:
            return missing()
        chosen = FORMS.get(do)
        if chosen is None:
            return told(texts.NO_SUCH_ACT, 400)
        sent = {**request.form.to_dict(), "event": found.event.number}
        return submitted(console, do, chosen.form, sent, _spot(found, do))


def _found(console: Console, number: str) -> EventPage | None:
    with console.reading() as ctx:
        return event_page(ctx, staff(), number)


def _spot(found: EventPage, do: str) -> Spot:
    return Spot(url_for("console.act_on_event", event=found.event.number), "" if do == "take_out" else f"form-{do}")


def _shown(console: Console, found: EventPage) -> dict[str, Any]:
    here = {"event": found.event.number}
    forms = [
        form_view(do, each.form, here, {}, _spot(found, do))
        for do, each in FORMS.items()
        if each.act in found.acts and do != "take_out"
    ]
    return {
        "shown": found, "event": found.event, "forms": forms, "outs": _outs(found), "e": event_texts, "nonce": nonce(),
        "now": console.clock(), "zone": console.config.zone,
    }  # fmt: skip


def _outs(found: EventPage) -> dict[str, FormView]:
    """The button that takes a report out, by its number."""
    if EventAct.TAKE_OUT not in found.acts:
        return {}
    form = FORMS["take_out"].form
    return {
        each.ticket.number: form_view("take_out", form, {"ticket": each.ticket.number}, {}, _spot(found, "take_out"))
        for each in found.reports
    }
