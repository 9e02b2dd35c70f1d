"""What is somebody's own at the office: the browsers in which they are signed in, and their password."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from console import texts
from console.gate import TRIES_OF_SOURCE, TRIES_ON_ACCOUNT, TRIES_ON_ACCOUNT_FROM
from console.parts import STATUS, Console, guarded, missing, page, staff
from console.visitor import source, visitor
from handlers.office.browsers import end_another
from handlers.office.outcomes import PasswordChanged
from handlers.office.password_rules import flaw
from handlers.office.passwords import Try, change_password, has_password, looked_at
from handlers.outcomes import Tone, in_words, tone_of
from storage.console.sessions import sessions_of

LONGEST = 200


def account_pages(blueprint: Blueprint, console: Console) -> None:
    """The page, the end of one browser, and the new password."""
    _browser_views(blueprint, console)
    _password_view(blueprint, console)


def _browser_views(blueprint: Blueprint, console: Console) -> None:

    @blueprint.get("/account")
    @guarded(console)
    def account() -> ResponseReturnValue:
        return _shown(console)

    @blueprint.post("/account/sessions/<row:session_id>/end")
    @guarded(console, recent=True)
    def end_browser(session_id: int) -> ResponseReturnValue:
        """Any but this one, which has the way out of every page."""
        with console.writing() as ctx:
            mine = end_another(ctx, staff(), session_id)
        return _shown(console) if mine else missing()


def _password_view(blueprint: Blueprint, console: Console) -> None:
    @blueprint.post("/account/password")
    @guarded(console)
    def new_password() -> ResponseReturnValue:
        """Asks for the present one and a second factor; so often as at the sign-in."""
        who, form = staff(), {name: request.form.get(name, "") for name in texts.PASSWORD_FIELDS}
        why = _unfit(form, (who.code, who.name))
        if why:
            return _shown(console, why, Tone.REFUSED, 422)
        own = (TRIES_ON_ACCOUNT_FROM, f"{source()} {who.code}")
        if not console.gate.admits((TRIES_OF_SOURCE, source()), own, (TRIES_ON_ACCOUNT, who.code)):
            return _shown(console, texts.TOO_MANY_TRIES, Tone.REFUSED, 429)
        tried = Try(who.code, form["password"], form["otp"][:LONGEST], visitor())
        looked = looked_at(console.reading, tried, form["fresh"])
        with console.writing() as ctx:
            found = change_password(ctx, tried, looked, who.session_id)
            said = in_words(found, ctx.here)
        if isinstance(found, PasswordChanged):
            console.gate.forgive(own)
        tone = tone_of(found)
        return _shown(console, said, tone, 503 if looked.busy else STATUS[tone])


def _unfit(form: dict[str, str], own: tuple[str, ...]) -> str | None:
    """Why the new password is not taken, before anybody looks at the present one."""
    if form["fresh"] != form["again"]:
        return texts.PASSWORD_DIFFERS
    if form["fresh"] == form["password"]:
        return texts.PASSWORD_SAME
    return flaw(form["fresh"], own)


def _shown(console: Console, said: str = "", tone: Tone = Tone.DONE, status: int = 200) -> Response:
    with console.reading() as ctx:
        found = sessions_of(ctx.uow, staff().person_id, ctx.now)
        password = has_password(ctx, staff().code)
    return page("account.html", status, found=found, has_password=password, said=said, tone=tone.value)
