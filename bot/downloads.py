"""Fetches promised pictures, voices and videos from the platform into the content-addressed folder."""

from datetime import datetime, timedelta

import structlog

from bot.channels import NOT_NOW, backoff, pause
from bot.claims import renewed
from bot.errors import FileTooLarge, PlatformAway, PlatformError
from bot.tools import Tools
from handlers.context import Context
from handlers.inbound import Kind
from storage.attachments import (
    MOST_ATTEMPTS,
    PromisedFile,
    claim_file,
    fetch_later,
    files_due,
    given_up,
    not_counted,
    picture_stored,
    renew_files,
    stored,
)
from storage.errors import AttachmentRefused, AttachmentTooLarge
from storage.media_types import LIMITS, media_type_of
from storage.pictures import read_picture
from storage.room import no_room
from storage.videos import plain_video

GONE = frozenset({40007, 40004})
"""Errcodes of a media id that the platform does not have or no longer has."""
KEPT_FOR = timedelta(days=3)
"""So long the platform holds what a user sent. Source: the platform's document on temporary media."""
DOWNLOADS = "downloads"

log = structlog.get_logger("linli.downloads")


def due(ctx: Context) -> list[str]:
    """The files to fetch."""
    return [str(file_id) for file_id in files_due(ctx.uow, ctx.now, DOWNLOADS)]


def fetch(tools: Tools, item: str) -> int:
    """Fetches one promised file; answers 1 when it is stored now."""
    file = claim_file(tools.database, int(item), tools.clock())
    if file is None:
        return 0
    with renewed(file.id, lambda ids: renew_files(tools.database, ids, tools.clock())):
        return int(_fetch(tools, file))


def _fetch(tools: Tools, file: PromisedFile) -> bool:
    try:
        content = tools.api.download(file.media_id, LIMITS[file.kind])
        if file.kind == Kind.IMAGE.value:
            return _keep_picture(tools, file, content)
        media_type = media_type_of(content, file.kind)
        if file.kind == Kind.VIDEO.value:
            content = plain_video(content)
    except (AttachmentRefused, AttachmentTooLarge, FileTooLarge) as error:
        return _end(tools, file, "refused", error)
    except PlatformError as error:
        if error.code in GONE:
            return _end(tools, file, "lost", error)
        if error.code in NOT_NOW:
            return _waits_on(tools, file, error, tools.clock())
        return _later(tools, file, error, tools.clock())
    except PlatformAway as error:
        return _waits_on(tools, file, error, tools.clock())
    stored(tools.database, file.id, sha256=_put(tools, file, content), media_type=media_type, size=len(content))
    return True


def _keep_picture(tools: Tools, file: PromisedFile, content: bytes) -> bool:
    """Decoded and made anew while nothing is locked."""
    picture = read_picture(content, tools.config.zone)
    picture_stored(tools.database, file.id, _put(tools, file, picture.content), picture, tools.clock())
    return True


def _put(tools: Tools, file: PromisedFile, content: bytes) -> str:
    """A disk without room for it costs the file none of its attempts: it is there, and only we are not ready."""
    try:
        return tools.files.put(content)
    except OSError as error:
        if no_room(error):
            not_counted(tools.database, file)
        raise


def _waits_on(tools: Tools, file: PromisedFile, error: Exception, now: datetime) -> bool:
    """The platform is away and the file is well: no attempt is counted as long as the platform keeps it."""
    waited = now - file.received_at
    if waited > KEPT_FOR:
        return _end(tools, file, "lost", error)
    not_counted(tools.database, file)
    fetch_later(tools.database, file.id, now + pause(waited), str(error))
    log.warning("platform away, fetch later", file=file.id, error=str(error))
    return False


def _later(tools: Tools, file: PromisedFile, error: Exception, now: datetime) -> bool:
    if file.attempts >= MOST_ATTEMPTS:
        return _end(tools, file, "lost", error)
    fetch_later(tools.database, file.id, now + backoff(file.attempts), str(error))
    log.warning("fetch later", file=file.id, error=str(error), attempt=file.attempts)
    return False


def _end(tools: Tools, file: PromisedFile, state: str, error: Exception) -> bool:
    why = f"too large: {error}" if isinstance(error, (AttachmentTooLarge, FileTooLarge)) else str(error)
    given_up(tools.database, file.id, state, why, tools.clock())
    log.warning("file given up", file=file.id, state=state, error=str(error))
    return False
