"""What is said of activities."""

from governance.activities.bookings import Refusal
from governance.activities.feedback import NotNow
from governance.activities.texts import KIND, SCORE
from handlers.activities import outcomes as found
from handlers.context import Here
from handlers.duty.texts.words import lead_called, what
from handlers.outcomes import says

NO_ACTIVITY = "没有活动 {n}。回复“活动”看现有活动和编号。"
NO_NUMBER = "请写活动编号，例如：预订 12 20人。回复“活动”看编号。"
HOW_MANY = "预订 {n} 要写几个人（1 到 999），例如：预订 {n} 20人。"
HOW_MANY_CAME = "实到 {n} 要写来了几个人，例如：实到 {n} 18人。"
NO_UNIT = "您不是单位的联络员，不能替单位办。自己参加请回复：报名 {n}；单位要名额请由联络员办，或联系社区登记联络员。"
NO_SUCH_UNIT = "没有您能办的单位“{named}”。请写单位全名，或联系社区登记联络员。自己参加请回复：报名 {n}。"
WHICH_UNIT = "请写上是哪个单位，例如：{example} {first}\n您能办的：{listed}"
NOT_BY_UNITS = "召集 {n}（{what}）先到先得，不按单位订。能来请回复：报名 {n}。"
BOOKED = "已给{unit}订 {people} 个名额，活动 {n}：{what}。还剩 {left} 个。"
CHANGED = "{unit}的名额已从 {before} 个改成 {people} 个，活动 {n}：{what}。还剩 {left} 个。"
SAME = "{unit}本来就订了 {people} 个名额，活动 {n}：{what}。还剩 {left} 个，不用重复订。"
NEXT_BOOKED = "\n改人数：预订 {n} 人数；不要了最晚前一天：退订 {n}；当天到了：实到 {n} 人数。"
REFUSED = {
    Refusal.STARTED: "活动 {n}（{what}）已经开始，名额不能再改。",
    Refusal.TOO_MANY: "活动 {n} 名额不够，没有订上：{unit}最多能订 {most} 个{now}。",
    Refusal.ENROLMENT_OVER: "活动 {n}（{what}）的报名已经截止，没有订上{now}。可以看别的活动：活动",
    Refusal.TAKEN: "活动 {n}（{what}）这一场已有单位订了，没有订上。请看别的场次：活动",
    Refusal.ONE_EACH: "活动 {n} 没有订上：一家单位一场，{unit}已经订了活动 {most}。要换请先回复：退订 {most}",
    Refusal.TOO_LATE: "活动 {n}（{what}）的名额最晚前一天退，今天不能退了。来不了请告诉{lead}。",
}
NONE_LEFT = "活动 {n} 名额已满，没有订上：{what}{now}。可以看别的活动：活动"
HOLDS, WAITS = "（现在订着 {held} 个，没有变）", "，前面还有 {waiting} 人候补"
NOTHING_BOOKED = "{unit}在活动 {n}（{what}）没有订名额。要订请回复：预订 {n} 人数。"
GIVEN_BACK = "已退订活动 {n}：{unit}的 {people} 个名额（{what}）。"
ARRIVALS = "已记活动 {n}：{unit}实到 {came} 人（订 {booked} 人）。记错了再发一次：实到 {n} 人数"
TOO_EARLY = "活动 {n}（{what}）还没开始，到了现场再登记实到人数。"
TOO_LATE = "活动 {n}（{what}）结束超过一天，实到人数不能再改。有疑问请联系社区。"
RATE_HOW = "活动 {n} 怎么样？请回复：评价活动 {n} 好、评价活动 {n} 一般 或 评价活动 {n} 不好"
CANNOT_RATE = {
    NotNow.NOT_OVER: "活动 {n}（{what}）还没结束，结束后再评价。",
    NotNow.NOT_THERE: "活动 {n}（{what}）没有您到场的记录，不能评价。到场了没记上请联系社区更正。",
    NotNow.TWICE: "活动 {n}（{what}）您已经评价过了，一人一次。谢谢！",
}
RATED = "谢谢！已记下您对活动 {n}（{what}）的评价：{score}。"
NO_ACTIVITIES = "您今年还没有参加活动。回复“活动”看现有活动，回复“报名”加编号报名。"
MINE = "您今年参加了 {been} 场活动{missed}，接下来有 {coming} 场。看现有活动：活动"
MISSED = "（另有 {count} 场报了名没到）"
COMING, BEEN, OF_UNITS = "\n接下来：", "\n参加过：", "\n单位订的名额："
LINE = "\n{n}　{what}{more}"
STANDBY, UNRATED = "　候补", "　还没评价"
RATED_LINE = "　评价：{score}"
UNIT_LINE = "\n{n}　{what}　{unit} {people} 个{came}"
CAME = "，实到 {came} 人"
MORE = "\n……还有 {count} 场。"
MOST = 6
OPEN_HOW = "组织{kind}请写全：名称、以后的日期、起止时间、名额，例如：发起活动 {kind} 红色故事 地点 将军馆 12月6日 9点到11点 20人"
PAST = "这个时间已经过去了。"
OPENED = "活动 {n} 已发起：{what}，名额 {people} 个，已通知 {told} 人。看进展请回复：活动 {n}"
TIME_ADDED = "活动加了一场，编号 {n}：{what}，名额 {people} 个。报名请回复：报名 {n}"
ACTIVITY = "活动"


@says
def no_such_activity(of: found.NoSuchActivity, _here: Here) -> str:
    """Where the numbers stand."""
    return NO_NUMBER if of.number is None else NO_ACTIVITY.format(n=of.number)


