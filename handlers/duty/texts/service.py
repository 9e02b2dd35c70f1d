"""What is said of enrolment, campaigns, call-ups and records, and how to ask for what duty offers."""

from governance.activities.bookings import places_left
from governance.clock import local_day
from handlers.context import Here
from handlers.duty.outcomes import service as found
from handlers.duty.texts.shifts import HOW_TO_SIGN_UP
from handlers.duty.texts.words import day, line, what
from handlers.outcomes import says
from storage.duty.shifts import Filled, ShiftRow

ENROL_WHERE = "到哪个社区报到？请回复社区名，例如：梧桐社区。"
ENROL_UNKNOWN = "没有找到社区“{said}”。请回复社区名，现有：{known}"
ENROLLED = "报到成功：{place}{unit}。{skills}{wishes}"
ENROL_UNIT, ENROL_SKILLS, ENROL_WISHES = "（{unit}）", "特长：{skills}。", "方便的时间：{wishes}。"
ENROL_MORE = "\n请再说说特长和方便的时间，排班会优先照顾，例如：特长 调解、电工 周末上午"
ENROL_ENDED = "已结束报到。"
ENROL_NONE = "您没有在社区报到。"
WISH = {
    "workday_morning": "工作日上午",
    "workday_afternoon": "工作日下午",
    "workday_evening": "工作日晚上",
    "weekend_morning": "周末上午",
    "weekend_afternoon": "周末下午",
    "weekend_evening": "周末晚上",
}
CAMPAIGN_HOW = "发起活动请写：名称、日期、起止时间、人数，例如：发起活动 防汛巡查 12月6日 9点到11点 20人"
CALL_UP_HOW = "请写清要几个人、到哪里、做什么，例如：急需5人到梧桐里1号院搬沙袋，会电工的优先"
CAMPAIGN_OPENED = "活动已发起，编号 {n}：{what}，目标 {goal} 人，已通知 {count} 人。看进展请回复：活动 {n}"
CALLED_UP = (
    "已召集，编号 {n}：{what}，需要 {goal} 人，已通知 {count} 人，先到先得，招满自动停止。看进展请回复：活动 {n}"
)
NOBODY_TOLD = "\n现在没有能通知到又有空的报到人员，请另外联系。"
NO_CAMPAIGN = "没有活动 {n}。回复“活动”看现有活动。"
NO_CAMPAIGNS = "现在没有活动。"
NONE_CALLED = "没有叫“{called}”的活动。"
CAMPAIGNS_HEAD = "活动（编号　时间　名称　已报/目标）："
CAMPAIGN_PROGRESS = "活动 {n}：{what}\n已报 {taken}/{goal} 人，候补 {waiting} 人。"
LEFT, FULL = "，剩 {left}", "，已满可候补"
PLACES_LEFT = "还剩 {left} 个名额，参加请回复：报名 {n}"
NO_PLACES_LEFT = "名额已满，还可以排候补：报名 {n}"
CAMPAIGN_UNITS = "按单位：{units}"
NO_UNIT = "未填单位"
RECORD_HOW = {
    "mediation": "请用一句话说：当事人，什么事，结果。例如：3楼和4楼两家，夜里太吵，双方和好",
    "repair": "请用一句话说：修的什么，结果。例如：台灯，换了灯泡已修好",
}
RECORD_REST = {"mediation": "还缺{missing}，请接着说。", "repair": "还缺{missing}，请接着说。"}
RECORD_PARTS = {"parties": "当事人", "matter": "什么事", "outcome": "结果"}
RECORDED = {
    "mediation": "调解已登记：{matter}，结果：{outcome}。当事人和内容加密保存，别人看不到。",
    "repair": "维修已登记：{matter}，{outcome}。",
}
RECORD_WHO = {
    "mediation": "调解记录由在调解站点值班的人登记。您最近没有在那里值班。",
    "repair": "维修记录由在维修站点值班的人登记。您最近没有在那里值班。",
}
NO_RECORDS = "您还没有登记过调解或维修。"
RECORDS_HEAD = "您登记的 {count} 条，最近的："
RECORD_LINE = "{day}　{kind}　{matter}：{outcome}"
RECORD_KIND = {"mediation": "调解", "repair": "维修"}

UNIT_COUNT = "{unit} {count} 人"
MOST_COMMUNITIES, MOST_RECORDS = 12, 8


@says
def enrol_where(_found: found.EnrolWhere, _here: Here) -> str:
    """In which community?"""
    return ENROL_WHERE


