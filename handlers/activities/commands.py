"""What can be asked of activities, besides signing up, which is that of shifts. `shift`: the number of the activity's time.

What is said of them is read under the name of 活动 (understanding.activity_said), so that these stand here without examples.
"""

from dataclasses import dataclass
from datetime import datetime

from governance.activities.kinds import ActivityKind, Score
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent

RUN_DUTY = PERMISSIONS[Act.RUN_DUTY]


@command("退订名额", Intent.ENROL, effect=Effect.BINDING)
@dataclass(frozen=True)
class GiveBackPlaces:
    """Give a unit's places back, up to the day before; `unit`: its name or code, where the sender speaks for several."""

    shift: int | None = slot("活动号", default=None)
    unit: str = slot("单位", default="")


@command("预订名额", Intent.ENROL, effect=Effect.REVERSIBLE, back=GiveBackPlaces)
@dataclass(frozen=True)
class BookPlaces:
    """Hold so many places in all for a unit's people, by who speaks for it, or who runs the duty there."""

    shift: int | None = slot("活动号", default=None)
    people: int | None = slot("人数", default=None)
    unit: str = slot("单位", default="")


@command("登记实到", Intent.ENROL, effect=Effect.BINDING)
@dataclass(frozen=True)
class RecordArrivals:
    """Note how many of a unit's people came; said again it is put right."""

    shift: int | None = slot("活动号", default=None)
    people: int | None = slot("实到人数", default=None)
    unit: str = slot("单位", default="")


@command("我的活动", Intent.ENROL, effect=Effect.NONE)
@dataclass(frozen=True)
class ShowMyActivities:
    """Where the sender or their unit will take part, and where they took part this year."""


@command("看比赛结果", Intent.ENROL, effect=Effect.NONE)
@dataclass(frozen=True)
class ShowContestResults:
    """Who took which place in a contest, once it is told; without a number in the last one."""

    shift: int | None = slot("活动号", default=None)


@command("评价活动", Intent.ENROL, effect=Effect.BINDING)
@dataclass(frozen=True)
class RateActivity:
    """Say how an activity was, once, when it is over. `said`: in own words, which who opened it is told."""

    shift: int | None = slot("活动号", default=None)
    score: Score | None = slot("评价", default=None)
    said: str = slot("原话", default="")


@command("组织活动", Intent.ENROL, effect=Effect.BINDING, roles=RUN_DUTY)
@dataclass(frozen=True)
class OpenActivity:
    """A lecture, a visit, a talk … with places; all who have enrolled there hear of it.

    `said`: the words that it was told in; what they lack is asked for, one thing at a time.
    """

    kind: ActivityKind = slot("类别")
    title: str = slot("名称", default="")
    spot: str = slot("地点", default="")
    starts_at: datetime | None = slot("开始", default=None)
    ends_at: datetime | None = slot("结束", default=None)
    people: int | None = slot("名额", default=None)
    place: int | None = slot("所在地", default=None)
    said: str = slot("原话", default="")


@command("活动加一场", Intent.ENROL, effect=Effect.BINDING, roles=RUN_DUTY)
@dataclass(frozen=True)
class AddActivityTime:
    """Another day or hour of the same activity, with places of its own. `shift`: a time that it has."""

    shift: int = slot("活动号")
    starts_at: datetime | None = slot("开始", default=None)
    ends_at: datetime | None = slot("结束", default=None)
    people: int | None = slot("名额", default=None)


@command("定报名截止", Intent.ENROL, effect=Effect.REVERSIBLE, roles=RUN_DUTY)
@dataclass(frozen=True)
class SetEnrolmentEnd:
    """Nobody enrols in a contest, or books places on it, after this instant."""

    shift: int = slot("活动号")
    until: datetime | None = slot("报名截止", default=None)


@command("记比赛名次", Intent.ENROL, effect=Effect.REVERSIBLE, roles=RUN_DUTY)
@dataclass(frozen=True)
class WriteContestResult:
    """Write which place a unit, or somebody who signed up, took; said again it is put right, until it is told."""

    shift: int = slot("活动号")
    who: str = slot("单位或参赛人", default="")
    place: int | None = slot("第几名", default=None)
    award: str = slot("奖项", default="")


@command("公布比赛结果", Intent.ENROL, effect=Effect.BINDING, roles=RUN_DUTY)
@dataclass(frozen=True)
class TellContestResults:
    """Tell the places to everybody who took part, and to their units; once."""

    shift: int = slot("活动号")
