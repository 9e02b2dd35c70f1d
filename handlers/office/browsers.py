"""Browsers at the sign-in page: one that asks, one that was let in, one that is seen, one that leaves.

No commands: nobody is signed in yet, or it is only the browser's own session; what a phone says of it is (handlers.office.sign_in).
"""

from handlers.context import Context
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by
from storage.console.sessions import SessionRow, Visitor, end_session, note_seen, sessions_of
from storage.console.sign_in_requests import SignInRequest, open_request, take_grant


def begin(ctx: Context, token: str, code: str, visitor: Visitor) -> None:
    """A browser shows a code and waits for a phone."""
    open_request(ctx.uow, token, code, visitor, ctx.now)


def let_in(ctx: Context, request: SignInRequest, token: str) -> bool:
    """The browser gets the cookie that a phone has granted, once; False where it has it already."""
    return take_grant(ctx.uow, request, token, ctx.now)


def leave(ctx: Context, session: int) -> None:
    """The browser is signed out; what it was before does not matter."""
    end_session(ctx.uow, session, ctx.now)


def end_another(ctx: Context, who: Staff, session: int) -> bool:
    """One of somebody's other browsers is signed out, with a line in the audit; False where it is none of them."""
    others = {each.id for each in sessions_of(ctx.uow, who.person_id, ctx.now)} - {who.session_id}
    if session not in others:
        return False
    end_session(ctx.uow, session, ctx.now)
    note_by(ctx.uow, who.actor, AuditEntry("console.session_ended", f"session:{session}"), ctx.now)
    return True


def seen(ctx: Context, session: SessionRow) -> None:
    """Somebody is still there."""
    note_seen(ctx.uow, session, ctx.now)
