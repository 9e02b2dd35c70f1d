"""发布评议, 核对评议: places and who is commended, written once; and the sums made again from the frozen facts."""

from governance.evaluation.kinds import FactKind, RoundState
from governance.evaluation.ranking import Standing, rank
from governance.evaluation.scoring import Fact, total
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation import words
from handlers.evaluation.commands import PublishEvaluation, RecountEvaluation
from handlers.evaluation.facts import Span, gathered
from handlers.evaluation.finding import called, gone, line_of, require_whole
from handlers.evaluation.outcomes import (
    EvaluationIsPublished,
    EvaluationPublished,
    EvaluationRecounted,
    NoSuchEvaluation,
    StillObjectedTo,
)
from handlers.evaluation.telling import tell_sides
from storage.audit import AuditEntry, note_for
from storage.evaluation import entries_of_round, facts_of, lock_round, publish_round, rounds
from storage.evaluation_objections import open_count


@executes(PublishEvaluation)
def publish_by_office(
    command: PublishEvaluation, ctx: Context
) -> EvaluationPublished | StillObjectedTo | EvaluationIsPublished | NoSuchEvaluation:
    """Not before everybody had their days to object, and an answer."""
    require_whole(ctx)
    return publish(ctx, command.round)


def publish(
    ctx: Context, round_id: int
) -> EvaluationPublished | StillObjectedTo | EvaluationIsPublished | NoSuchEvaluation:
    """The round is locked, so of two at once one finds it published."""
    current = lock_round(ctx.uow, round_id)
    if current is None:
        return NoSuchEvaluation()
    if current.state is RoundState.PUBLISHED:
        return EvaluationIsPublished(called(current))
    waiting, running = open_count(ctx.uow, round_id), current.closes_at > ctx.now
    if waiting or running:
        return StillObjectedTo(called(current), current.closes_at if running else None, waiting)
    entries = entries_of_round(ctx.uow, round_id)
    left = gone(ctx, entries)
    standings = [Standing(each.id, each.kind, each.total, each.id in left) for each in entries]
    publish_round(ctx.uow, round_id, rank(standings, current.best), ctx.now)
    entries = entries_of_round(ctx.uow, round_id)
    tell_sides(ctx, current, "published", entries, lambda own: words.published(current, own, ctx.config.public_url))
    note_for(ctx.uow, ctx.account_id, AuditEntry("evaluation.publish", f"evaluation:{round_id}"), ctx.now)
    return EvaluationPublished(called(current), tuple(line_of(each) for each in entries if each.commended))


@executes(RecountEvaluation)
def recount(command: RecountEvaluation, ctx: Context) -> EvaluationRecounted | NoSuchEvaluation:
    """The sums from the facts as they were frozen; and whose facts have been corrected in the books since."""
    require_whole(ctx)
    current = next((each for each in rounds(ctx.uow) if each.id == command.round), None)
    if current is None:
        return NoSuchEvaluation()
    entries = entries_of_round(ctx.uow, current.id)
    facts = facts_of(ctx.uow, [each.id for each in entries])
    same = all(total(facts[each.id], current.weights).total == each.total for each in entries)
    now = {
        (each.kind, each.ref_id): _counted(each.facts)
        for each in gathered(ctx, Span(current.first_on, current.last_on))
    }
    known = [each for each in entries if (each.kind, each.ref_id) in now]
    changed = tuple(each.name for each in known if now[each.kind, each.ref_id] != _counted(facts[each.id]))
    deed = AuditEntry("evaluation.recount", f"evaluation:{current.id}", "same" if same else "differs")
    note_for(ctx.uow, ctx.account_id, deed, ctx.now)
    return EvaluationRecounted(called(current), same, len(entries), changed)


def _counted(facts: list[Fact] | tuple[Fact, ...]) -> set[tuple[FactKind, str, int]]:
    """What is compared of facts: not their words, which names in them may have changed; corrections aside."""
    return {(each.kind, each.source, each.amount) for each in facts if each.kind is not FactKind.CORRECTION}
