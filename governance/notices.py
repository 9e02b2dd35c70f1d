"""Kinds of pushes: what group each belongs to, how urgent it is, whether it may come at night."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from governance.rules import Rules


class Group(StrEnum):
    """What a person may choose not to hear of."""

    NEWS = "news"
    """How one's own report gets on."""
    WORK = "work"
    """What one has to do."""
    REMINDER = "reminder"
    BRIEF = "brief"
    AREA = "area"
    """What is told to all who live somewhere: water cut off, a road closed."""


MUTABLE = frozenset({Group.NEWS, Group.REMINDER, Group.BRIEF, Group.AREA})
"""What is to be done can't be muted, nor what is owed at once."""


@dataclass(frozen=True)
class Kind:
    """`priority`: 0 goes first. `by_night`: a danger, or what was asked for at that hour. `answers`: it answers what somebody
    wrote, and reaches them at any hour while they are awake. `event`: about many reports of one matter, and comes the more often.
    `topic`: what of its group it is about, where that may be muted by itself.
    """

    group: Group
    priority: int = 5
    by_night: bool = False
    answers: bool = False
    event: bool = False
    topic: str = ""


class NoticeKind(StrEnum):
    """Everything that is pushed."""

    HAZARD = "hazard"
    NEWS = "news"
    PHOTO = "photo"
    RATE = "rate"
    CLOSED = "closed"
    LOOK_BACK = "look_back"
    REMIND = "remind"
    LATE = "late"
    VERY_LATE = "very_late"
    BRIEF = "brief"
    DUTY_REMIND = "duty_remind"
    CALL_UP = "call_up"
    CAMPAIGN = "campaign"
    STAR = "star"
    STAR_ASK = "star_ask"
    AREA_WATER = "area_water"
    AREA_POWER = "area_power"
    AREA_GAS = "area_gas"
    AREA_HEATING = "area_heating"
    AREA_ROAD = "area_road"
    AREA_LIFT = "area_lift"
    AREA_OTHER = "area_other"
    ALIKE = "alike"
    ALARM = "alarm"
    """The product itself is in trouble, gravely, or is well again: to the administrators."""
    UPKEEP = "upkeep"
    """How the product itself is, where that can wait for the morning: to the administrators."""
    ALLIANCE = "alliance"
    """What the other side of a pairing has done: to both."""
    ARTICLE = "article"
    """To residents: an article of their community or the subdistrict."""
    APPOINTMENT = "appointment"
    """In a service hall, tomorrow: to whoever has it."""
    ATTACK = "attack"
    """Somebody tries the doors: to the administrators."""
    BINDING = "binding"
    BY_HAND = "by_hand"
    CASE_STANDS = "case_stands"
    """How a case of the government services stands: to who has asked."""
    CASES = "cases"
    """To residents: the vote on the year's cases has begun, or is counted."""
    COUNCIL = "council"
    COUNCIL_CALL = "council_call"
    """To the members of a council: a meeting, a vote, minutes; to whom it gives something to do."""
    COUNCIL_LATE = "council_late"
    """To who has to do what a council resolved, or has to write what it said: soon, or too late."""
    COUNCIL_NEWS = "council_news"
    """To who proposed or supports a topic: what became of it."""
    CREW = "crew"
    DECIDED = "decided"
    DOUBT = "doubt"
    DRAFT = "draft"
    DRAW = "draw"
    DUTY = "duty"
    EVENT = "event"
    """Many reports of one matter: to those who decide on it and work on it."""
    EVENT_NEWS = "event_news"
    """The one answer to all who reported it."""
    EVALUATION = "evaluation"
    """The yearly evaluation of units, pairings and projects: to those who answer for them, and to who settles objections."""
    EXTENDED = "extended"
    EXTENSION = "extension"
    GIVEN = "given"
    GONE = "gone"
    LEAD = "lead"
    LEAVE = "leave"
    MERGED = "merged"
    PLATFORM_SILENT = "platform_silent"
    """A connected platform has not been heard of: to the administrators."""
    PATROL_DUE = "patrol_due"
    """To a building leader who has not walked round this week, where who answers for the grid wants them reminded."""
    PROJECT = "project"
    """Projects and lists: to units and to those who run them."""
    PROJECT_NEWS = "project_news"
    """How a need or a reported matter gets on that is a project: to whom it concerns."""
    REASON = "reason"
    REJECTED = "rejected"
    RELAY = "relay"
    REOPENED = "reopened"
    REPLY = "reply"
    SECOND_EYES = "second_eyes"
    RESUME = "resume"
    RETURNED = "returned"
    SIGN_IN = "sign_in"
    SUPERVISE = "supervise"
    TAKE_ON = "take_on"
    """A call for help at once, and what became of it."""
    SURVEY = "survey"
    """To whom a survey asks: its first question."""
    SURVEY_NEWS = "survey_news"
    """To who answered a survey: what was done about it."""
    SURVEY_OVER = "survey_over"
    """To who made it: it has ended."""
    TAKEN = "taken"
    THING = "thing"
    """A thing fails again and again, or is not looked at: to the grid head."""
    THING_CODE = "thing_code"
    """What can be said of a thing whose code was just scanned: to who scanned it."""
    UNDONE = "undone"
    URGE = "urge"
    URGENCY = "urgency"
    VERIFY = "verify"
    VISIT = "visit"
    """Whom to visit: to those who go."""
    WARNING = "warning"
    """Of the weather: to those who answer for grids, communities and the subdistrict."""
    WITHDRAWN = "withdrawn"
    YOURS_AGAIN = "yours_again"


