"""评议通过, 评议退回, 评议合并: what a reviewer decides of candidates, each once."""

from collections.abc import Sequence

from governance.stars.states import AwardMove, AwardState, Consent, RoundState, allowed
from handlers.catalogue import executes
from handlers.context import Context
from handlers.refusals import NotAllowed
from handlers.stars.areas import runs_stars_at
from handlers.stars.candidates import facts_of, honoured_lately, rescore
from handlers.stars.commands import AcceptAwards, MergeAwards, ReturnAward
from handlers.stars.consent import ask_consent
from handlers.stars.outcomes.review import (
    AwardReturned,
    AwardsAccepted,
    AwardsMerged,
    CannotAccept,
    CannotMerge,
    CannotReturn,
    MergeHow,
    NoneAccepted,
    NoSuchAward,
    ReturnHow,
    Unfit,
)
from handlers.stars.queries import proposals
from handlers.stars.review import reviewed_rounds
from handlers.stars.reviewers import Reviewer, award_of, reviewer
from storage.audit import AuditEntry, note_for
from storage.stars.awards import AwardRow, award_by_id, awards_numbered, awards_of_round, move_award
from storage.stars.nominations import move_nominations, nominations_for
from storage.stars.rounds import RoundRow, lock_rounds
from understanding.personal_data import screened

LONGEST_DEEDS = 120
LONGEST_REASON = 200
_CHOSEN = (AwardState.ACCEPTED, AwardState.NOTICED, AwardState.STOPPED, AwardState.ANNOUNCED)


@executes(AcceptAwards)
def accept(command: AcceptAwards, ctx: Context) -> AwardsAccepted | NoneAccepted | NotAllowed:
    """评议通过: all proposals; 评议通过 12 15; 评议通过 12 事迹 …."""
    who = reviewer(ctx)
    numbers = command.numbers or _proposed(ctx, who)
    rounds, awards = _locked(ctx, numbers)
    deeds = screened(command.deeds[:LONGEST_DEEDS]).text if command.deeds and len(numbers) == 1 else ""
    accepted, asked, problems = [], [], []
    for number in numbers:
        award = awards.get(number)
        problem = _why_not(ctx, who, number, award, rounds)
        if award is None or problem is not None:
            problems += [problem] if problem is not None else []
            continue
        move_award(ctx.uow, award.id, AwardMove.ACCEPT, note=None, **({"deeds": deeds} if deeds else {}))
        note_for(ctx.uow, ctx.account_id, AuditEntry("star.accept", f"award:{award.id}"), ctx.now)
        accepted.append((award.id, award.name))
        if award.consent is not Consent.GIVEN:
            ask_consent(ctx, award)
            asked.append(award.name)
    if not accepted:
        return NoneAccepted(tuple(problems))
    return AwardsAccepted(tuple(accepted), tuple(asked), tuple(problems))


@executes(ReturnAward)
def give_back(
    command: ReturnAward, ctx: Context
) -> AwardReturned | ReturnHow | CannotReturn | NoSuchAward | NotAllowed:
    """评议退回 12 理由."""
    who, reason = reviewer(ctx), command.reason[:LONGEST_REASON]
    if command.number is None or not reason:
        return ReturnHow(command.number)
    award = award_of(ctx, who, command.number)
    if not move_award(ctx.uow, award.id, AwardMove.RETURN, note=reason):
        return CannotReturn(award.id, award.state)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.return", f"award:{award.id}"), ctx.now)
    return AwardReturned(award.id, award.name, reason)


