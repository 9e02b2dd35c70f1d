"""推文送审, 同意推文, 退回推文: nobody is told of what only its writer has read."""

from governance.articles import ArticleAct, ArticleState, is_late, is_second, lacking
from governance.notices import NoticeKind
from handlers.area_notices.rights import others_in_charge
from handlers.articles import texts as words
from handlers.articles.commands import AgreeToArticle, AskForArticle, WithholdArticle
from handlers.articles.finding import desk_of, meant, numbers_written, reached, readers_of
from handlers.articles.outcomes import (
    ArticleAgreed,
    ArticleAsked,
    ArticleBack,
    ArticleForNobody,
    ArticleHasNumbers,
    ArticleLacks,
    ArticleNeedsCover,
    ArticleStands,
    ArticleTooLate,
    ArticleWithoutConsent,
    EditedMeanwhile,
    NoSuchArticle,
    SecondHandNeeded,
)
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.tickets.parts import accounts_of
from storage.articles import ArticleRow, change_article
from storage.audit import AuditEntry, note_for
from storage.people import names_of
from storage.serving import followed_accounts


@executes(AskForArticle)
def ask(
    command: AskForArticle, ctx: Context
) -> (
    ArticleAsked | ArticleLacks | ArticleTooLate | ArticleForNobody | ArticleWithoutConsent | ArticleStands | EditedMeanwhile
    | NoSuchArticle | ArticleNeedsCover | ArticleHasNumbers
):  # fmt: skip
    """Others with the right are told that it waits for them."""
    row = meant(ctx, command.article, ArticleAct.ASK, command.version)
    people = _ready(ctx, row)
    if row.copy == "asked" and row.picture_id is None:
        return ArticleNeedsCover(row.id)
    if row.picture_id is not None and not command.consent:
        return ArticleWithoutConsent(row.id)
    numbers = numbers_written(row)
    if numbers and not command.public:
        return ArticleHasNumbers(row.id, numbers)
    change_article(ctx.uow, row.id, state=ArticleState.ASKED.value, consent=command.consent, why=None)
    others = others_in_charge(ctx, row.places, (row.by_id, row.edited_by_id, ctx.person_id))
    names = names_of(ctx.uow, [each.person for each in others])
    text = words.LOOK_AT.format(
        n=row.id, who=_name(ctx), title=row.title, people=people, when=words.when_said(row.goes_at, ctx.here),
        url=desk_of(ctx, row.id),
    )  # fmt: skip
    tell(
        ctx, accounts_of(ctx, others), f"article_look:{row.id}:{row.version}", NoticeKind.SECOND_EYES, text, again=True
    )
    return ArticleAsked(row.id, tuple(names[each.person] for each in others))


@executes(AgreeToArticle)
def agree(
    command: AgreeToArticle, ctx: Context
) -> (
    ArticleAgreed | SecondHandNeeded | ArticleLacks | ArticleTooLate | ArticleForNobody | ArticleStands | EditedMeanwhile
    | NoSuchArticle
):  # fmt: skip
    """Just what their page showed goes out, and to nobody before its time."""
    row = meant(ctx, command.article, ArticleAct.AGREE, command.version)
    assert ctx.person_id is not None
    if not is_second(ctx.person_id, row.by_id, row.edited_by_id):
        return SecondHandNeeded(row.id)
    people = _ready(ctx, row)
    change_article(
        ctx.uow, row.id, state=ArticleState.SCHEDULED.value, approved_by_id=ctx.person_id, approved_at=ctx.now, why=None,
        copy="wanted" if row.copy == "asked" else row.copy,
    )  # fmt: skip
    ctx.uow.wake = True
    note_for(ctx.uow, ctx.account_id, AuditEntry("article.agree", f"article:{row.id}", f"people {people}"), ctx.now)
    when = words.starts_said(row.goes_at, ctx.here)
    text = words.AGREED_TO.format(n=row.id, title=row.title, who=_name(ctx), when=when, people=people)
    _tell_writer(ctx, row, "agreed", text)
    return ArticleAgreed(row.id, people, row.goes_at)


@executes(WithholdArticle)
def withhold(command: WithholdArticle, ctx: Context) -> ArticleBack | ArticleStands | NoSuchArticle:
    """Nobody was told yet; its writer hears by whom, and why."""
    row = meant(ctx, command.article, ArticleAct.WITHHOLD)
    why = command.why.strip()
    change_article(
        ctx.uow, row.id, state=ArticleState.DRAFT.value, version=row.version + 1, approved_by_id=None, approved_at=None,
        why=why or None, copy="asked" if row.copy == "wanted" else row.copy,
    )  # fmt: skip
    note_for(ctx.uow, ctx.account_id, AuditEntry("article.withhold", f"article:{row.id}"), ctx.now)
    said = words.SENT_BACK.format(
        n=row.id, title=row.title, who=_name(ctx), why=f"：{why}" if why else "", url=desk_of(ctx, row.id)
    )
    _tell_writer(ctx, row, "back", said)
    return ArticleBack(row.id)


def _ready(ctx: Context, row: ArticleRow) -> int:
    """How many it would reach. Raises Refuse where anything keeps it from going out."""
    lacks = lacking(row.title, row.digest, row.body)
    if lacks:
        raise Refuse(ArticleLacks(lacks))
    if row.goes_at is not None and is_late(row.goes_at, ctx.now):
        raise Refuse(ArticleTooLate(row.goes_at))
    people = reached(readers_of(ctx, row))
    if not people:
        raise Refuse(ArticleForNobody(row.id))
    return people


def _tell_writer(ctx: Context, row: ArticleRow, what: str, text: str) -> None:
    if row.by_id != ctx.person_id:
        accounts = followed_accounts(ctx.uow, [row.by_id])
        tell(ctx, accounts, f"article_{what}:{row.id}:{row.version}", NoticeKind.DECIDED, text, again=True)


def _name(ctx: Context) -> str:
    assert ctx.person_id is not None
    return names_of(ctx.uow, [ctx.person_id])[ctx.person_id]