AREA = "area_"
"""What the kinds of notices to an area begin with; the rest is what they are about (governance.area_notices.AreaKind)."""
_WORK = Kind(Group.WORK, 3)
KINDS: dict[NoticeKind, Kind] = {
    NoticeKind.HAZARD: Kind(Group.WORK, 0, by_night=True),
    NoticeKind.NEWS: Kind(Group.NEWS, 5, answers=True),
    NoticeKind.EVENT: Kind(Group.WORK, 2, event=True),
    NoticeKind.EVENT_NEWS: Kind(Group.NEWS, 4, answers=True),
    NoticeKind.COUNCIL_NEWS: Kind(Group.NEWS, 5, answers=True),
    NoticeKind.COUNCIL_LATE: Kind(Group.WORK, 2),
    NoticeKind.PHOTO: Kind(Group.NEWS, 6, answers=True),
    NoticeKind.RATE: Kind(Group.NEWS, 5, answers=True),
    NoticeKind.RELAY: Kind(Group.WORK, 3, answers=True),
    NoticeKind.REPLY: Kind(Group.WORK, 3, answers=True),
    NoticeKind.EXTENDED: Kind(Group.WORK, 3, answers=True),
    NoticeKind.DECIDED: Kind(Group.WORK, 3, answers=True),
    NoticeKind.CLOSED: Kind(Group.NEWS, 6),
    NoticeKind.LOOK_BACK: Kind(Group.NEWS, 6),
    NoticeKind.REMIND: Kind(Group.REMINDER, 4),
    NoticeKind.LATE: Kind(Group.REMINDER, 2),
    NoticeKind.VERY_LATE: Kind(Group.REMINDER, 2),
    NoticeKind.BRIEF: Kind(Group.BRIEF, 7),
    NoticeKind.DUTY_REMIND: Kind(Group.REMINDER, 4),
    NoticeKind.PATROL_DUE: Kind(Group.REMINDER, 5),
    NoticeKind.CALL_UP: Kind(Group.WORK, 1, by_night=True),
    NoticeKind.ATTACK: Kind(Group.WORK, 1, by_night=True),
    NoticeKind.ALARM: Kind(Group.WORK, 1, by_night=True),
    NoticeKind.UPKEEP: Kind(Group.WORK, 2),
    NoticeKind.WARNING: Kind(Group.WORK, 2),
    NoticeKind.SIGN_IN: Kind(Group.WORK, 0, by_night=True),
    NoticeKind.CAMPAIGN: Kind(Group.BRIEF, 7),
    NoticeKind.STAR: Kind(Group.BRIEF, 7),
    NoticeKind.STAR_ASK: Kind(Group.WORK, 4),
    NoticeKind.SECOND_EYES: Kind(Group.WORK, 2),
    NoticeKind.PROJECT_NEWS: Kind(Group.NEWS, 5, answers=True),
    NoticeKind.TAKE_ON: Kind(Group.WORK, 1, by_night=True),
    NoticeKind.CASE_STANDS: Kind(Group.NEWS, 4, answers=True),
    NoticeKind.APPOINTMENT: Kind(Group.REMINDER, 4),
    NoticeKind.ARTICLE: Kind(Group.AREA, 7),
    NoticeKind.CASES: Kind(Group.AREA, 7),
    NoticeKind.SURVEY: Kind(Group.AREA, 6),
    NoticeKind.THING_CODE: Kind(Group.NEWS, 4, answers=True),
    NoticeKind.SURVEY_NEWS: Kind(Group.AREA, 6),
    **{
        kind: Kind(Group.AREA, 6, topic=kind.value.removeprefix(AREA))
        for kind in NoticeKind
        if kind.value.startswith(AREA)
    },
}
"""What is not here is work of the usual urgency."""
_NAMES = frozenset(kind.value for kind in NoticeKind)


def kind_of(name: str) -> Kind:
    """What a push's kind is; one of an earlier release is work."""
    return KINDS.get(NoticeKind(name), _WORK) if name in _NAMES else _WORK


def is_muted(name: str, muted: str) -> bool:
    """Whether somebody who muted these (groups and topics, joined by commas) hears nothing of such a push."""
    kind, words = kind_of(name), muted.split(",")
    return kind.group in MUTABLE and (kind.group.value in words or (bool(kind.topic) and kind.topic in words))


def quiet_until(now: datetime, zone: ZoneInfo, rules: Rules) -> datetime | None:
    """When the quiet hours that run now are over (UTC); None while it is day."""
    local = now.astimezone(zone)
    begin, end = _clock(rules.quiet_from_minute), _clock(rules.quiet_until_minute)
    if begin <= local.time() or local.time() < end:
        day = local.date() + timedelta(days=1 if local.time() >= begin else 0)
        return datetime.combine(day, end, zone).astimezone(UTC)
    return None


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
