"""Fetches promised pictures, voices and videos from the platform into the content-addressed folder."""

from datetime import datetime

import structlog

from bot.api import PlatformApi
from bot.errors import FileTooLarge, PlatformAway, PlatformError
from bot.ladder import backoff
from storage.attachments import MOST_ATTEMPTS, PromisedFile, claim_promised, fetch_later, given_up, stored
from storage.database import Database
from storage.errors import AttachmentRefused, AttachmentTooLarge
from storage.files import FileStore
from storage.media_types import LIMITS, media_type_of

GONE = frozenset({40007, 40004})
"""Errcodes of a media id that the platform does not have or no longer has."""

log = structlog.get_logger("linli.downloads")


def fetch_due(database: Database, api: PlatformApi, files: FileStore, now: datetime) -> int:
    """Fetches every promised file that is due; answers how many are stored now."""
    fetched = 0
    while promised := claim_promised(database, now):
        fetched += sum(_fetch(database, api, files, file, now) for file in promised)
    return fetched


def _fetch(database: Database, api: PlatformApi, files: FileStore, file: PromisedFile, now: datetime) -> bool:
    try:
        content = api.download(file.media_id, LIMITS[file.kind])
        media_type = media_type_of(content, file.kind)
    except (AttachmentRefused, AttachmentTooLarge, FileTooLarge) as error:
        return _end(database, file, "refused", error)
    except PlatformError as error:
        if error.code in GONE:
            return _end(database, file, "lost", error)
        return _later(database, file, error, now)
    except PlatformAway as error:
        return _later(database, file, error, now)
    stored(database, file.id, sha256=files.put(content), media_type=media_type, size=len(content))
    return True


def _later(database: Database, file: PromisedFile, error: Exception, now: datetime) -> bool:
    if file.attempts >= MOST_ATTEMPTS:
        return _end(database, file, "lost", error)
    fetch_later(database, file.id, now + backoff(file.attempts), str(error))
    log.warning("fetch later", file=file.id, error=str(error), attempt=file.attempts)
    return False


def _end(database: Database, file: PromisedFile, state: str, error: Exception) -> bool:
    given_up(database, file.id, state, str(error))
    log.warning("file given up", file=file.id, state=state, error=str(error))
    return False
