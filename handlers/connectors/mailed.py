"""Files that came by mail are taken in: each once, by the mail's id and the file's name; what is not taken is noted, and why."""

from datetime import datetime

from governance.connectors.files import records_in
from governance.connectors.mail import MOST_FILE_RECORDS, MOST_FILES, MailFile, MailResult, files_of
from governance.connectors.mapping import Platform
from handlers.connectors.taking import take_records
from storage.connectors.mail import count_file, digest_of_file, keep_file
from storage.unit_of_work import UnitOfWork


def take_mail(uow: UnitOfWork, platform: Platform, message: str, content: bytes, now: datetime) -> int:
    """Answers how many records are new."""
    try:
        files = files_of(content)
    except ValueError:
        return refuse_mail(uow, platform, message, MailResult.UNREADABLE, now)
    if not files:
        return refuse_mail(uow, platform, message, MailResult.NO_FILE, now)
    if len(files) > MOST_FILES:
        return refuse_mail(uow, platform, message, MailResult.TOO_LONG, now)
    return sum(_take_file(uow, platform, message, each, now) for each in files)


def refuse_mail(uow: UnitOfWork, platform: Platform, message: str, why: MailResult, now: datetime) -> int:
    """Notes once that a mail was not taken."""
    keep_file(uow, platform=platform.name, message=message, result=why.value, at=now)
    return 0


def _take_file(uow: UnitOfWork, platform: Platform, message: str, file: MailFile, now: datetime) -> int:
    row = {"platform": platform.name, "message": message, "name": file.name, "digest": file.digest, "at": now}
    before = digest_of_file(uow, platform.name, message, file.name, MailResult.TAKEN.value)
    records = records_in(file.name, file.content)
    if before is not None and before != file.digest:
        keep_file(uow, **row, result=MailResult.REUSED.value)
    elif records is None:
        keep_file(uow, **row, result=MailResult.UNREADABLE.value)
    elif len(records) > MOST_FILE_RECORDS:
        keep_file(uow, **row, result=MailResult.TOO_LONG.value)
    elif keep_file(uow, **row, result=MailResult.TAKEN.value):
        taken = take_records(uow, platform, "mail", records, now)
        counts = {"new": taken.new, "known": taken.known, "aside": len(taken.set_aside)}
        count_file(uow, platform.name, message, file.name, MailResult.TAKEN.value, **counts)
        return taken.new
    return 0
