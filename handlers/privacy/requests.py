"""Asking for a correction or for erasure, and taking it back: done, or refused with a reason, within a day."""

import re
from datetime import timedelta

from governance.notices import NoticeKind
from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.tickets.states import ENDED
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.notices import tell
from handlers.posts import sender, sender_terms
from handlers.privacy import texts
from handlers.privacy.commands import ConfirmDeletion, CorrectMyData, DataField, DeleteMyData, KeepMyData
from handlers.privacy.outcomes import (
    CorrectHow,
    CorrectionAsked,
    DeletionAsked,
    DeletionTakenBack,
    NoDeletionAsked,
    NotCorrected,
    ReallyDelete,
    WhyNotCorrected,
)
from handlers.privacy.own import whose
from handlers.reporting.queries import own_tickets
from storage.audit import AuditEntry, note_for
from storage.data_requests import CORRECT, ERASE, WITHDRAWN, decide, request_data, waiting_of
from storage.people import holders_of
from storage.serving import followed_accounts
from understanding.command_names import CommandName

WITHIN = timedelta(days=1)
"""Within this time it is done or refused. 个人信息保护法 第四十四至四十七条 want it in good time; the subdistrict says a day."""
LONGEST = {DataField.NAME: 20, DataField.PHONE: 20, DataField.UNIT: 80}
_PHONE = re.compile(r"\+?[0-9][0-9 -]{5,18}[0-9]")
_NAME = re.compile(r"[\u3400-\u9fff·a-zA-Z ]{2,20}")


@executes(CorrectMyData)
def correct(command: CorrectMyData, ctx: Context) -> CorrectionAsked | CorrectHow | NotCorrected:
    """更正资料 电话 …: by the office, since the roster would else say something else again with the next import."""
    person = sender(ctx)
    if person is None:
        return NotCorrected(WhyNotCorrected.NOT_BOUND)
    if command.field is None or not command.value:
        ask_slot(ctx, CommandName.CORRECT_MY_DATA, before=texts.ASK_AGAIN[command.field])
        return CorrectHow(command.field)
    wrong = unfit(command.field, command.value)
    if wrong is not None:
        return NotCorrected(wrong)
    for earlier in waiting_of(ctx.uow, ctx.sender.id, CORRECT):
        if earlier.field == command.field:
            decide(ctx.uow, earlier.id, WITHDRAWN, None, ctx.now)
    due = ctx.now + WITHIN
    request_data(
        ctx.uow, account_id=ctx.sender.id, person_id=person.id, kind=CORRECT, field=command.field.value,
        value=command.value, at=ctx.now, due_at=due, not_before=None,
    )  # fmt: skip
    note_for(ctx.uow, ctx.sender.id, AuditEntry("person.correct_asked", whose(ctx), command.field.value), ctx.now)
    _tell_office(ctx, texts.CORRECTION_WAITS)
    return CorrectionAsked(command.field, due)


@executes(DeleteMyData)
def delete(_command: DeleteMyData, ctx: Context) -> ReallyDelete:
    """删除我的资料: nothing is done before it is said twice."""
    still_open = tuple(ticket.number for ticket in own_tickets(ctx) if ticket.state not in ENDED)
    return ReallyDelete(still_open, serves(ctx))


@executes(ConfirmDeletion)
def confirm(_command: ConfirmDeletion, ctx: Context) -> DeletionAsked:
    """确认删除我的资料: by the clock, after a while in which it can be taken back; of who serves here by the office."""
    waiting = waiting_of(ctx.uow, ctx.sender.id, ERASE)
    if waiting:
        return DeletionAsked(waiting[0].not_before, waiting[0].due_at)
    due, at = ctx.now + WITHIN, None
    if not serves(ctx):
        at = ctx.now + timedelta(hours=ctx.config.rules.erase_hours)
    request_data(
        ctx.uow, account_id=ctx.sender.id, person_id=ctx.person_id, kind=ERASE, at=ctx.now, due_at=due, not_before=at
    )
    note_for(ctx.uow, ctx.sender.id, AuditEntry("person.erase_asked", whose(ctx)), ctx.now)
    if at is None:
        _tell_office(ctx, texts.ERASURE_WAITS)
    return DeletionAsked(at, due)


@executes(KeepMyData)
def keep(_command: KeepMyData, ctx: Context) -> DeletionTakenBack | NoDeletionAsked:
    """取消删除资料."""
    waiting = waiting_of(ctx.uow, ctx.sender.id, ERASE)
    for request in waiting:
        decide(ctx.uow, request.id, WITHDRAWN, None, ctx.now)
    if waiting:
        note_for(ctx.uow, ctx.sender.id, AuditEntry("person.erase_taken_back", whose(ctx)), ctx.now)
    return DeletionTakenBack() if waiting else NoDeletionAsked()


def unfit(field: DataField, value: str) -> WhyNotCorrected | None:
    """What keeps a value from being what it should be."""
    if len(value) > LONGEST[field]:
        return WhyNotCorrected.TOO_LONG
    if field is DataField.PHONE and not _PHONE.fullmatch(value):
        return WhyNotCorrected.NO_PHONE
    if field is DataField.NAME and not _NAME.fullmatch(value):
        return WhyNotCorrected.NO_NAME
    return None


def serves(ctx: Context) -> bool:
    """Whether the sender holds a post, so that their name is needed at work until it is handed over."""
    return any(term.role is not Role.RESIDENT for term in sender_terms(ctx))


def _tell_office(ctx: Context, text: str) -> None:
    people = holders_of(ctx.uow, PERMISSIONS[Act.SERVE_DATA], ctx.now)
    said = text.format(url=f"{ctx.config.public_url}/console/privacy")
    tell(ctx, followed_accounts(ctx.uow, people), f"data:{ctx.cause}"[:90], NoticeKind.BY_HAND, said)
