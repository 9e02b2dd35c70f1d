"""The steps of a round: nominations, review, public notice, announcement."""

from collections.abc import Callable
from datetime import datetime, timedelta

from governance.notices import NoticeKind
from governance.stars.round_dates import RoundDates, next_step_at, noticed, opened, reviewed
from governance.stars.states import AwardMove, AwardState, Consent, RoundState
from handlers.context import Context
from handlers.notices import tell
from handlers.stars import texts as words
from handlers.stars.announce import announce, audience
from handlers.stars.article import notice_text
from handlers.stars.candidates import gather
from handlers.stars.consent import ask_consent
from handlers.stars.queries import proposals
from handlers.stars.reviewers import tell_reviewers
from storage.serving import followed_accounts
from storage.stars.awards import AwardRow, awards_of_round, move_award
from storage.stars.rounds import RoundRow, change_round

MOST_HELD = 10
"""So many days a notice waits for somebody who has agreed; then the month ends without an award."""


def take_step(ctx: Context, current: RoundRow) -> bool:
    """One step of a locked round, where one is due."""
    if current.state in _STEPS and next_step_at(current.state, current.dates) <= ctx.now:
        return _STEPS[current.state](ctx, current)
    if current.state is RoundState.ANNOUNCED:
        return bool(announce(ctx, current))
    return False


def _open(ctx: Context, current: RoundRow) -> bool:
    dates = opened(current.dates, ctx.now, ctx.config.zone, ctx.config.rules)
    change_round(ctx.uow, current.id, dates, state=RoundState.NOMINATING.value)
    text = words.OPENED.format(month=words.month_said(current.month), until=_said(ctx, dates.review_at))
    tell(ctx, list(audience(ctx, current.place_id)), f"star_open:{current.id}", NoticeKind.STAR, text, again=True)
    return True


def _review(ctx: Context, current: RoundRow) -> bool:
    dates = reviewed(current.dates, ctx.now, ctx.config.zone, ctx.config.rules)
    found = gather(ctx, current)
    month = words.month_said(current.month)
    if not found:
        change_round(ctx.uow, current.id, dates, state=RoundState.EMPTY.value)
        tell_reviewers(ctx, current.place_id, f"star_empty:{current.id}", words.EMPTY_TOLD.format(month=month))
        return True
    change_round(ctx.uow, current.id, dates, state=RoundState.REVIEWING.value)
    for award in proposals(ctx, found):
        ask_consent(ctx, award)
    text = words.REVIEW_BEGINS.format(month=month, count=len(found), until=_said(ctx, dates.notice_at))
    tell_reviewers(ctx, current.place_id, f"star_review:{current.id}", text)
    return True


def _notice(ctx: Context, current: RoundRow) -> bool:
    """Only what somebody has accepted, and the person agreed to, becomes public; until there is some, the notice waits."""
    found = awards_of_round(ctx.uow, current.id, lock=True)
    accepted = [award for award in found if award.state is AwardState.ACCEPTED]
    ready = [award for award in accepted if award.consent is Consent.GIVEN and not award.left]
    open_still = [award for award in found if award.state in (AwardState.CANDIDATE, AwardState.ACCEPTED)]
    hopeful = [award for award in open_still if award.consent is not Consent.REFUSED and not award.left]
    if not ready:
        return _hold(ctx, current) if hopeful and current.held < MOST_HELD else _end(ctx, current, bool(hopeful))
    dates = noticed(current.dates, ctx.now, ctx.config.zone, ctx.config.rules)
    change_round(ctx.uow, current.id, dates, state=RoundState.NOTICE.value)
    for award in ready:
        move_award(ctx.uow, award.id, AwardMove.NOTICE)
    for award in open_still:
        if award not in ready:
            move_award(ctx.uow, award.id, AwardMove.LAPSE, ended_at=ctx.now)
    _tell_notice(ctx, current, dates, ready)
    waited = [award.name for award in accepted if award not in ready]
    if waited:
        text = words.NO_CONSENT_LAPSED.format(names="、".join(waited))
        tell_reviewers(ctx, current.place_id, f"star_lapsed:{current.id}", text)
    return True


def _tell_notice(ctx: Context, current: RoundRow, dates: RoundDates, ready: list[AwardRow]) -> None:
    until = dates.announce_at
    areas = {award.area_id for award in ready}
    for account, home in audience(ctx, current.place_id).items():
        line = [] if home is None else ctx.places.line_of(home)
        own = next((place for place in line if place in areas), None)
        text = notice_text(ctx, ready, until, own)
        tell(ctx, [account], f"star_notice:{current.id}:{account}", NoticeKind.STAR, text, again=True)
    for award in ready:
        accounts = followed_accounts(ctx.uow, [award.person_id] if award.person_id is not None else [])
        text = words.NOTICE_SELF.format(kind=words.KIND[award.kind], until=_said(ctx, until))
        tell(ctx, accounts, f"star_noticed:{award.id}", NoticeKind.STAR_ASK, text, again=True)


def _hold(ctx: Context, current: RoundRow) -> bool:
    """A day later again; the secretary hears it each day, the lead the first time."""
    later = current.dates.notice_at
    while later <= ctx.now:
        later += timedelta(days=1)
    dates = RoundDates(current.dates.opens_at, current.dates.review_at, later, current.dates.announce_at)
    dates = noticed(dates, later, ctx.config.zone, ctx.config.rules)
    change_round(ctx.uow, current.id, dates, held=current.held + 1)
    text = words.HELD.format(month=words.month_said(current.month), until=_said(ctx, later))
    key = f"star_held:{current.id}:{current.held}"
    tell_reviewers(ctx, current.place_id, key, text, and_lead=current.held == 0)
    return True


def _end(ctx: Context, current: RoundRow, given_up: bool) -> bool:
    for award in awards_of_round(ctx.uow, current.id):
        move_award(ctx.uow, award.id, AwardMove.LAPSE, ended_at=ctx.now)
    change_round(ctx.uow, current.id, state=RoundState.EMPTY.value)
    text = (words.GIVEN_UP if given_up else words.EMPTY_AFTER).format(month=words.month_said(current.month))
    tell_reviewers(ctx, current.place_id, f"star_empty:{current.id}", text)
    return True


def _announce(ctx: Context, current: RoundRow) -> bool:
    """On the day: what stands is announced; what an objection has stopped follows when it is settled."""
    done = announce(ctx, current)
    waiting = awards_of_round(ctx.uow, current.id, [AwardState.STOPPED])
    state = RoundState.ANNOUNCED if done or waiting else RoundState.EMPTY
    change_round(ctx.uow, current.id, state=state.value)
    month = words.month_said(current.month)
    if not done:
        names = "、".join(award.name for award in waiting)
        text = (
            words.STOPPED_LEFT.format(count=len(waiting), names=names)
            if waiting
            else words.EMPTY_AFTER.format(month=month)
        )
        tell_reviewers(ctx, current.place_id, f"star_empty:{current.id}", text)
    return True


def _said(ctx: Context, at: datetime) -> str:
    return words.moment(at, ctx.config.zone)


_STEPS: dict[RoundState, Callable[[Context, RoundRow], bool]] = {
    RoundState.PLANNED: _open,
    RoundState.NOMINATING: _review,
    RoundState.REVIEWING: _notice,
    RoundState.NOTICE: _announce,
}
"""What is done when a round's instant has come."""
