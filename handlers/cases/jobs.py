"""What the clock does with cases: a vote that is over is counted; residents are told that it began, and what came of it."""

from governance.notices import NoticeKind
from governance.surveys.kinds import Asked
from handlers.cases import words
from handlers.cases.running import count
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as labels
from storage.cases import ballot_of, ballots_over, ballots_to_tell, cases_of, note_told, told_so_far
from storage.outbox import enqueue_notification
from storage.surveys.people import audience_after

STEP = 500
"""So many are told in one transaction; a process that is killed in between goes on behind the last of them."""
_BEGUN, _ENDED = "begun", "ended"


def _over(ctx: Context) -> list[str]:
    return [str(year) for year in ballots_over(ctx.uow, ctx.now)]


def _count(ctx: Context, year: str) -> int:
    return count(ctx, int(year))


def _to_tell(ctx: Context) -> list[str]:
    return [f"{year}:{_ENDED if ended else _BEGUN}" for year, ended in ballots_to_tell(ctx.uow, ctx.now)]


def _tell(ctx: Context, item: str) -> int:
    """Tells the next step of those who may vote, each once."""
    year, ended = int(item.partition(":")[0]), item.endswith(_ENDED)
    ballot = ballot_of(ctx.uow, year, lock=True)
    if ballot is None or (year, ended) not in ballots_to_tell(ctx.uow, ctx.now):
        return 0
    cursor, done = told_so_far(ctx.uow, year, ended=ended)
    if done:
        return 0
    audience = [account for account, _ in audience_after(ctx.uow, Asked.VOTERS, None, ctx.now, cursor, STEP)]
    text = words.news(ballot, cases_of(ctx.uow, year), ctx.here, ended=ended)
    for account in audience:
        enqueue_notification(
            ctx.uow, dedupe_key=f"cases:{item}:{account}", account_id=account, kind=NoticeKind.CASES, text=text, now=ctx.now,
            valid_until=None if ended else ballot.closes_at,
        )  # fmt: skip
    done_at = ctx.now if len(audience) < STEP else None
    note_told(ctx.uow, year, audience[-1] if audience else cursor, done_at, ended=ended)
    return max(len(audience), 1)


JOBS: tuple[Job[JobTools], ...] = (
    Job("case_votes", *labels.CASE_VOTES, Lane.BRIEFS, _over, in_transaction(_count)),
    Job("case_news", *labels.CASE_NEWS, Lane.BRIEFS, _to_tell, in_transaction(_tell)),
)
