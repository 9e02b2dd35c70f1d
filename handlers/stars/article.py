"""The words of a public notice and of an announcement, for one reader: their own area first."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import Context
from handlers.stars import texts as words
from handlers.stars.areas import area_called
from storage.stars.awards import AwardRow

MOST_LINES = 12


def notice_text(ctx: Context, awards: Sequence[AwardRow], until: datetime, area: int | None = None) -> str:
    """The public notice of a community's awards."""
    first = awards[0]
    head = words.NOTICE_HEAD.format(
        month=words.month_said(first.month), community=ctx.places.full_name(first.community_id),
        until=words.moment(until, ctx.config.zone),
    )  # fmt: skip
    return "\n".join([head, *_lines(ctx, awards, words.NOTICE_LINE, area), words.NOTICE_TAIL])


def announced_text(ctx: Context, awards: Sequence[AwardRow], area: int | None = None) -> str:
    """The announcement of a community's awards."""
    first = awards[0]
    head = words.ANNOUNCED_HEAD.format(
        month=words.month_said(first.month), community=ctx.places.full_name(first.community_id)
    )
    url = f"{ctx.config.public_url}/stars/{first.month.year}"
    return "\n".join([head, *_lines(ctx, awards, words.ANNOUNCED_LINE, area), words.ANNOUNCED_TAIL.format(url=url)])


def _lines(ctx: Context, awards: Sequence[AwardRow], line: str, area: int | None) -> list[str]:
    """A line each, the reader's own area first; a great many are cut, and the page has them all."""
    own_first = sorted(awards, key=lambda award: (award.area_id != area, award.kind, award.id))
    return [
        line.format(
            n=award.id, kind=words.KIND[award.kind], name=award.shown, area=area_called(ctx, award),
            deeds=words.shortened(award.deeds or ""),
        )
        for award in own_first[:MOST_LINES]
    ]  # fmt: skip
