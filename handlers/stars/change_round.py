"""推迟评选, 本月不评: a community puts its round off, or skips a month, with a reason."""

import re
from datetime import timedelta

from governance.stars.round_dates import RoundDates
from governance.stars.states import AwardMove, RoundState
from handlers.duty.members import Member
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.stars.areas import led_communities
from handlers.stars.reviewers import reviewer
from handlers.texts import stars as words
from handlers.turn import Turn
from handlers.work.finding import said
from storage.accounts import following
from storage.audit import Deed, note
from storage.models import Nomination, StarAward, StarRound
from storage.stars.awards import awards, move_award
from storage.stars.nominations import nominations
from storage.stars.rounds import RoundRow, change_round, running_rounds
from understanding.numerals import number_of

MOST_DAYS = 15
LONGEST_REASON = 200
_DAYS = re.compile(r"(?P<days>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:天|日)[\s,，:：]*")
_BEFORE = (RoundState.PLANNED, RoundState.NOMINATING, RoundState.REVIEWING)


def delay(turn: Turn) -> Reply:
    """推迟评选 2天 原因: what is still to come is so many days later."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    current, rest = _meant(turn, who)
    if isinstance(current, Reply):
        return current
    found = _DAYS.search(rest)
    reason = _DAYS.sub("", rest, count=1).strip(" ,，:：。")
    days = (2 if found["days"] == "两" else number_of(found["days"])) if found else 0
    if not 0 < days <= MOST_DAYS or not reason:
        return Reply(words.DELAY_HOW.format(most=MOST_DAYS))
    dates = _later(current, days)
    change_round(turn.uow, current.id, dates, reason=reason[:LONGEST_REASON], changed_by=who.person_id)
    note(turn.uow, turn.account.id, Deed("star.delay", f"round:{current.id}", f"{days} days"), turn.now)
    zone = turn.config.zone
    return Reply(
        words.DELAYED.format(
            community=turn.places.full_name(current.place_id), month=words.month_said(current.month), days=days, reason=reason,
            review=words.moment(dates.review_at, zone), notice=words.moment(dates.notice_at, zone),
            announce=words.moment(dates.announce_at, zone),
        )
    )  # fmt: skip


def skip(turn: Turn) -> Reply:
    """本月不评 原因: the round ends before anything is public; who has nominated is told."""
    who = reviewer(turn)
    if isinstance(who, Reply):
        return who
    current, reason = _meant(turn, who)
    if isinstance(current, Reply):
        return current
    if not reason:
        return Reply(words.SKIP_HOW)
    change_round(
        turn.uow, current.id, state=RoundState.SKIPPED.value, reason=reason[:LONGEST_REASON], changed_by=who.person_id
    )
    note(turn.uow, turn.account.id, Deed("star.skip", f"round:{current.id}"), turn.now)
    month = words.month_said(current.month)
    for award in awards(turn.uow, StarAward.round_id == current.id):
        move_award(turn.uow, award.id, AwardMove.LAPSE, ended_at=turn.now)
        accounts = [row.account_id for row in nominations(turn.uow, Nomination.award_id == award.id)]
        text = words.SKIPPED_TOLD.format(month=month, name=award.name, reason=reason[:LONGEST_REASON])
        tell(turn, following(turn.uow, accounts), f"star_skipped:{award.id}", "star", text)
    community = turn.places.full_name(current.place_id)
    return Reply(words.SKIPPED.format(community=community, month=month, reason=reason))


def _meant(turn: Turn, who: Member) -> tuple[RoundRow, str] | tuple[Reply, str]:
    """The running round that the sender means (their own community's, or the one they name), locked; and the rest of the words."""
    rest, led = said(turn), led_communities(turn, who.terms)
    named = [place for place in led if turn.places.nodes[place].name in rest]
    for place in named:
        rest = rest.replace(turn.places.nodes[place].name, "").strip(" ,，:：")
    places = named or led
    if len(places) > 1:
        return Reply(words.WHICH_COMMUNITY.format(example=turn.places.nodes[places[0]].name)), rest
    found = running_rounds(
        turn.uow, StarRound.place_id.in_(places), StarRound.state.in_([state.value for state in _BEFORE]), lock=True
    )
    return (found[0], rest) if found else (Reply(words.ROUND_NONE), rest)


def _later(current: RoundRow, days: int) -> RoundDates:
    """What has begun stays; the steps after move together."""
    by, dates = timedelta(days=days), current.dates
    opens = dates.opens_at + by if current.state is RoundState.PLANNED else dates.opens_at
    review = dates.review_at if current.state is RoundState.REVIEWING else dates.review_at + by
    return RoundDates(opens, review, dates.notice_at + by, dates.announce_at + by)
