"""What the clock does with milestones: both sides hear of each before its day, on it, and when it is late; each once."""

from datetime import timedelta

from governance.milestones import LATE, stage_due, stages
from governance.notices import NoticeKind
from handlers.alliance import words
from handlers.alliance.finding import everybody, sides_of
from handlers.context import Context
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.notices import tell
from handlers.texts import jobs as labels
from storage.alliance import MilestoneRow, agreement_by_id, milestone_by_id, milestones_near, note_stage, pairing_by_id
from storage.people import names_of
from storage.serving import followed_accounts


def _near(ctx: Context) -> list[str]:
    """Those with something to say today, from the hour on at which it is said."""
    rules = ctx.config.rules
    if ctx.now.astimezone(ctx.config.zone).hour < rules.milestone_hour:
        return []
    near = milestones_near(ctx.uow, ctx.today + timedelta(days=stages(rules)[0]), LATE)
    return [str(each.id) for each in near if stage_due(each.due_on, ctx.today, each.told, rules) is not None]


def _remind(ctx: Context, milestone_id: str) -> int:
    """One milestone: the stage is noted before it is told, so of two clocks one finds that it is done."""
    milestone = milestone_by_id(ctx.uow, int(milestone_id))
    stage = None if milestone is None else stage_due(milestone.due_on, ctx.today, milestone.told, ctx.config.rules)
    if milestone is None or stage is None or not note_stage(ctx.uow, milestone.id, stage):
        return 0
    _tell_both(ctx, milestone, stage)
    return 1


def _tell_both(ctx: Context, milestone: MilestoneRow, stage: int) -> None:
    agreement = agreement_by_id(ctx.uow, milestone.agreement_id)
    pairing = pairing_by_id(ctx.uow, agreement.pairing_id)
    assert pairing is not None
    (sides,) = sides_of(ctx, [pairing])
    owner = names_of(ctx.uow, [milestone.owner_id]).get(milestone.owner_id, "")
    accounts = followed_accounts(ctx.uow, everybody(ctx, sides, milestone.owner_id))
    tell(
        ctx, accounts, f"milestone:{milestone.id}:{milestone.due_on}:{stage}",
        NoticeKind.LATE if stage == LATE else NoticeKind.REMIND,
        words.reminder(milestone, agreement, sides, owner, stage, ctx.today), again=True,
        taps=(words.TAP_DONE.format(n=milestone.id),),
    )  # fmt: skip


JOBS: tuple[Job[JobTools], ...] = (Job("milestones", *labels.MILESTONES, Lane.BRIEFS, _near, in_transaction(_remind)),)
