"""Articles at the office: those that somebody may act on, and one with whom it reaches and how it looks to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from governance.articles import ALLOWED, PUBLIC, ArticleAct, is_second
from handlers.area_notices.audience import area_names
from handlers.area_notices.outcomes import Audience
from handlers.area_notices.rights import in_charge
from handlers.articles.finding import numbers_written, page_of, push_of, reached, readers_of
from handlers.context import Context
from handlers.office.staff import Staff
from storage.articles import ArticleRow, article, article_file, article_progress, keep_article_picture, recent_articles
from storage.files import FileStore
from storage.people import names_of
from storage.pictures import Picture

MOST = 100


@dataclass(frozen=True)
class ArticleLine:
    """One in the list."""

    row: ArticleRow
    area: tuple[str, ...]
    by: str
    approved_by: str


@dataclass(frozen=True)
class ArticlePage:
    """One with all that its page shows. `acts`: what the reader may do to it now; `push`: what its readers get; `picture`: the size
    of its picture; `numbers`: what in it looks like the number of a phone or an identity card.
    """

    line: ArticleLine
    edited_by: str
    audience: Audience
    people: int
    acts: frozenset[ArticleAct]
    push: str
    address: str
    picture: int | None
    progress: Mapping[str, int]
    numbers: tuple[str, ...]

    @property
    def row(self) -> ArticleRow:
        """As it stands."""
        return self.line.row


def articles_for(ctx: Context, staff: Staff) -> list[ArticleLine]:
    """The newest that they may act on."""
    rows = [row for row in recent_articles(ctx.uow, MOST) if in_charge(ctx, staff.terms, row.places)]
    people = names_of(ctx.uow, sorted({each for row in rows for each in (row.by_id, row.approved_by_id) if each}))
    return [_line(ctx, row, people) for row in rows]


def article_for(ctx: Context, staff: Staff, number: int) -> ArticlePage | None:
    """One; None where there is none that they may act on."""
    row = article(ctx.uow, number)
    if row is None or not in_charge(ctx, staff.terms, row.places):
        return None
    people = names_of(ctx.uow, [each for each in (row.by_id, row.approved_by_id, row.edited_by_id) if each])
    audience = readers_of(ctx, row)
    file = None if row.picture_id is None else article_file(ctx.uow, row.picture_id)
    return ArticlePage(
        _line(ctx, row, people), people.get(row.edited_by_id, ""), audience, reached(audience), _acts(staff, row),
        push_of(ctx, row), page_of(ctx, row.id) if row.state in PUBLIC else "", None if file is None else file[1],
        article_progress(ctx.uow, row.id) if row.state in PUBLIC else {}, numbers_written(row),
    )  # fmt: skip


def article_picture(ctx: Context, staff: Staff, number: int) -> str | None:
    """The file of its picture; None where they may not see it, or there is none."""
    row = article(ctx.uow, number)
    if row is None or row.picture_id is None or not in_charge(ctx, staff.terms, row.places):
        return None
    file = article_file(ctx.uow, row.picture_id)
    return None if file is None else file[0]


def keep_picture_of_article(ctx: Context, files: FileStore, picture: Picture) -> int:
    """Keeps it; it was decoded before the transaction began."""
    return keep_article_picture(ctx.uow, files.put(picture.content), picture, ctx.now)


def _acts(staff: Staff, row: ArticleRow) -> frozenset[ArticleAct]:
    acts = {act for act, states in ALLOWED.items() if row.state in states}
    if not is_second(staff.person_id, row.by_id, row.edited_by_id):
        acts.discard(ArticleAct.AGREE)
    return frozenset(acts)


def _line(ctx: Context, row: ArticleRow, people: Mapping[int, str]) -> ArticleLine:
    return ArticleLine(
        row, area_names(ctx, row.places), people.get(row.by_id, ""), people.get(row.approved_by_id or 0, "")
    )
