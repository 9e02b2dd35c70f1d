"""What the clock brings to the rounds: nominations, review, public notice, announcement; each step once, in its own transaction."""

from collections.abc import Callable
from datetime import datetime, timedelta

from governance.stars.round_dates import RoundDates, noticed, opened, reviewed
from governance.stars.states import AwardMove, AwardState, Consent, RoundState
from handlers.notices import tell
from handlers.scene import House, Scene
from handlers.stars.announce import announce, audience
from handlers.stars.areas import communities
from handlers.stars.article import notice_text
from handlers.stars.candidates import gather
from handlers.stars.consent import ask_consent
from handlers.stars.review import proposals
from handlers.stars.reviewers import tell_reviewers
from handlers.stars.taking import plan_month, too_late_to_begin
from handlers.texts import stars as words
from storage.database import Database
from storage.models import StarAward, StarRound
from storage.place_book import PlaceBook
from storage.serving import followed_accounts
from storage.stars.awards import AwardRow, awards, move_award
from storage.stars.rounds import RoundRow, change_round, round_by_id, rounds, running_rounds
from storage.unit_of_work import UnitOfWork

MOST_HELD = 10
"""So many days a notice waits for somebody who has agreed; then the month ends without an award."""


def watch_rounds(database: Database, house: House, now: datetime, book: PlaceBook) -> int:
    """Takes every step that is due; answers how many."""
    with database.read() as connection:
        scene = Scene(UnitOfWork(connection), house, now, book)
        unplanned, due = _unplanned(scene), [each.id for each in _due(scene)]
    if unplanned:
        with database.write() as connection:
            scene = Scene(UnitOfWork(connection), house, now, book)
            for community in unplanned:
                plan_month(scene, community)
            due = [each.id for each in _due(scene)]
            scene.uow.finish()
    done = 0
    for round_id in due:
        taken = True
        while taken:
            with database.write() as connection:
                scene = Scene(UnitOfWork(connection), house, now, book)
                taken = _step(scene, round_by_id(scene.uow, round_id, lock=True))
                done += taken
                scene.uow.finish()
    return done


def _unplanned(scene: Scene) -> list[int]:
    """The communities that have no round of this month; one that never had any begins with the next where this is too late."""
    here = communities(scene)
    known = rounds(scene.uow, StarRound.month >= scene.today.replace(day=1))
    ever = {each.place_id for each in known}
    missing = [community for community in here if community not in ever]
    if missing and too_late_to_begin(scene):
        before = {each.place_id for each in rounds(scene.uow, StarRound.place_id.in_(missing))}
        missing = [community for community in missing if community in before]
    return missing


def _due(scene: Scene) -> list[RoundRow]:
    """Rounds with a step to take, and announced ones of which an objection has been dismissed since."""
    late = StarAward.round_id == StarRound.id
    cleared = rounds(
        scene.uow, StarRound.state == RoundState.ANNOUNCED.value, late, StarAward.state == AwardState.NOTICED.value
    )
    running = [each for each in running_rounds(scene.uow) if _at(each) <= scene.now]
    return list({each.id: each for each in [*running, *cleared]}.values())


def _at(current: RoundRow) -> datetime:
    """When the round's next step is."""
    dates = current.dates
    return {
        RoundState.PLANNED: dates.opens_at, RoundState.NOMINATING: dates.review_at, RoundState.REVIEWING: dates.notice_at,
    }.get(current.state, dates.announce_at)  # fmt: skip


def _step(scene: Scene, current: RoundRow) -> bool:
    """One step, where one is due; the round is locked, so of two clocks one finds that it is done."""
    if current.state in _STEPS and _at(current) <= scene.now:
        return _STEPS[current.state](scene, current)
    if current.state is RoundState.ANNOUNCED:
        return bool(announce(scene, current))
    return False


def _open(scene: Scene, current: RoundRow) -> bool:
    dates = opened(current.dates, scene.now, scene.house.zone, scene.house.rules)
    change_round(scene.uow, current.id, dates, state=RoundState.NOMINATING.value)
    text = words.OPENED.format(month=words.month_said(current.month), until=_said(scene, dates.review_at))
    tell(scene, list(audience(scene, current.place_id)), f"star_open:{current.id}", "star", text, again=True)
    return True


def _review(scene: Scene, current: RoundRow) -> bool:
    dates = reviewed(current.dates, scene.now, scene.house.zone, scene.house.rules)
    found = gather(scene, current)
    month = words.month_said(current.month)
    if not found:
        change_round(scene.uow, current.id, dates, state=RoundState.EMPTY.value)
        tell_reviewers(scene, current.place_id, f"star_empty:{current.id}", words.EMPTY_TOLD.format(month=month))
        return True
    change_round(scene.uow, current.id, dates, state=RoundState.REVIEWING.value)
    for award in proposals(scene, found):
        ask_consent(scene, award)
    text = words.REVIEW_BEGINS.format(month=month, count=len(found), until=_said(scene, dates.notice_at))
    tell_reviewers(scene, current.place_id, f"star_review:{current.id}", text)
    return True


