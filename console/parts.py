"""What all pages of the back office share: who is there, how a page is made, what a form must carry."""

import hashlib
import io
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import segno
from flask import Response, abort, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import texts
from console.gate import Gate
from console.tiles import Tiles
from console.typed import inside, typed
from console.typed_texts import TYPED
from governance.clock import Clock
from governance.permissions import Act
from handlers.context import Context, SubdistrictConfig
from handlers.inbound import CONSOLE, Answered, Order
from handlers.office.browsers import seen as still_there
from handlers.office.saying import Receive
from handlers.office.staff import Staff, browser
from handlers.outcomes import Tone
from storage.console.sessions import RECENT_FOR, SEEN_EVERY
from storage.console.ticket_page import FileRow
from storage.database import Database
from storage.errors import NotAWorkbook, WorkbookTooLarge
from storage.files import FileStore
from storage.origin import origin
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

COOKIE = "linli_console"
"""The session's cookie, as `sent` and `cookie_name` know it."""
SECURE = "__Host-"
TOKEN_BYTES = 32
STATUS = {Tone.DONE: 200, Tone.TOLD: 200, Tone.ASKS: 200, Tone.REFUSED: 409}
"""What a form answers by how its outcome is shown."""
Found = TypeVar("Found")
View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True)
class Console:
    """What the pages are made from. `assets`: the folder of the packages for the browser; `scene_code`: makes the picture's
    address of a code that signs in when it is scanned (None: it can't be made now); `gate`: how often who is not signed in may ask.
    """

    database: Database
    config: SubdistrictConfig
    clock: Clock
    receive: Receive
    perform: Callable[[Order], Answered]
    files: FileStore
    assets: Path
    scene_code: Callable[[str], str | None] = lambda _scene: None
    room_code: Callable[[str], str | None] = lambda _scene: None
    """Likewise of a code that hangs on a wall for some weeks."""
    gate: Gate = field(default_factory=Gate)
    book: PlaceBook = field(default_factory=PlaceBook)
    job_labels: Mapping[str, str] = field(default_factory=dict)
    """The Chinese names of what the clock brings."""
    tiles: Tiles = field(default_factory=Tiles)
    settle: Callable[[], None] = lambda: None
    """Puts in force in this process what was just set; the others follow by themselves."""

    @contextmanager
    def reading(self) -> Iterator[Context]:
        """A context to read in."""
        with self.database.read() as connection:
            yield Context(UnitOfWork(connection), self.config, self.clock(), self.book)

    @contextmanager
    def writing(self) -> Iterator[Context]:
        """A context to write in, all or nothing."""
        with self.database.write() as connection:
            ctx = Context(UnitOfWork(connection), self.config, self.clock(), self.book)
            yield ctx
            ctx.uow.finish()


def guarded(
    console: Console, act: Act = Act.USE_CONSOLE, *, polled: bool = False, recent: bool = False
) -> Callable[[View], View]:
    """Only for who is signed in and has the right; what changes something must carry the form's token as well.

    `polled`: a page asks for it by itself, which does not show that anybody is still there. `recent`: what is sent there may
    change what signs somebody in, so that whoever sits there has to have shown lately who they are.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(*args: Any, **kwargs: Any) -> ResponseReturnValue:
            with console.reading() as ctx:
                there = browser(ctx, sent(COOKIE))
            staff = there.staff
            if staff is None or there.session is None:
                return _signed_out()
            if not polled and console.clock() - there.session.seen_at >= SEEN_EVERY:
                with console.writing() as ctx:
                    still_there(ctx, there.session)
            g.who = staff.person_id
            if request.method == "POST" and not secrets.compare_digest(_csrf().encode(), staff.csrf.encode()):
                return _other_token(staff)
            if not staff.may(act):
                return refusal(texts.NO_RIGHT, 403)
            if recent and request.method == "POST" and not signed_in_now(console, staff):
                return _given_back(texts.SIGN_IN_ANEW, 403) or refusal(texts.SIGN_IN_ANEW, 403)
            _ = request.args  # raises Unreadable, also where the view asks for none of it: only now is it known who may
            g.staff = staff
            return view(*args, **kwargs)

        checked.__dict__["act"] = act
        return checked

    return decorate


def _signed_out() -> ResponseReturnValue:
    """To the sign-in page; what was typed into a form is not lost."""
    if request.method != "POST":
        return to_page("console.sign_in")
    if _inside_a_page():
        return inside(403)
    return _given_back(TYPED["over"], 403) or to_page("console.sign_in")


def _given_back(said: str, status: int, token: str = "") -> Response | None:
    """The page with what was typed and a button that sends it again; `token`: of who is signed in by now."""
    fields = typed()
    if fields is None:
        return None
    here = request.full_path.rstrip("?")
    return page("typed.html", status, said=said, fields=fields, token=token, w=TYPED, here=here)


def _other_token(staff: Staff) -> ResponseReturnValue:
    """A form of an earlier sign-in, to be looked at and sent again; from elsewhere a refusal."""
    if _inside_a_page():
        return inside(400, staff.csrf)
    return _given_back(TYPED["again"], 400, staff.csrf) or refusal(texts.NO_TOKEN, 400)


def signed_in_now(console: Console, staff: Staff) -> bool:
    """Whether somebody has shown in this browser a short while ago who they are."""
    return console.clock() - staff.since <= RECENT_FOR


def cookie_name(name: str) -> str:
    """A cookie's name as the browser has it; over https one that no other host and no plain connection can set."""
    return f"{SECURE}{name}" if g.https else name


