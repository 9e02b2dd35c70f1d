"""Announcements as articles in the account's drafts, each made once; one whose award was taken down is deleted."""

from html import escape

import structlog

from bot import texts
from bot.api import PlatformApi
from bot.article_api import Article, add_cover, add_draft, add_picture, delete_draft
from bot.claims import renewed
from bot.errors import PlatformAway, PlatformError
from bot.tools import Tools
from governance.articles import DIGEST, TITLE
from handlers.context import Context
from handlers.jobs import Due
from handlers.stars.roll import AwardPage, announced_pages, draft_refused
from storage.database import Database
from storage.files import FileStore
from storage.stars.announcements import AnnouncementRow, claim_draft, drafts_due, renew_drafts, set_draft

GONE = 40007
DRAFTS, DRAFTS_DOWN = "drafts", "drafts_down"
log = structlog.get_logger("linli.drafts")


def due(job: str, state: str) -> Due:
    """The announcements whose draft is in this state (wanted, to_delete)."""

    def found(ctx: Context) -> list[str]:
        return [str(each) for each in drafts_due(ctx.uow, state, ctx.now, job)]

    return found


def make(tools: Tools, item: str) -> int:
    """Makes one draft. Where the account has no right to drafts, the community's reviewer is told."""
    database, announcement_id = tools.database, int(item)
    pages = announced_pages(database, tools.config, tools.clock(), tools.book, announcement_id)
    if any(page.poster is None for page in pages):
        return 0
    row = claim_draft(database, announcement_id, "wanted", tools.clock())
    if row is None:
        return 0
    try:
        with renewed(row.id, lambda ids: renew_drafts(database, ids, tools.clock())):
            set_draft(database, row.id, "made", draft_media_id=_make(tools.api, tools.files, pages))
        return 1
    except PlatformAway as error:
        set_draft(database, row.id, "doubtful" if error.doubtful else "wanted", draft_error=str(error)[:200])
    except PlatformError as error:
        set_draft(database, row.id, "refused", draft_error=str(error)[:200])
        draft_refused(database, tools.config, tools.clock(), tools.book, row, str(error))
        log.warning("draft refused", announcement=row.id, error=str(error))
    return 0


def take_down(tools: Tools, item: str) -> int:
    """Deletes one draft whose award was taken down."""
    row = claim_draft(tools.database, int(item), "to_delete", tools.clock())
    return 0 if row is None else int(_delete(tools.database, tools.api, row))


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
    return add_draft(api, Article(title[:TITLE], digest[:DIGEST], content, cover))


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
