"""Draws the posters that are due, and deletes those that were taken down."""

from datetime import datetime
from pathlib import Path

import structlog

from handlers.context import SubdistrictConfig
from handlers.stars.posters import facts_to_draw
from storage.database import Database
from storage.files import FileStore
from storage.place_book import PlaceBook
from storage.stars.drawing import claim_posters, drawn, gone

log = structlog.get_logger("linli.posters")


def draw_due(
    database: Database, config: SubdistrictConfig, files: FileStore, fonts: Path, now: datetime, book: PlaceBook
) -> int:
    """Answers how many posters were drawn. One that fails is tried again, and holds up no other."""
    count = 0
    for picture_id, sha256 in claim_posters(database, "withdrawn", now):
        if gone(database, picture_id, sha256) and sha256 is not None:
            files.path(sha256).unlink(missing_ok=True)
    waiting = claim_posters(database, "pending", now)
    if not waiting:
        return 0
    from bot.poster import poster  # its libraries take half a second to load, and there is seldom one to draw

    for picture_id, _ in waiting:
        try:
            facts = facts_to_draw(database, config, now, book, picture_id)
            if facts is None:
                gone(database, picture_id, None)
                continue
            content = poster(facts, fonts)
            count += drawn(database, picture_id, files.put(content), len(content), now)
        except (OSError, ValueError) as error:
            log.error("poster failed", exc_info=True, picture=picture_id, error=type(error).__name__)
    return count
