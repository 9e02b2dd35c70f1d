"""What a poster, a page and a certificate say of an award."""

from dataclasses import dataclass
from datetime import datetime

from handlers.context import Context, SubdistrictConfig
from handlers.stars import texts as words
from handlers.stars.areas import area_called
from storage.database import Database
from storage.place_book import PlaceBook
from storage.stars.awards import AwardRow, announced_with_poster
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class PosterFacts:
    """An award in words; `community` with the subdistrict, `url`: of its page. Only what the person agreed to."""

    title: str
    month: str
    name: str
    area: str
    community: str
    deeds: str
    url: str


def poster_facts(ctx: Context, award: AwardRow) -> PosterFacts:
    """What is shown of an award."""
    root = ctx.places.nodes[ctx.places.line_of(award.community_id)[-1]].name
    return PosterFacts(
        words.KIND[award.kind], words.month_said(award.month), award.shown, area_called(ctx, award),
        f"{root} · {ctx.places.nodes[award.community_id].name}", award.deeds or "",
        f"{ctx.config.public_url}/awards/{award.code}",
    )  # fmt: skip


def facts_to_draw(
    database: Database, config: SubdistrictConfig, now: datetime, book: PlaceBook, picture_id: int
) -> PosterFacts | None:
    """What the poster with this id is to show; None when its award is not public any more."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = announced_with_poster(ctx.uow, picture_id)
        return None if found is None else poster_facts(ctx, found)
