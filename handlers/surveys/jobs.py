"""What the clock does with surveys: asks whom they ask, a step a transaction; ends them; tells who answered what was done."""

from datetime import timedelta

from governance.notices import NoticeKind
from governance.surveys.kinds import RUNNING, SurveyState
from governance.surveys.votes import EachIs
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.surveys import words
from handlers.surveys.ending import end_now
from handlers.surveys.finding import area_asked, line, ref
from handlers.texts import jobs as labels
from storage.outbox import enqueue_notification
from storage.surveys.ballots import households_of, not_voted_after
from storage.surveys.links import token_of
from storage.surveys.people import answerers_after, asked_ids, audience_after, note_asked
from storage.surveys.rows import (
    SurveyRow,
    change_survey,
    lock_survey,
    questions_of,
    surveys_to_end,
    surveys_to_send,
    surveys_to_tell,
)

BEFORE_END = timedelta(days=1)
REMIND = ":remind"
STEP = 500
"""So many are asked in one transaction; a process that is killed in between goes on behind the last of them."""


def _to_send(ctx: Context) -> list[str]:
    return [f"{number}{REMIND if late else ''}" for number, late in surveys_to_send(ctx.uow, ctx.now, BEFORE_END)]


def _send(ctx: Context, item: str) -> int:
    """Asks, or reminds, the next step."""
    return _remind(ctx, item.removesuffix(REMIND)) if item.endswith(REMIND) else _ask(ctx, item)


def _ask(ctx: Context, item: str) -> int:
    """Asks the next step. Who holds the survey's lock goes on where the last ended."""
    survey = lock_survey(ctx.uow, int(item))
    if survey.state is not SurveyState.SENDING or survey.ends_at <= ctx.now:
        return 0
    area = area_asked(ctx, survey.places)
    audience = audience_after(ctx.uow, survey.asked, area, ctx.now, survey.cursor, STEP)
    about, question = ref(ctx, survey), line(questions_of(ctx.uow, [survey.id])[0])
    taps, homes = words.taps_of(about, question), _homes(ctx, survey, [account for account, _ in audience])
    new = [
        account for account, person in audience if note_asked(ctx.uow, survey.id, account, person, homes.get(account))
    ]
    for account, asked_id in sorted(asked_ids(ctx.uow, survey.id, new).items()):
        text = words.first_push(about, question, ctx.here, token_of(asked_id))
        enqueue_notification(
                ctx.uow, dedupe_key=f"survey:{survey.id}:ask:{account}", account_id=account, kind=NoticeKind.SURVEY, text=text,
                now=ctx.now, taps=taps, valid_until=survey.ends_at,
            )  # fmt: skip
    if audience:
        change_survey(ctx.uow, survey.id, cursor=audience[-1][0])
    if len(audience) < STEP:
        change_survey(ctx.uow, survey.id, state=SurveyState.OPEN, sent_at=ctx.now)
    return max(len(audience), 1)


def _homes(ctx: Context, survey: SurveyRow, accounts: list[int]) -> dict[int, str]:
    """Of which households they are, where a household has one vote."""
    return households_of(ctx.uow, accounts) if survey.each_is is EachIs.HOUSEHOLD else {}


def _to_end(ctx: Context) -> list[str]:
    return [str(number) for number in surveys_to_end(ctx.uow, ctx.now)]


def _end(ctx: Context, item: str) -> int:
    survey = lock_survey(ctx.uow, int(item))
    if survey.state not in RUNNING or survey.ends_at > ctx.now:
        return 0
    end_now(ctx, survey)
    return 1


def _to_tell(ctx: Context) -> list[str]:
    return [str(number) for number in surveys_to_tell(ctx.uow)]


def _tell(ctx: Context, item: str) -> int:
    """Tells the next step of those who answered, each once."""
    survey = lock_survey(ctx.uow, int(item))
    if survey.done is None or survey.told_at is not None:
        return 0
    accounts = answerers_after(ctx.uow, survey.id, survey.done_cursor, STEP)
    said = words.VOTE_DONE if survey.is_vote else words.DONE
    text = said.format(n=survey.id, title=words.short(survey.title), done=survey.done)
    for account in accounts:
        enqueue_notification(
            ctx.uow, dedupe_key=f"survey:{survey.id}:done:{account}", account_id=account, kind=NoticeKind.SURVEY_NEWS,
            text=text, now=ctx.now,
        )  # fmt: skip
    if accounts:
        change_survey(ctx.uow, survey.id, done_cursor=accounts[-1])
    if len(accounts) < STEP:
        change_survey(ctx.uow, survey.id, told_at=ctx.now)
    return max(len(accounts), 1)


def _remind(ctx: Context, item: str) -> int:
    """Reminds the next step of those who have not voted, each once; nobody of a vote that began only then."""
    survey = lock_survey(ctx.uow, int(item))
    if survey.state is not SurveyState.OPEN or survey.reminded_at is not None or survey.ends_at <= ctx.now:
        return 0
    begun_long_ago = survey.sent_at is not None and survey.sent_at < survey.ends_at - BEFORE_END
    accounts = not_voted_after(ctx.uow, survey, survey.remind_cursor, STEP) if begun_long_ago else []
    about = ref(ctx, survey)
    text = words.REMIND.format(n=survey.id, title=words.short(survey.title), at=words.day(about, ctx.here))
    for account in accounts:
        enqueue_notification(
            ctx.uow, dedupe_key=f"survey:{survey.id}:remind:{account}", account_id=account, kind=NoticeKind.SURVEY, text=text,
            now=ctx.now, valid_until=survey.ends_at,
        )  # fmt: skip
    if accounts:
        change_survey(ctx.uow, survey.id, remind_cursor=accounts[-1])
    if len(accounts) < STEP:
        change_survey(ctx.uow, survey.id, reminded_at=ctx.now)
    return max(len(accounts), 1)


JOBS: tuple[Job[JobTools], ...] = (
    Job("survey_end", *labels.SURVEY_END, Lane.TICKETS, _to_end, in_transaction(_end)),
    Job("survey_ask", *labels.SURVEY_ASK, Lane.TICKETS, _to_send, in_transaction(_send)),
    Job("survey_tell", *labels.SURVEY_TELL, Lane.TICKETS, _to_tell, in_transaction(_tell)),
)
