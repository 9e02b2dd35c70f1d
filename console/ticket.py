"""A ticket's page: its time line, pictures and talk with the reporter, and what the reader may do to it."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.command_forms import CommandForm, Spot, form_view, submitted
from console.forms import FORMS
from console.parts import Console, guarded, missing, nonce, page, staff, stored, told
from governance.permissions import Act
from handlers.office.pictures import keep_picture
from handlers.office.texts import EVENT
from handlers.office.tickets import TicketPage, file_for, reporter_in_full, ticket_page, ticket_seen
from storage.console.ticket_page import last_event
from storage.errors import AttachmentRefused, AttachmentTooLarge


def ticket_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its parts, and the forms on it."""
    _page_views(blueprint, console)
    _form_views(blueprint, console)
    _kept_views(blueprint, console)


def _page_views(blueprint: Blueprint, console: Console) -> None:
    """The page, what has changed on it, and the page on paper."""

    @blueprint.get("/tickets/<number>")
    @guarded(console)
    def ticket(number: str) -> ResponseReturnValue:
        found = _found(console, number)
        return missing() if found is None else page("ticket.html", **_shown(console, found))

    @blueprint.get("/tickets/<number>/live")
    @guarded(console, polled=True)
    def live(number: str) -> ResponseReturnValue:
        """What has changed since; 204 for nothing but the clocks within half a minute."""
        if request.args.get("clock", "0") not in ("0", "30"):
            with console.reading() as ctx:
                ticket = ticket_seen(ctx, staff(), number)
                if ticket is not None and request.args.get("seen") == str(last_event(ctx.uow, ticket.number)):
                    return make_response("", 204)
        found = _found(console, number)
        if found is None:
            return missing()
        return make_response(
            render_template("ticket_live.html", t=texts, staff=staff(), Act=Act, **_shown(console, found))
        )

    @blueprint.get("/tickets/<number>/print")
    @guarded(console)
    def printed(number: str) -> ResponseReturnValue:
        found = _found(console, number)
        return missing() if found is None else page("ticket_print.html", **_shown(console, found))


def _form_views(blueprint: Blueprint, console: Console) -> None:
    """What is done to the ticket, and the pictures that belong to it."""

    @blueprint.post("/tickets/<number>")
    @guarded(console)
    def act_on(number: str) -> ResponseReturnValue:
        """Does the command of the form; refused where somebody else has done something since the page was made."""
        found = _found(console, number)
        if found is None:
            return missing()
        do = request.form.get("do", "")
        form = FORMS.get(do)
        return told(texts.NO_SUCH_ACT, 400) if form is None else _act(console, found, do, form.form)

    @blueprint.post("/tickets/<number>/picture")
    @guarded(console)
    def picture(number: str) -> ResponseReturnValue:
        """A picture for the next step; what is no picture, whatever its name says, is not taken."""
        file = request.files.get("picture")
        if _found(console, number) is None or file is None:
            return missing()
        try:
            with console.writing() as ctx:
                keep_picture(ctx, staff(), console.files, file.stream.read(11 * 1024 * 1024))
        except AttachmentTooLarge:
            return told(texts.TOO_LARGE, 413)
        except AttachmentRefused:
            return told(texts.NOT_A_PICTURE, 415)
        return told(texts.PICTURE_KEPT)


def _kept_views(blueprint: Blueprint, console: Console) -> None:
    """What a page shows only when it is asked for: the reporter's name and number, and the files."""

    @blueprint.post("/tickets/<number>/reporter")
    @guarded(console, Act.DISPATCH)
    def reporter(number: str) -> ResponseReturnValue:
        """Name, number and words in full, for who has to call; the look is noted."""
        with console.writing() as ctx:
            found = reporter_in_full(ctx, staff(), number)
        return missing() if found is None else make_response(render_template("reporter.html", full=found))

    @blueprint.get("/files/<int:file_id>")
    @guarded(console)
    def file(file_id: int) -> ResponseReturnValue:
        """A file of a ticket that they may see, as what it is and nothing else."""
        with console.reading() as ctx:
            found = file_for(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _found(console: Console, number: str) -> TicketPage | None:
    with console.reading() as ctx:
        return ticket_page(ctx, staff(), number)


def _act(console: Console, found: TicketPage, do: str, form: CommandForm) -> Response:
    """What the form says, if the ticket still stands as its page showed it."""
    sent = {**request.form.to_dict(), "ticket": found.ticket.number}
    seen = int(sent["seen"]) if sent.get("seen", "").isdecimal() else found.seen
    return submitted(console, do, form, sent, _spot(found, do), (found.ticket.number, seen))


def _spot(found: TicketPage, do: str) -> Spot:
    return Spot(url_for("console.act_on", number=found.ticket.number), f"form-{do}")


def _shown(console: Console, found: TicketPage) -> dict[str, Any]:
    category = console.config.category(found.ticket.category)
    here = {"ticket": found.ticket.number}
    forms = [form_view(do, each.form, here, {}, _spot(found, do)) for do, each in FORMS.items() if each.fits(found)]
    return {
        "shown": found, "ticket": found.ticket, "now": console.clock(), "zone": console.config.zone, "nonce": nonce(),
        "event_words": EVENT,
        "category": category.full_name if category else "", "forms": forms,
    }  # fmt: skip
