"""Which article is meant, whether the sender may act on it, whom it would reach, and how it is told of."""

from governance.area_notices import REACHED, AreaKind
from governance.articles import ALLOWED, ArticleAct
from governance.permissions import Act
from handlers.area_notices.audience import audience_of, places_inside
from handlers.area_notices.outcomes import Audience
from handlers.area_notices.rights import in_charge, my_terms
from handlers.articles import texts
from handlers.articles.outcomes import ArticleStands, EditedMeanwhile, NoSuchArticle
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require
from storage.articles import ArticleRow, lock_article
from storage.people import names_of
from understanding.masking import numbers_in

KIND = AreaKind.OTHER
"""Who muted such notices gets no article either."""

_NO_MARKUP = str.maketrans({"<": "＜", ">": "＞"})
"""The platform reads <a href> in a text as a link: nobody hides one under other words."""


def meant(ctx: Context, number: int, act: ArticleAct, version: int | None = None) -> ArticleRow:
    """The article, locked, in a state in which this may be done to it, and as its page showed it. Raises Refuse."""
    require(ctx, Act.DISPATCH)
    row = lock_article(ctx.uow, number)
    if row is None or not in_charge(ctx, my_terms(ctx), row.places):
        raise Refuse(NoSuchArticle(number))
    if row.state not in ALLOWED[act]:
        raise Refuse(ArticleStands(number, row.state))
    if version is not None and version != row.version:
        by = names_of(ctx.uow, [row.edited_by_id]).get(row.edited_by_id, "")
        raise Refuse(EditedMeanwhile(number, by, row.edited_at))
    return row


def readers_of(ctx: Context, row: ArticleRow) -> Audience:
    """Whom it would reach, counted now."""
    return audience_of(ctx, places_inside(ctx, row.places), KIND)


def reached(audience: Audience) -> int:
    """How many of them get it."""
    return audience.of(*REACHED)


def page_of(ctx: Context, number: int) -> str:
    """Where anybody reads it."""
    return f"{ctx.config.public_url}/articles/{number}"


def push_of(ctx: Context, row: ArticleRow) -> str:
    """What its readers get."""
    title, digest = (words.translate(_NO_MARKUP) for words in (row.title, row.digest))
    return texts.PUSH.format(title=title, digest=digest, url=page_of(ctx, row.id))


def desk_of(ctx: Context, number: int) -> str:
    """Where staff read it."""
    return f"{ctx.config.public_url}/console/articles/{number}"


def numbers_written(row: ArticleRow) -> tuple[str, ...]:
    """What in its words looks like the number of a phone or an identity card, each once."""
    return tuple(numbers_in(f"{row.title}\n{row.digest}\n{row.body}"))