def sent(name: str) -> str | None:
    """The cookie that came with this request."""
    return request.cookies.get(cookie_name(name))


def staff() -> Staff:
    """Who is signed in; for guarded views only."""
    found: Staff = g.staff
    return found


def order(console: Console, command: Any, key: str, seen: tuple[str, int] | None = None) -> Answered:
    """Does a command of who is signed in; the same key again gets the first answer.

    `seen`: the ticket and its last event that the page showed; when more has happened nothing is done. Raises NotTaken.
    """
    who = staff()
    return console.perform(
        Order(command, who.person_id, who.code, f"{CONSOLE}:{who.person_id}:{key}"[:250], seen, origin())
    )


def perform(console: Console, command: Any, key: str, seen: tuple[str, int] | None = None) -> Response:
    """The same, showing what came of it, a refusal as one."""
    return shown(order(console, command, key, seen))


def form_key(command: Any, nonce_sent: str, *more: str) -> str:
    """What a sent form is known by: the same words sent twice are done once, others typed into the same form are others."""
    typed = hashlib.sha256(repr(command).encode()).hexdigest()[:16]
    return ":".join((nonce_sent[:60] or nonce(), *more, typed))


def shown(answered: Answered) -> Response:
    """An outcome inside a page."""
    said = render_template("outcome.html", said=answered.text, tone=answered.tone.value)
    return make_response(said, STATUS[answered.tone])


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page in the frame of the back office."""
    return make_response(render_template(template, staff=g.get("staff"), t=texts, Act=Act, **values), status)


def told(text: str, status: int = 200) -> Response:
    """A sentence inside a page; whether it went well shows in its colour."""
    return make_response(render_template("said.html", said=text, bad=status != 200), status)


WHOLE_PAGE = "main"
"""A form whose answer takes the place of all that the page shows: no step of it is left behind for the browser's way back."""


def _inside_a_page() -> bool:
    return bool(request.headers.get("HX-Request")) and request.headers.get("HX-Target") != WHOLE_PAGE


def refusal(text: str, status: int) -> Response:
    """A refusal in plain words; inside a page when a part of it was asked for."""
    if _inside_a_page():
        return told(text, status)
    return page("refusal.html", status, said=text)


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def download(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep."""
    response = make_response(content)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def workbook_sent(read: Callable[[Path], Found]) -> tuple[Found | None, str]:
    """What `read` finds in the workbook that came with the form; None where it is none, or too large, and why."""
    file = request.files.get("file")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sent.xlsx")
        if file is None:
            return None, texts.NO_SHEET
        file.save(path)
        try:
            return read(path), ""
        except WorkbookTooLarge:
            return None, texts.SHEET_TOO_LARGE
        except NotAWorkbook:
            return None, texts.NO_SHEET


def stored(console: Console, file: FileRow) -> Response:
    """A stored file, as what it is and nothing else; opened by itself it runs nothing."""
    response = make_response(console.files.get(file.sha256 or ""))
    response.headers["Content-Type"] = file.media_type or "application/octet-stream"
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
    return response


def missing() -> Response:
    """What there is not, or what is not theirs to see: no answer tells the two apart."""
    return refusal(texts.NOT_FOUND, 404)


def nonce() -> str:
    """What makes a form's second sending harmless."""
    return secrets.token_urlsafe(12)


def _csrf() -> str:
    return request.headers.get("X-CSRF") or request.form.get("csrf") or ""


def to_page(endpoint: str) -> ResponseReturnValue:
    """Somewhere else; a part of a page sends the whole page there."""
    address = url_for(endpoint)
    if request.headers.get("HX-Request"):
        response = make_response("", 200)
        response.headers["HX-Redirect"] = address
        return response
    if request.method == "POST":
        abort(403)
    return redirect(address)


def code_picture(address: str) -> str:
    """The picture of a code that shows this address, as SVG that a page may show in any size, whole."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2
    )
    return out.getvalue().decode()