@executes(MergeAwards)
def merge(command: MergeAwards, ctx: Context) -> AwardsMerged | MergeHow | CannotMerge | NoSuchAward | NotAllowed:
    """评议合并 12 到 15: one person who was named twice."""
    who = reviewer(ctx)
    if command.number is None or command.other is None:
        return MergeHow()
    if command.number == command.other:
        return CannotMerge()
    found = {number: award_of(ctx, who, number) for number in sorted((command.number, command.other))}
    one, other = found[command.number], found[command.other]
    if (one.round_id, one.kind) != (other.round_id, other.kind):
        return CannotMerge()
    if one.person_id is not None and other.person_id is None:
        one, other = other, one  # who is known stays, whichever was named first
    if not allowed(AwardMove.MERGE, other.state) or not move_award(
        ctx.uow, one.id, AwardMove.MERGE, merged_into=other.id, ended_at=ctx.now
    ):
        return CannotMerge()
    move_nominations(ctx.uow, one.id, other.id)
    rescore(ctx, other, facts_of(other) if other.person_id is not None else facts_of(one))
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.merge", f"award:{one.id}", f"into {other.id}"), ctx.now)
    now = award_by_id(ctx.uow, other.id)
    assert now is not None
    households = {row.household for row in nominations_for(ctx.uow, [other.id])}
    return AwardsMerged(one.id, other.id, now.name, len(households), now.score)


def _proposed(ctx: Context, who: Reviewer) -> tuple[int, ...]:
    """The proposals of all rounds that they review, as far as nothing has been decided for their area; the rounds are locked, so
    that of two who review at once the second sees what the first has decided.
    """
    found: list[int] = []
    rounds = lock_rounds(ctx.uow, {current.id for current in reviewed_rounds(ctx, who)})
    for current in rounds.values():
        if current.state is not RoundState.REVIEWING:
            continue
        of_round = awards_of_round(ctx.uow, current.id)
        taken = {(award.kind, award.area_id) for award in of_round if award.state in _CHOSEN}
        found += [award.id for award in proposals(ctx, of_round) if (award.kind, award.area_id) not in taken]
    return tuple(found)


def _locked(ctx: Context, numbers: Sequence[int]) -> tuple[dict[int, RoundRow], dict[int, AwardRow]]:
    """The candidates with these numbers and their rounds, locked in the order in which the clock does: rounds first."""
    rounds = lock_rounds(ctx.uow, {award.round_id for award in awards_numbered(ctx.uow, numbers)})
    return rounds, {award.id: award for award in awards_numbered(ctx.uow, numbers, lock=True)}


def _why_not(
    ctx: Context, who: Reviewer, number: int, award: AwardRow | None, rounds: dict[int, RoundRow]
) -> CannotAccept | None:
    """Why a candidate can't be accepted; None when they can."""
    if award is None or not runs_stars_at(ctx, who.terms, award.community_id):
        return CannotAccept(number, Unfit.UNKNOWN)
    current = rounds[award.round_id]
    if current.state is not RoundState.REVIEWING:
        return CannotAccept(number, Unfit.ROUND, round_state=current.state, month=current.month)
    if not allowed(AwardMove.ACCEPT, award.state):
        return CannotAccept(number, Unfit.STATE, award.state)
    if award.person_id == who.person_id:
        return CannotAccept(number, Unfit.OWN)
    if award.left:
        return CannotAccept(number, Unfit.LEFT)
    if award.consent is Consent.REFUSED:
        return CannotAccept(number, Unfit.REFUSED)
    last = honoured_lately(ctx, [award]).get(award.id)
    if last is not None:
        return CannotAccept(number, Unfit.RECENT, month=last, apart=ctx.config.rules.star_months_apart)
    return _taken(ctx, award)


def _taken(ctx: Context, award: AwardRow) -> CannotAccept | None:
    """Whether the area, or the person, has another one in this round."""
    for other in awards_of_round(ctx.uow, award.round_id, _CHOSEN):
        if other.id == award.id:
            continue
        if (other.kind, other.area_id) == (award.kind, award.area_id):
            return CannotAccept(award.id, Unfit.AREA, area=award.area_id, other=other.id)
        if award.person_id is not None and other.person_id == award.person_id:
            return CannotAccept(award.id, Unfit.PERSON, other=other.id)
    return None
