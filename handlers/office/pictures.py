"""A picture from the back office: taken in like one from a phone, by what it is."""

from handlers.context import Context
from handlers.office.staff import Staff
from handlers.tickets.evidence import WORK
from storage.attachments import keep_uploaded
from storage.console.ticket_page import office_account
from storage.files import FileStore
from storage.pictures import Picture


def keep_picture(ctx: Context, staff: Staff, files: FileStore, number: str, picture: Picture) -> None:
    """Keeps it with the ticket, where it proves their next step; it was decoded before the transaction began."""
    office_account(ctx.uow, staff.person_id, staff.code, ctx.now)
    keep_uploaded(ctx.uow, staff.code, number, WORK, files.put(picture.content), picture, ctx.now)
