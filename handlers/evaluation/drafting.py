"""起草评议: a round from the facts as they are now, frozen with what each weighs, and open for objections."""

from datetime import timedelta

from governance.days import end_of
from governance.evaluation.kinds import Evaluated, RoundTerm
from governance.evaluation.rounds import first_day, has_begun, last_day
from governance.evaluation.scoring import total, weights
from handlers.catalogue import executes
from handlers.context import Context
from handlers.evaluation import words
from handlers.evaluation.commands import DraftEvaluation
from handlers.evaluation.facts import Span, gathered
from handlers.evaluation.finding import require_whole
from handlers.evaluation.outcomes import DraftedAlready, EvaluationDrafted, NothingToEvaluate, RoundCalled
from handlers.evaluation.telling import tell_sides
from storage.audit import AuditEntry, note_for
from storage.evaluation import add_entry, add_round, entries_of_round, round_exists


@executes(DraftEvaluation)
def draft_by_office(command: DraftEvaluation, ctx: Context) -> EvaluationDrafted | DraftedAlready | NothingToEvaluate:
    """Of this year, where no other is named."""
    require_whole(ctx)
    return draft(ctx, command.term, command.year or ctx.today.year)


def draft(ctx: Context, term: RoundTerm, year: int) -> EvaluationDrafted | DraftedAlready | NothingToEvaluate:
    """Of two at once one waits and then finds it drafted."""
    this, rules = RoundCalled(term, year), ctx.config.rules
    if not has_begun(term, year, ctx.today):
        return NothingToEvaluate(this, False)
    if round_exists(ctx.uow, term, year):
        return DraftedAlready(this)
    span = Span(first_day(term, year), last_day(term, year, ctx.today))
    found = gathered(ctx, span)
    if not found:
        return NothingToEvaluate(this, True)
    until = end_of(ctx.today + timedelta(days=rules.evaluation_objection_days), ctx.config.zone)
    current = add_round(
        ctx.uow, term, year, weights(rules), first_on=span.first, last_on=span.last, best=rules.evaluation_best,
        opened_by=ctx.person_id, opened_at=ctx.now, closes_at=until,
    )  # fmt: skip
    if current is None:
        return DraftedAlready(this)
    for each in found:
        add_entry(
            ctx.uow, each.facts, each.kind, round_id=current.id, ref_id=each.ref_id, name=each.name,
            place_id=each.place_id, total=total(each.facts, current.weights).total,
        )  # fmt: skip
    entries = entries_of_round(ctx.uow, current.id)
    tell_sides(ctx, current, "opened", entries, lambda own: words.opened(current, own, ctx.here))
    note_for(ctx.uow, ctx.account_id, AuditEntry("evaluation.draft", f"evaluation:{current.id}", this.term), ctx.now)
    units, pairings, projects = (sum(each.kind is kind for each in entries) for kind in Evaluated)
    return EvaluationDrafted(this, units, pairings, projects, until)
