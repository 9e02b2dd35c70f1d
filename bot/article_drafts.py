"""Articles to residents as drafts in the account, each made once; a person sends them to all from there."""

import structlog

from bot.article_api import Article, add_cover, add_draft, add_picture
from bot.article_pages import paragraphs
from bot.claims import renewed
from bot.errors import PlatformAway, PlatformError
from bot.small_picture import small_picture
from bot.tools import Tools
from governance.articles import DIGEST, TITLE
from handlers.context import Context
from storage.article_copies import claim_copy, copies_due, renew_copy, set_copy
from storage.articles import ArticleRow, article_file
from storage.unit_of_work import UnitOfWork

COPIES = "article_copies"
log = structlog.get_logger("linli.articles")


def due(ctx: Context) -> list[str]:
    """The articles whose draft is wanted."""
    return [str(each) for each in copies_due(ctx.uow, ctx.now, COPIES)]


def make(tools: Tools, item: str) -> int:
    """Makes one draft; where the account takes none the article's page says so, with what to do."""
    database, number = tools.database, int(item)
    row = claim_copy(database, number, tools.clock())
    if row is None:
        return 0
    try:
        with renewed(number, lambda _ids: renew_copy(database, number, tools.clock())):
            set_copy(database, number, "made", copy_id=_make(tools, row), copy_error=None)
        return 1
    except PlatformAway as error:
        set_copy(database, number, "doubtful" if error.doubtful else "wanted", copy_error=str(error)[:200])
    except PlatformError as error:
        set_copy(database, number, "refused", copy_error=str(error)[:200])
        log.warning("draft refused", article=number, error=str(error))
    return 0


def _make(tools: Tools, row: ArticleRow) -> str:
    with tools.database.read() as connection:
        file = None if row.picture_id is None else article_file(UnitOfWork(connection), row.picture_id)
    picture = small_picture(tools.files, None if file is None else file[0])
    if picture is None:
        raise PlatformError(-1, "no picture for the cover")
    cover, inside = add_cover(tools.api, picture, "jpeg"), add_picture(tools.api, picture, "jpeg")
    content = f'<p><img src="{inside}"></p>{paragraphs(row.body)}'
    return add_draft(tools.api, Article(row.title[:TITLE], row.digest[:DIGEST], content, cover))
