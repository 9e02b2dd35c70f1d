"""Signing in to the back office by chat: a code that the page shows, sent or scanned from a bound phone."""

import secrets

from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.inbound import CONSOLE
from handlers.office.commands import ShowSignIn, SignInBrowser, SignOutBrowsers
from handlers.office.outcomes import NotFromOffice, NotSignedIn, SignedIn, SignedOut, SignInCodeUnknown, SignInHow
from handlers.posts import require
from storage.audit import AuditEntry, note_for
from storage.console.sessions import end_sessions_of, session_by_code, sign_in


def new_code() -> str:
    """Six digits, as they stand on the sign-in page."""
    return f"{secrets.randbelow(1_000_000):06d}"


@executes(SignInBrowser)
def sign_in_browser(command: SignInBrowser, ctx: Context) -> SignedIn | SignInCodeUnknown | NotFromOffice:
    """登录 483920, or a scan of the page's code; from a phone only: who finds a browser open must not sign their own in by it."""
    if ctx.sender.channel == CONSOLE:
        return NotFromOffice()
    require(ctx, Act.USE_CONSOLE)
    session = session_by_code(ctx.uow, command.code, ctx.now)
    if session is None or ctx.person_id is None:
        return SignInCodeUnknown()
    sign_in(ctx.uow, session.id, ctx.person_id, "wechat", ctx.now)
    note_for(ctx.uow, ctx.sender.id, AuditEntry("console.sign_in", f"session:{session.id}", "wechat"), ctx.now)
    return SignedIn()


@executes(ShowSignIn)
def show_sign_in(_command: ShowSignIn, ctx: Context) -> SignInHow:
    """登录后台 without a code."""
    require(ctx, Act.USE_CONSOLE)
    return SignInHow()


@executes(SignOutBrowsers)
def sign_out_browsers(_command: SignOutBrowsers, ctx: Context) -> SignedOut | NotSignedIn:
    """退出后台: whoever they are now; a browser of theirs may have outlived their post."""
    ended = 0 if ctx.person_id is None else end_sessions_of(ctx.uow, ctx.person_id, ctx.now)
    return SignedOut(ended) if ended else NotSignedIn()