def _notice(scene: Scene, current: RoundRow) -> bool:
    """Only what somebody has accepted, and the person agreed to, becomes public; until there is some, the notice waits."""
    found = awards(scene.uow, StarAward.round_id == current.id, lock=True)
    accepted = [award for award in found if award.state is AwardState.ACCEPTED]
    ready = [award for award in accepted if award.consent is Consent.GIVEN and not award.left]
    open_still = [award for award in found if award.state in (AwardState.CANDIDATE, AwardState.ACCEPTED)]
    hopeful = [award for award in open_still if award.consent is not Consent.REFUSED and not award.left]
    if not ready:
        return _hold(scene, current) if hopeful and current.held < MOST_HELD else _end(scene, current, bool(hopeful))
    dates = noticed(current.dates, scene.now, scene.house.zone, scene.house.rules)
    change_round(scene.uow, current.id, dates, state=RoundState.NOTICE.value)
    for award in ready:
        move_award(scene.uow, award.id, AwardMove.NOTICE)
    for award in open_still:
        if award not in ready:
            move_award(scene.uow, award.id, AwardMove.LAPSE, ended_at=scene.now)
    _tell_notice(scene, current, dates, ready)
    waited = [award.name for award in accepted if award not in ready]
    if waited:
        text = words.NO_CONSENT_LAPSED.format(names="、".join(waited))
        tell_reviewers(scene, current.place_id, f"star_lapsed:{current.id}", text)
    return True


def _tell_notice(scene: Scene, current: RoundRow, dates: RoundDates, ready: list[AwardRow]) -> None:
    until = dates.announce_at
    areas = {award.area_id for award in ready}
    for account, home in audience(scene, current.place_id).items():
        line = [] if home is None else scene.places.line_of(home)
        own = next((place for place in line if place in areas), None)
        text = notice_text(scene, ready, until, own)
        tell(scene, [account], f"star_notice:{current.id}:{account}", "star", text, again=True)
    for award in ready:
        accounts = followed_accounts(scene.uow, [award.person_id] if award.person_id is not None else [])
        text = words.NOTICE_SELF.format(kind=words.KIND[award.kind], until=_said(scene, until))
        tell(scene, accounts, f"star_noticed:{award.id}", "star_ask", text, again=True)


def _hold(scene: Scene, current: RoundRow) -> bool:
    """A day later again; the secretary hears it each day, the lead the first time."""
    later = current.dates.notice_at
    while later <= scene.now:
        later += timedelta(days=1)
    dates = RoundDates(current.dates.opens_at, current.dates.review_at, later, current.dates.announce_at)
    dates = noticed(dates, later, scene.house.zone, scene.house.rules)
    change_round(scene.uow, current.id, dates, held=current.held + 1)
    text = words.HELD.format(month=words.month_said(current.month), until=_said(scene, later))
    key = f"star_held:{current.id}:{current.held}"
    tell_reviewers(scene, current.place_id, key, text, and_lead=current.held == 0)
    return True


def _end(scene: Scene, current: RoundRow, given_up: bool) -> bool:
    for award in awards(scene.uow, StarAward.round_id == current.id):
        move_award(scene.uow, award.id, AwardMove.LAPSE, ended_at=scene.now)
    change_round(scene.uow, current.id, state=RoundState.EMPTY.value)
    text = (words.GIVEN_UP if given_up else words.EMPTY_AFTER).format(month=words.month_said(current.month))
    tell_reviewers(scene, current.place_id, f"star_empty:{current.id}", text)
    return True


def _announce(scene: Scene, current: RoundRow) -> bool:
    """On the day: what stands is announced; what an objection has stopped follows when it is settled."""
    done = announce(scene, current)
    waiting = awards(scene.uow, StarAward.round_id == current.id, StarAward.state == AwardState.STOPPED.value)
    state = RoundState.ANNOUNCED if done or waiting else RoundState.EMPTY
    change_round(scene.uow, current.id, state=state.value)
    month = words.month_said(current.month)
    if not done:
        names = "、".join(award.name for award in waiting)
        text = (
            words.STOPPED_LEFT.format(count=len(waiting), names=names)
            if waiting
            else words.EMPTY_AFTER.format(month=month)
        )
        tell_reviewers(scene, current.place_id, f"star_empty:{current.id}", text)
    return True


def _said(scene: Scene, at: datetime) -> str:
    return words.moment(at, scene.house.zone)


_STEPS: dict[RoundState, Callable[[Scene, RoundRow], bool]] = {
    RoundState.PLANNED: _open,
    RoundState.NOMINATING: _review,
    RoundState.REVIEWING: _notice,
    RoundState.NOTICE: _announce,
}
"""What is done when a round's instant has come."""