@says
def no_such_community(of: found.NoSuchCommunity, here: Here) -> str:
    """Those that there are."""
    known = [here.places.nodes[place].name for place in of.known[:MOST_COMMUNITIES]]
    return ENROL_UNKNOWN.format(said=of.said, known="、".join(known))


@says
def enrolled(of: found.Enrolled, here: Here) -> str:
    """What stands now, and what may still be told."""
    done = ENROLLED.format(
        place=here.places.full_name(of.community),
        unit=ENROL_UNIT.format(unit=of.unit) if of.unit else "",
        skills=ENROL_SKILLS.format(skills="、".join(of.skills)) if of.skills else "",
        wishes=ENROL_WISHES.format(wishes="、".join(WISH[each] for each in of.wishes)) if of.wishes else "",
    )
    return done + ENROL_MORE if of.asks else done


@says
def enrolment_ended(_found: found.EnrolmentEnded, _here: Here) -> str:
    """It is over."""
    return ENROL_ENDED


@says
def not_enrolled(_found: found.NotEnrolled, _here: Here) -> str:
    """There was none."""
    return ENROL_NONE


@says
def how_to_call_up(_found: found.HowToCallUp, _here: Here) -> str:
    """What is needed."""
    return CALL_UP_HOW


@says
def how_to_open_campaign(_found: found.HowToOpenCampaign, _here: Here) -> str:
    """What is needed."""
    return CAMPAIGN_HOW


@says
def campaign_opened(of: found.CampaignOpened, here: Here) -> str:
    """Its number, and how many were told."""
    text = CALLED_UP if of.row.call_up else CAMPAIGN_OPENED
    said = text.format(n=of.row.id, what=what(here, of.row), goal=of.row.goal, count=of.told)
    return said + NOBODY_TOLD if of.row.call_up and not of.told else said


@says
def no_such_campaign(of: found.NoSuchCampaign, _here: Here) -> str:
    """There is none."""
    return NO_CAMPAIGN.format(n=of.number)


@says
def campaigns_listed(of: found.CampaignsListed, here: Here) -> str:
    """What runs, and how to sign up."""
    missing = [NONE_CALLED.format(called=of.called)] if of.called else []
    if not of.rows:
        return "".join([*missing, NO_CAMPAIGNS])
    lines = [line(here, row, f"　{full.taken}/{row.shift.capacity}{_left(row, full)}") for row, full in of.rows]
    return "\n".join([*missing, CAMPAIGNS_HEAD, *lines, HOW_TO_SIGN_UP.format(n=of.rows[0][0].id)])


def _left(row: ShiftRow, full: Filled) -> str:
    left = places_left(row.shift.capacity, full.taken, full.waiting)
    return LEFT.format(left=left) if left else FULL


@says
def campaign_shown(of: found.CampaignShown, here: Here) -> str:
    """How many come, by unit."""
    head = CAMPAIGN_PROGRESS.format(
        n=of.row.id, what=what(here, of.row), taken=of.full.taken, goal=of.row.goal, waiting=of.full.waiting
    )
    left = places_left(of.row.shift.capacity, of.full.taken, of.full.waiting)
    head += (PLACES_LEFT if left else NO_PLACES_LEFT).format(n=of.row.id, left=left)
    units = "、".join(UNIT_COUNT.format(unit=unit or NO_UNIT, count=count) for unit, count in of.units)
    return f"{head}\n{CAMPAIGN_UNITS.format(units=units)}" if units else head


@says
def not_yours_to_record(of: found.NotYoursToRecord, _here: Here) -> str:
    """Who may."""
    return RECORD_WHO[of.kind]


@says
def record_lacks(of: found.RecordLacks, _here: Here) -> str:
    """What is missing."""
    if of.whole:
        return RECORD_HOW[of.kind]
    return RECORD_REST[of.kind].format(missing="、".join(RECORD_PARTS[part] for part in of.missing))


@says
def recorded(of: found.Recorded, _here: Here) -> str:
    """It is written down."""
    return RECORDED[of.kind].format(matter=of.matter, outcome=of.outcome)


@says
def records_listed(of: found.RecordsListed, here: Here) -> str:
    """The newest of them."""
    if not of.rows:
        return NO_RECORDS
    lines = [
        RECORD_LINE.format(
            day=day(local_day(each.at, here.config.zone)), kind=RECORD_KIND[each.kind], matter=each.matter,
            outcome=each.outcome,
        )
        for each in of.rows[:MOST_RECORDS]
    ]  # fmt: skip
    return "\n".join([RECORDS_HEAD.format(count=len(of.rows)), *lines])
