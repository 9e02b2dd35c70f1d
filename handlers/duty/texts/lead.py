"""What is said to who leads a station."""

from handlers.context import Here
from handlers.duty.outcomes import lead as found
from handlers.duty.texts.swaps import why_not
from handlers.duty.texts.words import lead_called, said_of, what, when, where
from handlers.outcomes import says

ADD_HOW = "加班次请写：站点、日期、起止时间、人数，例如：加班次 {station} 12月6日 9点到11点 2人"
ADD_PAST = "这个时间已经过去了，请写以后的日期。"
ADDED = "已加班次 {n}：{what}，{capacity} 人。大家可以回复“报名 {n}”。"
STOPPED = "已停班：班次 {n}（{what}），已通知 {count} 人。"
STOP_HOW = "停班请写明原因，例如：停班 {n} 下雪"
NOT_LEAD = "班次 {n} 由{lead}负责，您不能改动。"
ASSIGNED = "已安排{name}值班次 {n}（{what}），已通知本人。"
ASSIGN_CANNOT = "不能安排{name}：{why}"
QUALIFIED = "已认定{name}有“{need}”资格。"
QUALIFIED_BEFORE = "{name}本来就有“{need}”资格。"
QUALIFY_HOW = "认定资格请写姓名和资格，例如：认定 张三 调解"
PLAN_HEAD = "{month}排班建议（还没有通知本人）："
PLAN_LINE = "{n}　{when}　{place}　{name}：{why}"
PLAN_CONFIRM = "同意请回复：确认排班。要换人：安排 {n} 姓名"
PLAN_MORE = "……共 {count} 条，全部见 linli duty plan 打印的表。"
PLAN_NONE = "没有等您确认的排班建议。"
PLAN_CONFIRMED = "已确认 {count} 人次并通知本人。"
PLAN_SKIPPED = "其中 {count} 人次已不合适，没有排上：{listed}"
CODE = "{place} 现在的打卡码：{code}，{until} 前有效（之后会换）。只给在现场的人。"
NOT_THEIR_STATION = "{station}由{lead}负责，您不能在那里加班次，没有加。要加请找{lead}。\n您负责的站点：{listed}"
NO_STATION_LED = "您没有负责的站点。"
WHICH_STATION = "请写明站点，例如：{example}\n现有：{listed}"

SKIPPED_LINE = "{name}（班次 {n}）"
HOW_TO_TIME = " 12月6日 9点到11点 2人"
MOST = 12


@says
def leads_nothing(_found: found.LeadsNothing, _here: Here) -> str:
    """There is none."""
    return NO_STATION_LED


@says
def not_theirs(of: found.NotTheirShift, _here: Here) -> str:
    """Whose it is."""
    return said_of(NOT_LEAD, of.row).format(n=of.row.id, lead=lead_called(of.lead))


@says
def which_station(of: found.WhichStation, _here: Here) -> str:
    """Those that could be meant."""
    example = f"{of.label} {of.stations[0]}{HOW_TO_TIME if of.timed else ''}"
    return WHICH_STATION.format(example=example, listed="、".join(of.stations))


@says
def not_their_station(of: found.NotTheirStation, _here: Here) -> str:
    """Whose it is, and where they may."""
    return NOT_THEIR_STATION.format(station=of.station, lead=lead_called(of.lead), listed="、".join(of.own))


@says
def how_to_add(of: found.HowToAdd, _here: Here) -> str:
    """What is needed."""
    return ADD_HOW.format(station=of.station)


@says
def in_the_past(_found: found.InThePast, _here: Here) -> str:
    """A later day."""
    return ADD_PAST


@says
def added(of: found.ShiftAdded, here: Here) -> str:
    """Its number."""
    return ADDED.format(n=of.row.id, what=what(here, of.row), capacity=of.row.shift.capacity)


@says
def how_to_stop(of: found.HowToStop, _here: Here) -> str:
    """What is needed."""
    return STOP_HOW.format(n=of.number)


@says
def stopped(of: found.ShiftStopped, here: Here) -> str:
    """How many were told."""
    return said_of(STOPPED, of.row).format(n=of.row.id, what=what(here, of.row), count=of.count)


@says
def cannot_assign(of: found.CannotAssign, here: Here) -> str:
    """Why not."""
    return ASSIGN_CANNOT.format(name=of.name, why=why_not(of.why, of.row, here))


@says
def assigned(of: found.Assigned, here: Here) -> str:
    """Who stands where."""
    return said_of(ASSIGNED, of.row).format(name=of.name, n=of.row.id, what=what(here, of.row))


@says
def how_to_qualify(_found: found.HowToQualify, _here: Here) -> str:
    """What is needed."""
    return QUALIFY_HOW


@says
def qualified(of: found.Qualified, _here: Here) -> str:
    """Who is trained for what."""
    return (QUALIFIED if of.new else QUALIFIED_BEFORE).format(name=of.name, need=of.qualification)


@says
def nothing_proposed(_found: found.NothingProposed, _here: Here) -> str:
    """There is nothing."""
    return PLAN_NONE


@says
def plan_shown(of: found.PlanShown, here: Here) -> str:
    """Each proposal with its reason, and how to confirm them."""
    lines = [
        PLAN_LINE.format(
            n=row.id, when=when(row.shift, here.config.zone), place=where(here, row), name=name, why=place.why
        )
        for place, row, name in of.lines[:MOST]
    ]
    more = [PLAN_MORE.format(count=len(of.lines))] if len(of.lines) > MOST else []
    first = of.lines[0][1]
    head = PLAN_HEAD.format(month=f"{first.day.month}月")
    return "\n".join([head, *lines, *more, PLAN_CONFIRM.format(n=first.id)])


@says
def plan_confirmed(of: found.PlanConfirmed, _here: Here) -> str:
    """How many stand, and who fits no more."""
    text = PLAN_CONFIRMED.format(count=of.count)
    if not of.skipped:
        return text
    listed = "、".join(SKIPPED_LINE.format(name=name, n=n) for name, n in of.skipped[:MOST])
    return text + PLAN_SKIPPED.format(count=len(of.skipped), listed=listed)


@says
def station_code(of: found.StationCode, here: Here) -> str:
    """The code and until when it is good."""
    return CODE.format(place=of.station, code=of.code, until=f"{of.until.astimezone(here.config.zone):%H:%M}")
