"""推迟评选, 本月不评, and back: a community puts its round off, or skips a month, with a reason."""

from hashlib import sha256

from governance.notices import NoticeKind
from governance.stars.round_dates import put_off
from governance.stars.states import AWARD_MOVES, AwardMove, AwardState, RoundState
from governance.stars.undo import RoundBefore, why_not_undo
from handlers.catalogue import executes
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.refusals import NotAllowed
from handlers.stars import texts as words
from handlers.stars.commands import DelayRound, RestoreRound, SkipRound, UndoDelay
from handlers.stars.outcomes.rounds import (
    CommunityNotYours,
    CommunityUnknown,
    DelayHow,
    DelayUndone,
    NoRoundToChange,
    NothingUndone,
    RoundDelayed,
    RoundRestored,
    RoundSkipped,
    SkipHow,
    WhichCommunity,
)
from handlers.stars.reviewers import Reviewer, communities_of, reviewer
from storage.accounts import following
from storage.audit import AuditEntry, note_for
from storage.stars.awards import AwardRow, award_by_id, awards_of_round, bring_back_award, move_award
from storage.stars.nominations import nominations_for
from storage.stars.recall import recall
from storage.stars.rounds import RoundRow, change_round, remember_before, rounds_in
from understanding.community import communities_called

MOST_DAYS = 15
LONGEST_REASON = 200
CHANGEABLE = (RoundState.PLANNED, RoundState.NOMINATING, RoundState.REVIEWING)
"""Nothing of these is public yet."""
_LAPSES = AWARD_MOVES[AwardMove.LAPSE][0]


@executes(DelayRound)
def delay(
    command: DelayRound, ctx: Context
) -> RoundDelayed | DelayHow | NoRoundToChange | WhichCommunity | CommunityUnknown | CommunityNotYours | NotAllowed:
    """推迟评选 2天 原因: what is still to come is so many days later."""
    who = reviewer(ctx)
    current = _round(ctx, _community(ctx, who, command.community), CHANGEABLE)
    days, reason = command.days, command.reason[:LONGEST_REASON]
    if days is None or not 0 < days <= MOST_DAYS or not reason:
        return DelayHow(MOST_DAYS)
    dates = put_off(current.state, current.dates, days)
    _remember(ctx, current, skipped=False)
    change_round(ctx.uow, current.id, dates, reason=reason, changed_by=who.person_id)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.delay", f"round:{current.id}", f"{days} days"), ctx.now)
    return RoundDelayed(current.place_id, current.month, days, reason, dates)


@executes(SkipRound)
def skip(
    command: SkipRound, ctx: Context
) -> RoundSkipped | SkipHow | NoRoundToChange | WhichCommunity | CommunityUnknown | CommunityNotYours | NotAllowed:
    """本月不评 原因: the round ends before anything is public; who has nominated is told."""
    who, reason = reviewer(ctx), command.reason[:LONGEST_REASON]
    current = _round(ctx, _community(ctx, who, command.community), CHANGEABLE)
    if not reason:
        return SkipHow()
    candidates = awards_of_round(ctx.uow, current.id, _LAPSES, lock=True)
    _remember(ctx, current, skipped=True, candidates=candidates)
    change_round(ctx.uow, current.id, state=RoundState.SKIPPED.value, reason=reason, changed_by=who.person_id)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.skip", f"round:{current.id}"), ctx.now)
    for award in candidates:
        move_award(ctx.uow, award.id, AwardMove.LAPSE, ended_at=ctx.now)
        text = words.SKIPPED_TOLD.format(month=words.month_said(current.month), name=award.name, reason=reason)
        accounts = [row.account_id for row in nominations_for(ctx.uow, [award.id])]
        tell(ctx, following(ctx.uow, accounts), f"{_skipped_key(award)}{_once(ctx)}", NoticeKind.STAR, text)
    return RoundSkipped(current.place_id, current.month, reason)


