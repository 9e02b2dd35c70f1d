"""A picture from the back office: taken in like one from a phone, by what it is."""

from handlers.context import Context
from handlers.office.staff import Staff
from storage.attachments import keep_uploaded
from storage.console.ticket_page import office_account
from storage.files import FileStore
from storage.media_types import media_type_of


def keep_picture(ctx: Context, staff: Staff, files: FileStore, content: bytes) -> None:
    """Keeps it for their next step. Raises AttachmentTooLarge or AttachmentRefused."""
    media_type = media_type_of(content, "image")
    office_account(ctx.uow, staff.person_id, staff.code, ctx.now)
    keep_uploaded(ctx.uow, staff.code, files.put(content), media_type, len(content), ctx.now)
