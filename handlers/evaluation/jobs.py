"""What the clock does with the evaluation: drafts a round on its day, and publishes it once nothing stands against it."""

from governance.evaluation.kinds import RoundTerm
from governance.evaluation.rounds import due_on, is_late
from handlers.context import Context
from handlers.evaluation.drafting import draft
from handlers.evaluation.outcomes import EvaluationDrafted, EvaluationPublished
from handlers.evaluation.publishing import publish
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as labels
from storage.alliance import all_pairings
from storage.evaluation import round_exists, rounds_over
from storage.evaluation_objections import open_count
from storage.organisations import present_organisations


def _to_draft(ctx: Context) -> list[str]:
    """The round of these days, from the hour on at which people are told of it."""
    planned = due_on(ctx.today, ctx.config.rules)
    if planned is None or ctx.now.astimezone(ctx.config.zone).hour < ctx.config.rules.milestone_hour:
        return []
    if round_exists(ctx.uow, planned.term, planned.year):
        return []
    pairings = all_pairings(ctx.uow)
    if is_late(planned.day, ctx.today):
        anything = any(each.since <= planned.day for each in pairings)
    else:
        anything = bool(pairings or present_organisations(ctx.uow))
    return [f"{planned.term.value}:{planned.year}"] if anything else []


def _draft(ctx: Context, key: str) -> int:
    term, _, year = key.partition(":")
    return int(isinstance(draft(ctx, RoundTerm(term), int(year)), EvaluationDrafted))


def _to_publish(ctx: Context) -> list[str]:
    return [str(each) for each in rounds_over(ctx.uow, ctx.now) if not open_count(ctx.uow, each)]


def _publish(ctx: Context, round_id: str) -> int:
    return int(isinstance(publish(ctx, int(round_id)), EvaluationPublished))


JOBS: tuple[Job[JobTools], ...] = (
    Job("evaluation_draft", *labels.EVALUATION_DRAFT, Lane.BRIEFS, _to_draft, in_transaction(_draft)),
    Job("evaluation_publish", *labels.EVALUATION_PUBLISH, Lane.BRIEFS, _to_publish, in_transaction(_publish)),
)
