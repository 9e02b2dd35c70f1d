"""Signing in to the back office by phone: the page's code says which browser is meant, the number on its screen that it is theirs.

A code alone signs nobody in: it may have been handed on by somebody who sits elsewhere.
"""

import secrets

from governance.notices import NoticeKind
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, settled
from handlers.inbound import CONSOLE
from handlers.office import texts
from handlers.office.commands import ConfirmSignIn, RefuseSignIn, ShowSignIn, SignInBrowser, SignOutBrowsers
from handlers.office.outcomes import (
    NotFromOffice,
    NotSignedIn,
    SignedIn,
    SignedOut,
    SignInAsked,
    SignInCodeUnknown,
    SignInHow,
    SignInOver,
    SignInRefused,
    WrongNumber,
)
from handlers.posts import require
from storage.audit import AuditEntry, note_for
from storage.console.sessions import end_session, end_sessions_of
from storage.console.sign_in_requests import SignInRequest, ask_phone, grant, request_by_code, request_by_id
from storage.outbox import enqueue_notification


def new_code() -> str:
    """Six digits, as they stand on the sign-in page."""
    return f"{secrets.randbelow(1_000_000):06d}"


@executes(SignInBrowser)
def sign_in_browser(command: SignInBrowser, ctx: Context) -> SignInAsked | SignInCodeUnknown | NotFromOffice:
    """登录 483920, or a scan of the page's code; from a phone only: who finds a browser open must not sign their own in by it."""
    if ctx.sender.channel == CONSOLE:
        return NotFromOffice()
    require(ctx, Act.USE_CONSOLE)
    request = request_by_code(ctx.uow, command.code, ctx.now)
    if request is None or not ask_phone(ctx.uow, request.id, ctx.sender.id):
        _note(ctx, "console.sign_in_failed", "code unknown")
        return SignInCodeUnknown()
    ask(ctx, Question.SIGN_IN, request=request.id)
    enqueue_notification(
        ctx.uow, dedupe_key=f"sign_in:{request.id}:{int(ctx.now.timestamp())}", account_id=ctx.sender.id, kind=NoticeKind.SIGN_IN,
        text=texts.REFUSE_BY_TAP, now=ctx.now, taps=(texts.TAP_REFUSE,),
    )  # fmt: skip
    minutes = int((ctx.now - request.opened_at).total_seconds()) // 60
    visitor = request.visitor
    return SignInAsked(visitor.browser, visitor.system, visitor.address or None, minutes)


@executes(ConfirmSignIn)
def confirm_sign_in(command: ConfirmSignIn, ctx: Context) -> SignedIn | WrongNumber | SignInOver | NotFromOffice:
    """The number is asked for once: who guesses has one try in ninety."""
    if ctx.sender.channel == CONSOLE:
        return NotFromOffice()
    require(ctx, Act.USE_CONSOLE)
    request = _asked(ctx, command.request)
    settled(ctx)
    if request is None or ctx.person_id is None:
        return SignInOver()
    if command.number != request.number:
        _end(ctx, request, "console.sign_in_failed", "another number")
        return WrongNumber()
    grant(ctx.uow, request.id, ctx.person_id, ctx.now)
    _note(ctx, "console.sign_in", f"wechat from {request.visitor.said}", request.id)
    return SignedIn()


@executes(RefuseSignIn)
def refuse_sign_in(command: RefuseSignIn, ctx: Context) -> SignInRefused | SignInOver:
    """拒绝: by whoever was asked, whatever their posts are by now."""
    request = _asked(ctx, command.request)
    settled(ctx)
    if request is None:
        return SignInOver()
    _end(ctx, request, "console.sign_in_refused", "refused")
    return SignInRefused()


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


def _asked(ctx: Context, request_id: int) -> SignInRequest | None:
    """The browser that the sender's phone was asked about, as long as it waits for the answer."""
    request = request_by_id(ctx.uow, request_id, ctx.now)
    waits = request is not None and request.asked_id == ctx.sender.id and request.granted_id is None
    return request if waits else None


def _end(ctx: Context, request: SignInRequest, action: str, why: str) -> None:
    end_session(ctx.uow, request.id, ctx.now)
    _note(ctx, action, f"{why}, asked from {request.visitor.said}", request.id)


def _note(ctx: Context, action: str, detail: str, request_id: int | None = None) -> None:
    subject = "console" if request_id is None else f"session:{request_id}"
    note_for(ctx.uow, ctx.sender.id, AuditEntry(action, subject, detail), ctx.now)
