"""What the public pages show of the stars: the roll of a year, and one award with the facts it rests on."""

from dataclasses import dataclass
from datetime import date, datetime

from handlers.context import Context, SubdistrictConfig
from handlers.stars import texts as words
from handlers.stars.candidates import best_first, rows_of
from handlers.stars.posters import PosterFacts, poster_facts
from handlers.stars.reviewers import tell_reviewers
from storage.database import Database
from storage.place_book import PlaceBook
from storage.stars.announcements import AnnouncementRow
from storage.stars.awards import AwardRow, announced_between, announced_together, announced_with_code
from storage.stars.poster_files import poster_of
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class AwardPage:
    """An announced award; `poster`: the SHA-256 of the picture, None while it is not drawn; `why`: the facts in lines."""

    code: str
    year: int
    facts: PosterFacts
    poster: str | None
    total: int
    why: tuple[str, ...]


def award_page(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, code: str
) -> AwardPage | None:
    """The award with this code; None when it is not public (any more)."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = announced_with_code(ctx.uow, code)
        return None if found is None else _page(ctx, found)


def roll_of(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, year: int
) -> list[AwardPage]:
    """What was announced of a year's months, the newest first."""
    return roll_between(database, config, now, book, date(year, 1, 1), date(year + 1, 1, 1))


def roll_between(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, first: date, end: date
) -> list[AwardPage]:
    """What was announced of the months from `first` until before `end`, the newest first."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = announced_between(ctx.uow, first, end)
        found.sort(key=lambda award: (-award.month.toordinal(), award.community_id, award.kind, award.id))
        return [_page(ctx, award) for award in found]


def announced_pages(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, announcement_id: int
) -> list[AwardPage]:
    """What one announcement shows."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        return [_page(ctx, each) for each in announced_together(ctx.uow, announcement_id)]


def draft_refused(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, row: AnnouncementRow, error: str
) -> None:
    """Tells who reviews that the account takes no draft, and where the words and posters are."""
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        url = f"{config.public_url}/stars/{row.month.year}"
        text = words.DRAFT_REFUSED.format(month=words.month_said(row.month), error=error, url=url)
        tell_reviewers(ctx, row.community_id, f"star_draft:{row.id}", text)
        ctx.uow.finish()


def _page(ctx: Context, award: AwardRow) -> AwardPage:
    rows = [row for row in best_first(rows_of(award)) if row.points]
    digest = None if award.picture_id is None else poster_of(ctx.uow, award.picture_id)
    return AwardPage(
        award.code or "", award.month.year, poster_facts(ctx, award), digest, award.score, tuple(words.why_lines(rows))
    )
