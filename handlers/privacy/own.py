"""Looking at one's own data, and a copy of it."""

import secrets
from datetime import timedelta

from handlers.catalogue import executes
from handlers.context import Context
from handlers.posts import sender
from handlers.privacy.commands import AgreeToPrivacy, CopyMyData, ShowMyData, ShowPrivacy
from handlers.privacy.outcomes import CopyReady, MyData, PrivacyAgreed, PrivacyText
from storage.audit import AuditEntry, note_for
from storage.data_requests import ERASE, note_agreed, note_shown, open_copy, version_agreed, waiting_of
from storage.own_data import own_counts
from storage.people import caller_of
from storage.subject import Subject, subject_of_account
from understanding.masking import masked_name, masked_phone

COPY_FOR = timedelta(days=1)
_SECRET = 24


@executes(ShowMyData)
def show_my_data(_command: ShowMyData, ctx: Context) -> MyData:
    """我的资料."""
    subject = subject_of_account(ctx.uow, ctx.sender.id)
    person, asked = caller_of(ctx.uow, ctx.sender.id), waiting_of(ctx.uow, ctx.sender.id, ERASE)
    return MyData(
        None if person is None else masked_name(person.name), None if person is None else masked_phone(person.phone),
        ctx.sender.place_id, own_counts(ctx.uow, subject), asked[0].due_at if asked else None,
        version_agreed(ctx.uow, ctx.sender.id),
    )  # fmt: skip


@executes(CopyMyData)
def copy_my_data(_command: CopyMyData, ctx: Context) -> CopyReady:
    """导出我的资料: a new address; the old one ends."""
    secret, until = secrets.token_hex(_SECRET), ctx.now + COPY_FOR
    open_copy(ctx.uow, ctx.sender.id, secret, until)
    note_for(ctx.uow, ctx.sender.id, AuditEntry("person.copy_asked", whose(ctx)), ctx.now)
    return CopyReady(f"{ctx.config.public_url}/my-data/{secret}", until)


@executes(ShowPrivacy)
def show_privacy(_command: ShowPrivacy, ctx: Context) -> PrivacyText:
    """隐私说明: that it was shown is kept with its version."""
    version = ctx.config.privacy.version
    note_shown(ctx.uow, ctx.sender.id, version, ctx.now)
    return PrivacyText(version)


@executes(AgreeToPrivacy)
def agree(_command: AgreeToPrivacy, ctx: Context) -> PrivacyAgreed:
    """同意隐私说明."""
    version = ctx.config.privacy.version
    return PrivacyAgreed(version, note_agreed(ctx.uow, ctx.sender.id, version, ctx.now))


def whose(ctx: Context) -> str:
    """The sender as the audit names them."""
    person = sender(ctx)
    return f"account:{ctx.sender.id}" if person is None else f"person:{person.code}"


def named(subject: Subject) -> str:
    """A subject likewise."""
    return f"person:{subject.code}" if subject.code else f"account:{subject.account_ids[0]}"
