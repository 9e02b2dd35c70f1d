"""A picture from the back office: taken in like one from a phone, by what it is."""

from handlers.console.staff import Staff
from handlers.scene import Scene
from storage.attachments import keep_uploaded
from storage.console.ticket_page import office_account
from storage.files import FileStore
from storage.media_types import media_type_of


def keep_picture(scene: Scene, staff: Staff, files: FileStore, content: bytes) -> None:
    """Keeps it for their next step. Raises AttachmentTooLarge or AttachmentRefused."""
    media_type = media_type_of(content, "image")
    office_account(scene.uow, staff.person_id, staff.code, scene.now)
    keep_uploaded(scene.uow, staff.code, files.put(content), media_type, len(content), scene.now)
