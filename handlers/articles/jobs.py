"""What the clock does with articles: tells their readers at their time, a step of accounts a transaction."""

from governance.articles import ArticleState
from governance.notices import NoticeKind
from handlers.area_notices.audience import places_inside
from handlers.articles.finding import KIND, push_of
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as labels
from storage.area_audience import audience_after
from storage.articles import articles_due, change_article, lock_article
from storage.outbox import enqueue_notification

STEP = 500
"""So many are told in one transaction; a process that is killed in between goes on behind the last of them."""


def _due(ctx: Context) -> list[str]:
    return [str(each) for each in articles_due(ctx.uow, ctx.now)]


def _tell(ctx: Context, item: str) -> int:
    """Tells the next step. Who holds the article holds its readers, so that of two workers one goes on where the other ended."""
    row = lock_article(ctx.uow, int(item), wait=False)
    if row is None or item not in _due(ctx):
        return 0
    text = push_of(ctx, row)
    accounts = audience_after(ctx.uow, places_inside(ctx, row.places), KIND, row.cursor, STEP)
    for account in accounts:
        enqueue_notification(
            ctx.uow, dedupe_key=f"article:{row.id}:{account}", account_id=account, kind=NoticeKind.ARTICLE, text=text,
            now=ctx.now,
        )  # fmt: skip
    done = len(accounts) < STEP
    change_article(
        ctx.uow, row.id, cursor=accounts[-1] if accounts else row.cursor, told=row.told + len(accounts),
        state=(ArticleState.SENT if done else ArticleState.SENDING).value, sent_at=ctx.now if done else None,
    )  # fmt: skip
    return max(len(accounts), 1)


JOBS: tuple[Job[JobTools], ...] = (Job("articles", *labels.ARTICLES, Lane.TICKETS, _due, in_transaction(_tell)),)
