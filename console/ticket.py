"""A ticket's page: its time line, pictures and talk with the reporter, and what the reader may do to it."""

from typing import Any

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.parameters import MOST_ID, takes, whole, words
from console import board_texts, texts, ticket_texts
from console.command_forms import CommandForm, Spot, filled, form_view, schema_of, submitted
from console.forms import FORMS
from console.parts import Console, guarded, missing, nonce, page, staff, stored, told
from console.undoing import add_undo, taken_back
from governance.permissions import Act
from governance.tickets.lifecycle import Move
from governance.tickets.states import TicketState
from governance.wall import rounds
from handlers.office.colleagues import Alike, several_meant
from handlers.office.pictures import keep_picture
from handlers.office.texts import EVENT
from handlers.office.tickets import TicketPage, file_for, reporter_in_full, ticket_page, ticket_seen
from storage.console.ticket_page import last_event
from storage.errors import AttachmentRefused, AttachmentTooLarge, PictureTooSmall
from storage.media_types import LIMITS
from storage.pictures import read_picture

SEEN = whole("seen", texts.ASKED["seen"], -1, MOST_ID)
"""The last event that a page shows; -1 where it is to be fetched anew whatever it shows."""
CLOCK = whole("clock", texts.ASKED["clock"], 0, 59, 0)
AT_HAND = ("dispatch", "verify", "reject", "close", "unreached")
TALKS = ("relay", "remark")
"""Forms that are never folded away; those that stand beside what was said."""
_GIVES = frozenset({Move.DISPATCH, Move.TRANSFER})
DONE = (words("do", texts.ASKED["do"], 40), SEEN)


def ticket_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, its parts, and the forms on it."""
    _page_views(blueprint, console)
    _form_views(blueprint, console)
    _undo_view(blueprint, console)
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
    @takes(SEEN, CLOCK)
    def live(number: str, seen: int | None, clock: int) -> ResponseReturnValue:
        """What has changed since; 204 for nothing but the clocks within half a minute."""
        if clock % 30:
            with console.reading() as ctx:
                ticket = ticket_seen(ctx, staff(), number)
                if ticket is not None and seen == last_event(ctx.uow, ticket.number):
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
    @takes(form=DONE, of_form=lambda: schema_of({do: each.form for do, each in FORMS.items()}))
    def act_on(number: str, do: str, seen: int | None) -> ResponseReturnValue:
        """Does the command of the form; refused where somebody else has done something since the page was made."""
        found = _found(console, number)
        if found is None:
            return missing()
        form = FORMS.get(do)
        return told(texts.NO_SUCH_ACT, 400) if form is None else _act(console, found, do, form.form, seen)

    @blueprint.post("/tickets/<number>/picture")
    @guarded(console)
    @takes(files=("picture",))
    def picture(number: str) -> ResponseReturnValue:
        """A picture of this ticket, for the next step; what is no picture, whatever its name says, is not taken."""
        file = request.files.get("picture")
        found = _found(console, number)
        if found is None or file is None:
            return missing()
        try:
            taken = read_picture(file.stream.read(LIMITS["image"] + 1), console.config.zone)
        except AttachmentTooLarge:
            return told(texts.TOO_LARGE, 413)
        except PictureTooSmall:
            return told(texts.PICTURE_TOO_SMALL, 415)
        except AttachmentRefused:
            return told(texts.NOT_A_PICTURE, 415)
        with console.writing() as ctx:
            keep_picture(ctx, staff(), console.files, found.ticket.number, taken)
        return told(texts.PICTURE_KEPT)


def _undo_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/tickets/<number>/undo")
    @guarded(console)
    @takes(form=(words("do", texts.ASKED["do"], 40),))
    def undo(number: str, do: str) -> ResponseReturnValue:
        """Takes back what was just done to it."""
        found = _found(console, number)
        if found is None:
            return missing()
        if do == "merge" and found.ticket.state is not TicketState.MERGED:
            return told(board_texts.NOTHING_BACK, 409)
        form = FORMS.get(do)
        return taken_back(console, None if form is None else form.form, found.ticket.number, nonce())


def _kept_views(blueprint: Blueprint, console: Console) -> None:
    """What a page shows only when it is asked for: the reporter's name and number, and the files."""

    @blueprint.post("/tickets/<number>/reporter")
    @guarded(console, Act.DISPATCH)
    def reporter(number: str) -> ResponseReturnValue:
        """Name, number and words in full, for who has to call; the look is noted."""
        with console.writing() as ctx:
            found = reporter_in_full(ctx, staff(), number)
        return missing() if found is None else make_response(render_template("reporter.html", full=found))

    @blueprint.get("/files/<row:file_id>")
    @guarded(console)
    def file(file_id: int) -> ResponseReturnValue:
        """A file of a ticket that they may see, as what it is and nothing else."""
        with console.reading() as ctx:
            found = file_for(ctx, staff(), file_id)
        return missing() if found is None else stored(console, found)