@says
def how_many_places(of: found.HowManyPlaces, _here: Here) -> str:
    """How to say it."""
    return (HOW_MANY_CAME if of.arrived else HOW_MANY).format(n=of.row.id)


@says
def speaks_for_no_unit(of: found.SpeaksForNoUnit, _here: Here) -> str:
    """Who books for a unit, and how one takes part oneself."""
    return (NO_SUCH_UNIT if of.named else NO_UNIT).format(n=of.row.id, named=of.named)


@says
def which_unit(of: found.WhichUnit, _here: Here) -> str:
    """Those that could be meant."""
    return WHICH_UNIT.format(example=of.verb.format(n=of.row.id), first=of.names[0], listed="、".join(of.names))


@says
def not_by_units(of: found.NotByUnits, here: Here) -> str:
    """How one comes."""
    return NOT_BY_UNITS.format(n=of.row.id, what=what(here, of.row))


@says
def places_booked(of: found.PlacesBooked, here: Here) -> str:
    """How many now, and what can be changed."""
    text = BOOKED if not of.before else SAME if of.before == of.people else CHANGED
    said = text.format(
        unit=of.unit, people=of.people, before=of.before, n=of.row.id, what=what(here, of.row), left=of.left
    )
    return said + NEXT_BOOKED.format(n=of.row.id)


@says
def places_refused(of: found.PlacesRefused, here: Here) -> str:
    """Why, and what there is."""
    now = (HOLDS.format(held=of.held) if of.held else "") + (WAITS.format(waiting=of.waiting) if of.waiting else "")
    nothing = of.why.reason is Refusal.TOO_MANY and not of.why.most
    return (NONE_LEFT if nothing else REFUSED[of.why.reason]).format(
        n=of.row.id, what=what(here, of.row), unit=of.unit, most=of.why.most, now=now, lead=lead_called(of.lead)
    )


@says
def nothing_booked(of: found.NothingBooked, here: Here) -> str:
    """How to get some."""
    return NOTHING_BOOKED.format(n=of.row.id, what=what(here, of.row), unit=of.unit)


@says
def places_given_back(of: found.PlacesGivenBack, here: Here) -> str:
    """They are free."""
    return GIVEN_BACK.format(n=of.row.id, what=what(here, of.row), unit=of.unit, people=of.people)


@says
def arrivals_recorded(of: found.ArrivalsRecorded, here: Here) -> str:
    """How many came; when it is over, how it was."""
    said = ARRIVALS.format(n=of.row.id, unit=of.unit, came=of.came, booked=of.booked)
    return f"{said}\n{RATE_HOW.format(n=of.row.id)}" if of.came and of.row.ends_at <= here.now else said


@says
def not_the_time_to_record(of: found.NotTheTimeToRecord, here: Here) -> str:
    """When."""
    return (TOO_EARLY if of.early else TOO_LATE).format(n=of.row.id, what=what(here, of.row))


@says
def how_to_rate(of: found.HowToRate, _here: Here) -> str:
    """The three answers."""
    return RATE_HOW.format(n=of.row.id)


@says
def cannot_rate(of: found.CannotRate, here: Here) -> str:
    """Why not."""
    return CANNOT_RATE[of.why].format(n=of.row.id, what=what(here, of.row))


@says
def activity_rated(of: found.ActivityRated, here: Here) -> str:
    """It is noted."""
    return RATED.format(n=of.row.id, what=what(here, of.row), score=SCORE[of.score])


@says
def my_activities(of: found.MyActivities, here: Here) -> str:
    """What comes first; then what was."""
    if not (of.coming or of.been or of.units or of.missed):
        return NO_ACTIVITIES
    missed = MISSED.format(count=of.missed) if of.missed else ""
    said = MINE.format(been=len(of.been), missed=missed, coming=len(of.coming))
    said += _listed(COMING, [_own(each, here) for each in of.coming])
    said += _listed(OF_UNITS, [_of_unit(each, here) for each in of.units])
    return said + _listed(BEEN, [_own(each, here) for each in of.been])


def _own(part: found.OwnPart, here: Here) -> str:
    more = STANDBY if part.state == "standby" else ""
    if part.state in ("present", "done") and part.row.ends_at <= here.now:
        more = UNRATED if part.score is None else RATED_LINE.format(score=SCORE[part.score])
    return LINE.format(n=part.row.id, what=what(here, part.row), more=more)


def _of_unit(part: found.UnitPart, here: Here) -> str:
    came = "" if part.came is None else CAME.format(came=part.came)
    return UNIT_LINE.format(n=part.row.id, what=what(here, part.row), unit=part.unit, people=part.people, came=came)


def _listed(head: str, lines: list[str]) -> str:
    if not lines:
        return ""
    more = MORE.format(count=len(lines) - MOST) if len(lines) > MOST else ""
    return head + "".join(lines[:MOST]) + more


@says
def how_to_open_activity(of: found.HowToOpenActivity, _here: Here) -> str:
    """What is needed."""
    return (PAST if of.past else "") + OPEN_HOW.format(kind=ACTIVITY if of.kind is None else KIND[of.kind])


@says
def activity_opened(of: found.ActivityOpened, here: Here) -> str:
    """Its number, and how many were told."""
    return OPENED.format(n=of.row.id, what=what(here, of.row), people=of.row.shift.capacity, told=of.told)


@says
def activity_time_added(of: found.ActivityTimeAdded, here: Here) -> str:
    """Its number."""
    return TIME_ADDED.format(n=of.row.id, what=what(here, of.row), people=of.row.shift.capacity)
