"""Announcements as articles in the account's drafts, each made once; one whose award was taken down is deleted."""

from datetime import datetime
from html import escape

import structlog

from bot import texts
from bot.api import PlatformApi
from bot.article_api import Article, add_cover, add_draft, add_picture, delete_draft
from bot.errors import PlatformAway, PlatformError
from handlers.context import SubdistrictConfig
from handlers.stars.roll import AwardPage, announced_pages, draft_refused
from storage.database import Database
from storage.files import FileStore
from storage.place_book import PlaceBook
from storage.stars.announcements import AnnouncementRow, claim_draft, set_draft

GONE = 40007
LONGEST_TITLE, LONGEST_DIGEST = 64, 120
log = structlog.get_logger("linli.drafts")


def draft_due(
    database: Database, api: PlatformApi, config: SubdistrictConfig, files: FileStore, now: datetime, book: PlaceBook
) -> int:
    """Answers how many drafts were made. Where the account has no right to drafts, the community's reviewer is told."""
    made = 0
    while (row := claim_draft(database, "to_delete", now)) is not None:
        if not _delete(database, api, row):
            break
    while (row := claim_draft(database, "wanted", now)) is not None:
        pages = announced_pages(database, config, now, book, row.id)
        if any(page.poster is None for page in pages):
            set_draft(database, row.id, "wanted")
            break
        try:
            set_draft(database, row.id, "made", draft_media_id=_make(api, files, pages))
            made += 1
        except PlatformAway as error:
            set_draft(database, row.id, "doubtful" if error.doubtful else "wanted", draft_error=str(error)[:200])
            break
        except PlatformError as error:
            set_draft(database, row.id, "refused", draft_error=str(error)[:200])
            draft_refused(database, config, now, book, row, str(error))
            log.warning("draft refused", announcement=row.id, error=str(error))
    return made


def _make(api: PlatformApi, files: FileStore, pages: list[AwardPage]) -> str:
    pictures = [files.get(page.poster) for page in pages if page.poster is not None]
    cover = add_cover(api, pictures[0])
    shown = zip(pages, (add_picture(api, picture) for picture in pictures), strict=True)
    content = "".join(
        texts.ARTICLE_ENTRY.format(
            url=escape(url), title=escape(page.facts.title), name=escape(page.facts.name), area=escape(page.facts.area),
            deeds=escape(page.facts.deeds),
        )
        for page, url in shown
    )  # fmt: skip
    first = pages[0].facts
    title = texts.ARTICLE_TITLE.format(community=first.community, month=first.month)
    digest = texts.ARTICLE_DIGEST.format(names="、".join(page.facts.name for page in pages))
    return add_draft(api, Article(title[:LONGEST_TITLE], digest[:LONGEST_DIGEST], content, cover))


def _delete(database: Database, api: PlatformApi, row: AnnouncementRow) -> bool:
    """What the platform does not have (any more) is deleted too; False when the platform is away."""
    try:
        if row.draft_media_id is not None:
            delete_draft(api, row.draft_media_id)
    except PlatformAway as error:
        set_draft(database, row.id, "to_delete", draft_error=str(error)[:200])
        return False
    except PlatformError as error:
        if error.code != GONE:
            set_draft(database, row.id, "doubtful", draft_error=str(error)[:200])
            return True
    set_draft(database, row.id, "deleted", draft_media_id=None)
    return True
