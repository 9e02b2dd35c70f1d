"""存推文, 推文配图, 删推文: what its writers do."""

from governance.articles import ArticleAct, ArticleState, is_late, too_long
from governance.permissions import Act
from handlers.area_notices.outcomes import TellWhere
from handlers.area_notices.where import instant, places_in_words
from handlers.articles.commands import DropArticle, IllustrateArticle, WriteArticle
from handlers.articles.finding import meant
from handlers.articles.outcomes import (
    ArticleDropped,
    ArticleIllustrated,
    ArticleKept,
    ArticleLacks,
    ArticleStands,
    ArticleTooLate,
    EditedMeanwhile,
    NoSuchArticle,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.posts import require
from storage.articles import add_article, change_article
from storage.audit import AuditEntry, note_for


@executes(WriteArticle)
def write(
    command: WriteArticle, ctx: Context
) -> ArticleKept | ArticleLacks | ArticleTooLate | TellWhere | EditedMeanwhile | ArticleStands | NoSuchArticle:
    """What was agreed to is not written on; what somebody was asked to look at has to be looked at anew."""
    require(ctx, Act.DISPATCH)
    row = None if command.article is None else meant(ctx, command.article, ArticleAct.WRITE, command.version)
    title, digest, body = command.title.strip(), command.digest.strip(), command.body.strip()
    lacks = too_long(title, digest, body)
    if lacks:
        return ArticleLacks(lacks)
    goes_at = instant(ctx, command.goes_at)
    if goes_at is not None and is_late(goes_at, ctx.now):
        return ArticleTooLate(goes_at)
    assert ctx.person_id is not None
    values = {
        "title": title, "digest": digest, "body": body, "places": places_in_words(ctx, command.where), "goes_at": goes_at,
        "copy": "asked" if command.copy else "no", "edited_by_id": ctx.person_id, "edited_at": ctx.now,
    }  # fmt: skip
    if row is None:
        number = add_article(ctx.uow, by_id=ctx.person_id, created_at=ctx.now, **values)
    else:
        number = row.id
        change_article(ctx.uow, number, version=row.version + 1, state=ArticleState.DRAFT.value, **values)
    note_for(ctx.uow, ctx.account_id, AuditEntry("article.write", f"article:{number}"), ctx.now)
    return ArticleKept(number, row is not None and row.state is ArticleState.ASKED)


@executes(IllustrateArticle)
def illustrate(command: IllustrateArticle, ctx: Context) -> ArticleIllustrated | ArticleStands | NoSuchArticle:
    """Whoever was asked to look at it has to look at it anew."""
    row = meant(ctx, command.article, ArticleAct.WRITE)
    change_article(
        ctx.uow, row.id, picture_id=command.picture, consent=False, state=ArticleState.DRAFT.value, version=row.version + 1,
        edited_by_id=ctx.person_id, edited_at=ctx.now,
    )  # fmt: skip
    note_for(ctx.uow, ctx.account_id, AuditEntry("article.picture", f"article:{row.id}"), ctx.now)
    return ArticleIllustrated(row.id, command.picture is None)


@executes(DropArticle)
def drop(command: DropArticle, ctx: Context) -> ArticleDropped | ArticleStands | NoSuchArticle:
    """Only what nobody has been told of."""
    row = meant(ctx, command.article, ArticleAct.DROP)
    change_article(ctx.uow, row.id, state=ArticleState.DROPPED.value)
    note_for(ctx.uow, ctx.account_id, AuditEntry("article.drop", f"article:{row.id}"), ctx.now)
    return ArticleDropped(row.id)