def _found(console: Console, number: str) -> TicketPage | None:
    with console.reading() as ctx:
        return ticket_page(ctx, staff(), number)


def _act(console: Console, found: TicketPage, do: str, form: CommandForm, seen: int | None) -> Response:
    """What the form says, if the ticket still stands as its page showed it."""
    sent = {**request.form.to_dict(), "ticket": found.ticket.number}
    last = found.seen if seen is None else seen
    several = _several(console, found, form, sent)
    if several:
        return make_response(
            render_template("which.html", several=several, whom=sent["whom"], do=do, sent=sent, w=ticket_texts)
        )
    response = submitted(console, do, form, sent, _spot(found, do), (found.ticket.number, last))
    if response.status_code == 200 and "HX-Retarget" not in response.headers:
        add_undo(response, found.ticket.number, do, form)
    return response


def _several(console: Console, found: TicketPage, form: CommandForm, sent: dict[str, str]) -> list[Alike]:
    """Those of one name to whom it may go, to be chosen from before anything is done."""
    whom = getattr(filled(form, sent).command, "whom", None)
    if whom is None or _GIVES.isdisjoint(found.moves):
        return []
    with console.reading() as ctx:
        return several_meant(ctx, staff(), found.ticket.number, whom)


def _spot(found: TicketPage, do: str) -> Spot:
    return Spot(url_for("console.act_on", number=found.ticket.number), f"form-{do}")


def _shown(console: Console, found: TicketPage) -> dict[str, Any]:
    category = console.config.category(found.ticket.category)
    here = {"ticket": found.ticket.number}
    forms = [form_view(do, each.form, here, {}, _spot(found, do)) for do, each in FORMS.items() if each.fits(found)]
    at_hand = {found.next.value if found.next else "", *AT_HAND}
    facts = {"number": found.ticket.number, "who": found.assignee or ticket_texts.SOMEBODY, "place": found.place}
    again = max((each.at for each in found.events if each.kind == Move.REOPEN), default=None)
    waits = ticket_texts.WAITS.get(found.ticket.state, "") if found.next is None else ""
    return {
        "shown": found, "ticket": found.ticket, "now": console.clock(), "zone": console.config.zone, "nonce": nonce(),
        "event_words": EVENT, "w": ticket_texts, "waits": waits.format(**facts),
        "clocks": rounds(found.promises, again),
        "often": [said.format(**facts) for said in ticket_texts.SAID_OFTEN],
        "category": category.full_name if category else "", "categories": console.config.all_categories,
        "forms": sorted((each for each in forms if each.do in at_hand), key=lambda each: each.do != found.next),
        "talks": {each.do: each for each in forms if each.do in TALKS},
        "more": [each for each in forms if each.do not in at_hand and each.do not in TALKS],
    }  # fmt: skip
