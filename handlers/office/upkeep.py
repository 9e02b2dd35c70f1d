"""What staff keep in order at the office: the known answers, what failed of what the clock brings, and pushes that did
not reach anybody."""

from governance.permissions import Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.office.commands import (
    CallOffPush,
    KeepAnswer,
    RestoreAnswer,
    RetireAnswer,
    RetryItem,
    SendAgain,
    SetItemAside,
)
from handlers.office.outcomes import (
    AnswerChangedMeanwhile,
    AnswerHow,
    AnswerKept,
    AnswerRestored,
    AnswerRetired,
    ItemRetried,
    ItemSetAside,
    NoSuchAnswer,
    NoSuchFailure,
    PushCalledOff,
    PushIsOut,
    PushSentAgain,
)
from handlers.posts import require
from storage.audit import AuditEntry, note_for
from storage.console.answers import keep_answer, locked_answer, restore_answer, retire_answer
from storage.job_failures import set_aside, try_again
from storage.outbox_list import call_off, send_again

LONGEST_QUESTION, LONGEST_ANSWER = 200, 600
"""An answer has room in one message with what is said below it."""


@executes(KeepAnswer)
def keep(command: KeepAnswer, ctx: Context) -> AnswerKept | AnswerHow | NoSuchAnswer | AnswerChangedMeanwhile:
    """A new one, or other words for one that is there."""
    require(ctx, Act.MANAGE)
    question, answer = command.question.strip(), command.answer.strip()
    if not 0 < len(question) <= LONGEST_QUESTION or not 0 < len(answer) <= LONGEST_ANSWER:
        return AnswerHow(LONGEST_QUESTION, LONGEST_ANSWER)
    now = locked_answer(ctx.uow, command.known) if command.known is not None and command.was else None
    if now is not None and as_shown(now.question, now.answer) != as_shown(command.was):
        return AnswerChangedMeanwhile(now.question, now.answer)
    assert ctx.person_id is not None  # who has the right is somebody
    if not keep_answer(ctx.uow, command.known, question, answer, ctx.person_id, ctx.now):
        return NoSuchAnswer()
    note_for(ctx.uow, ctx.account_id, AuditEntry("answer.keep", f"answer:{command.known or 'new'}"), ctx.now)
    return AnswerKept()


@executes(RetireAnswer)
def retire(command: RetireAnswer, ctx: Context) -> AnswerRetired | NoSuchAnswer:
    """It answers nobody any more."""
    require(ctx, Act.MANAGE)
    if not retire_answer(ctx.uow, command.known, ctx.now):
        return NoSuchAnswer()
    note_for(ctx.uow, ctx.account_id, AuditEntry("answer.retire", f"answer:{command.known}"), ctx.now)
    return AnswerRetired()


@executes(RestoreAnswer)
def restore(command: RestoreAnswer, ctx: Context) -> AnswerRestored | NoSuchAnswer:
    """It answers again, with the words that it had."""
    require(ctx, Act.MANAGE)
    if not restore_answer(ctx.uow, command.known):
        return NoSuchAnswer()
    note_for(ctx.uow, ctx.account_id, AuditEntry("answer.restore", f"answer:{command.known}"), ctx.now)
    return AnswerRestored()


def as_shown(*lines: str) -> str:
    """A question with its answer as a page has it, whatever way it ends its lines."""
    return "\n".join("\n".join(lines).split())


@executes(RetryItem)
def retry(command: RetryItem, ctx: Context) -> ItemRetried | NoSuchFailure:
    """With the next pass, and with all its attempts before it."""
    require(ctx, Act.MANAGE)
    if not try_again(ctx.uow, command.job, command.item, ctx.now):
        return NoSuchFailure()
    note_for(ctx.uow, ctx.account_id, AuditEntry("job.retry", f"job:{command.job}", command.item), ctx.now)
    return ItemRetried()


@executes(SetItemAside)
def put_aside(command: SetItemAside, ctx: Context) -> ItemSetAside | NoSuchFailure:
    """Until somebody has it tried again."""
    require(ctx, Act.MANAGE)
    if not set_aside(ctx.uow, command.job, command.item, ctx.now):
        return NoSuchFailure()
    note_for(ctx.uow, ctx.account_id, AuditEntry("job.aside", f"job:{command.job}", command.item), ctx.now)
    return ItemSetAside()


@executes(SendAgain)
def push_again(command: SendAgain, ctx: Context) -> PushSentAgain | PushIsOut:
    """What went out is not sent twice."""
    require(ctx, Act.MANAGE)
    if not send_again(ctx.uow, command.push, ctx.now):
        return PushIsOut()
    ctx.uow.wake = True
    note_for(ctx.uow, ctx.account_id, AuditEntry("push.again", f"push:{command.push}"), ctx.now)
    return PushSentAgain()


@executes(CallOffPush)
def push_off(command: CallOffPush, ctx: Context) -> PushCalledOff | PushIsOut:
    """Only what waits still."""
    require(ctx, Act.MANAGE)
    if not call_off(ctx.uow, command.push):
        return PushIsOut()
    note_for(ctx.uow, ctx.account_id, AuditEntry("push.off", f"push:{command.push}"), ctx.now)
    return PushCalledOff()