@executes(UndoDelay)
def undo_delay(
    command: UndoDelay, ctx: Context
) -> DelayUndone | NothingUndone | NoRoundToChange | WhichCommunity | CommunityUnknown | CommunityNotYours | NotAllowed:
    """取消推迟: the dates of before, while nothing of the next step has happened."""
    who = reviewer(ctx)
    community = _community(ctx, who, command.community)
    current = _round(ctx, community, (*CHANGEABLE, RoundState.NOTICE), put_off=True)
    before = _before(ctx, current, skipped=False)
    change_round(ctx.uow, current.id, before.dates, reason=before.reason, changed_by=who.person_id)
    remember_before(ctx.uow, current.id, before.earlier)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.undo_delay", f"round:{current.id}"), ctx.now)
    return DelayUndone(current.place_id, current.month, before.dates)


@executes(RestoreRound)
def restore(
    command: RestoreRound, ctx: Context
) -> (
    RoundRestored | NothingUndone | NoRoundToChange | WhichCommunity | CommunityUnknown | CommunityNotYours | NotAllowed
):
    """恢复评选: a skipped round goes on where it was, and who was told of the end is told of this."""
    who = reviewer(ctx)
    current = _round(ctx, _community(ctx, who, command.community), (RoundState.SKIPPED,))
    before = _before(ctx, current, skipped=True)
    change_round(
        ctx.uow, current.id, before.dates, state=before.state.value, reason=before.reason, changed_by=who.person_id
    )
    remember_before(ctx.uow, current.id, before.earlier)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.restore", f"round:{current.id}"), ctx.now)
    back = [_bring_back(ctx, current, number, state) for number, state in before.awards]
    return RoundRestored(current.place_id, current.month, before.state, sum(back), before.dates)


def _bring_back(ctx: Context, current: RoundRow, number: int, state: AwardState) -> bool:
    """A candidate is in the round again, unless they have left; word that has not gone out yet is taken back instead."""
    award = award_by_id(ctx.uow, number, lock=True)
    if award is None or award.left or not bring_back_award(ctx.uow, number, state):
        return False
    told = recall(ctx.uow, _skipped_key(award), "restored")
    text = words.RESTORED_TOLD.format(month=words.month_said(current.month), name=award.name)
    tell(ctx, following(ctx.uow, told), f"star_restored:{number}:{_once(ctx)}", NoticeKind.STAR, text)
    return True


def _community(ctx: Context, who: Reviewer, name: str) -> int:
    """The community that is meant: the named one, else the only one. Raises Refuse where it is another's, or not clear."""
    led = communities_of(ctx, who)
    called = communities_called(ctx.places, name) if name else led
    if not called:
        raise Refuse(CommunityUnknown(name, led[0]) if led else NoRoundToChange(None))
    mine = [place for place in called if place in led]
    if not mine:
        raise Refuse(CommunityNotYours(called[0], led[0]) if led else NoRoundToChange(None))
    if len(mine) > 1:
        raise Refuse(WhichCommunity(mine[0]))
    return mine[0]


def _round(ctx: Context, community: int, states: tuple[RoundState, ...], *, put_off: bool = False) -> RoundRow:
    """The community's round in one of these states, locked: of running ones the next (that was put off, where it matters),
    of skipped ones the last. Raises Refuse where it has none.
    """
    found = rounds_in(ctx.uow, [community], states, lock=True)
    if not found:
        raise Refuse(NoRoundToChange(community))
    if put_off:
        return next((each for each in found if each.before is not None and not each.before.skipped), found[0])
    return found[-1 if states == (RoundState.SKIPPED,) else 0]


def _remember(ctx: Context, current: RoundRow, *, skipped: bool, candidates: list[AwardRow] | None = None) -> None:
    states = tuple((award.id, award.state) for award in candidates or [])
    before = RoundBefore(skipped, current.state, current.dates, current.reason, current.held, states, current.before)
    remember_before(ctx.uow, current.id, before)


def _before(ctx: Context, current: RoundRow, *, skipped: bool) -> RoundBefore:
    """What the round was. Raises Refuse where it can't be that again."""
    why = why_not_undo(current.before, skipped, current.state, current.held, ctx.now)
    if why is not None or current.before is None:
        assert why is not None
        raise Refuse(NothingUndone(current.place_id, skipped, why))
    return current.before


def _skipped_key(award: AwardRow) -> str:
    return f"star_skipped:{award.id}:"


def _once(ctx: Context) -> str:
    """What makes a push of this command another than that of the same command later."""
    return sha256(ctx.cause.encode()).hexdigest()[:16]
