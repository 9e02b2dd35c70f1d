"""What is said of shifts, signing up and giving a place back."""

from governance.duty.admission import Refused
from handlers.context import Context, Here
from handlers.duty.outcomes import shifts as found
from handlers.duty.texts.words import lead_called, line, said_of, what, when
from handlers.outcomes import says
from storage.duty.shifts import Filled, ShiftRow

BIND_FIRST = "打卡、报到和值班要先确认身份。请回复“绑定 姓名 手机后四位”，例如：绑定 张三 1234。"
HOW_TO_SIGN_UP = "报名请回复“报名”加班次号，例如：报名 {n}。看我的值班，回复：我的值班。"
NO_SHIFTS = "{when}没有可以报名的班次。回复“值班表”看近期全部班次。"
SHIFTS_HEAD = "值班表{when}（班次号　时间　地点　已报/名额）："
MORE_SHIFTS = "……还有 {count} 个班次，可以加上日期或站点再查，例如：值班表 周六"
NO_SUCH_SHIFT = "没有班次 {n}。回复“值班表”看班次号。"
NEED_NUMBER = "请带上班次号，回复“值班表”可看班次号。"
CANCELLED_SHIFT = "班次 {n}（{what}）已经取消。"
WHICH_SHIFT = "您说的是哪个班次？请带上班次号，例如：{verb} {n}\n{listed}"
NO_OWN_SHIFTS = "您还没有值班安排。回复“值班表”看班次，回复“报名”加班次号报名。"
MY_SHIFTS_HEAD = "您的值班："
SIGNED_UP = (
    "报名成功：{what}，班次号 {n}。\n开始前会提醒您；到岗请扫站点二维码或发位置打卡。不能来请提前取消：取消值班 {n}"
)
WITH_OTHERS = "\n名额按一人一个记；您说一共来 {people} 人，已告诉{lead}。"
STOOD_BY = "班次 {n}（{what}）名额已满，您排在候补第 {place} 位。有人退出会按顺序自动替补，并马上通知您。"
ALREADY_ON = "您已经在班次 {n}（{what}）上了，不用重复报名。"
ALREADY_STANDBY = "您已经在班次 {n}（{what}）候补第 {place} 位，不用重复报名。"
FULL_CALL_UP = "感谢响应！班次 {n}（{what}）人已招满，您排在候补第 {place} 位，请先不用出发。"
REFUSED = {
    "started": "班次 {n}（{what}）已经开始，不能再报名。",
    "unqualified": "班次 {n}（{what}）要求有“{need}”资格，您还没有登记。请联系{lead}认定。",
    "overlap": "班次 {n}（{what}）和您的另一个班重叠：{other}，不能同时值。",
    "rest": "班次 {n}（{what}）离您的夜班太近：{other}，前后要休息满 {rest} 小时。",
}
CANCELLED = "已取消您的班次 {n}（{what}）。"
TOO_LATE_TO_CANCEL = (
    "班次 {n}（{what}）离开始不到 {hours} 小时，不能自己取消。可以找人顶：换班 {n} 给 姓名；或联系{lead}。"
)
STARTED_NO_CANCEL = "班次 {n}（{what}）已经开始，不能取消。确实来不了请联系{lead}说明。"
NOTHING_TO_CANCEL = "您没有可以取消的值班。回复“我的值班”查看。"
SHIFT_HEAD = "班次 {n}：{what}"
SHIFT_PEOPLE = "值班（{taken}/{capacity}）：{people}"
SHIFT_WAITING = "候补：{people}"
STATE_WORD = {
    "present": "已到岗",
    "done": "已完成",
    "absent": "缺勤",
    "proposed": "待确认",
    "signed": "",
    "standby": "候补",
}
NOBODY = "还没有人"

QUALIFICATION, WAITS_AT, WITH_STATE = "（需{need}）", "第 {place}", "{name}（{state}）"
MOST = 12


@says
def not_bound(_found: found.NotBound, _here: Here) -> str:
    """How to say who one is."""
    return BIND_FIRST


@says
def needs_number(_found: found.NeedsNumber, _here: Here) -> str:
    """Which shift?"""
    return NEED_NUMBER


@says
def no_such_shift(of: found.NoSuchShift, _here: Here) -> str:
    """There is none."""
    return NO_SUCH_SHIFT.format(n=of.number)


@says
def called_off(of: found.CalledOff, here: Here) -> str:
    """It does not take place."""
    return said_of(CANCELLED_SHIFT, of.row).format(n=of.row.id, what=what(here, of.row))


@says
def which_shift(of: found.WhichShift, here: Here) -> str:
    """Those that could be meant."""
    listed = "\n".join(line(here, row) for row in of.rows[:MOST])
    return WHICH_SHIFT.format(verb=of.label, n=of.rows[0].id, listed=listed)


@says
def no_shifts(of: found.NoShifts, _here: Here) -> str:
    """None then."""
    return NO_SHIFTS.format(when=of.said)


@says
def shifts_listed(of: found.ShiftsListed, here: Here) -> str:
    """Number, when, where, how full; and how to sign up."""
    lines = [line(here, row, f"　{_room(row, full)}") for row, full in of.rows[:MOST]]
    more = [MORE_SHIFTS.format(count=len(of.rows) - MOST)] if len(of.rows) > MOST else []
    head = SHIFTS_HEAD.format(when=of.said and f" {of.said}")
    return "\n".join([head, *lines, *more, HOW_TO_SIGN_UP.format(n=of.free.id)])


@says
def no_own_shifts(_found: found.NoOwnShifts, _here: Here) -> str:
    """How to get one."""
    return NO_OWN_SHIFTS


@says
def own_shifts(of: found.OwnShifts, here: Here) -> str:
    """One's own, with one's state there."""
    return "\n".join([MY_SHIFTS_HEAD, *(line(here, row, _state(state, waits)) for row, state, waits in of.rows[:MOST])])


@says
def shift_shown(of: found.ShiftShown, here: Here) -> str:
    """Who stands there, and who waits."""
    on = [WITH_STATE.format(name=name, state=STATE_WORD[state]) if STATE_WORD[state] else name for name, state in of.on]
    lines = [
        said_of(SHIFT_HEAD, of.row).format(n=of.row.id, what=what(here, of.row)),
        said_of(SHIFT_PEOPLE, of.row).format(
            taken=len(on), capacity=of.row.shift.capacity, people="、".join(on) or NOBODY
        ),
    ]
    return "\n".join(lines + ([SHIFT_WAITING.format(people="、".join(of.waiting))] if of.waiting else []))


@says
def signed_up(of: found.SignedUp, here: Here) -> str:
    """When and where, and what comes next."""
    said = said_of(SIGNED_UP, of.row).format(n=of.row.id, what=what(here, of.row))
    if of.people is None:
        return said
    return said + WITH_OTHERS.format(people=of.people, lead=lead_called(of.lead).removeprefix("站长"))


@says
def stood_by(of: found.StoodBy, here: Here) -> str:
    """The place on the stand-by list."""
    text = FULL_CALL_UP if of.row.call_up else STOOD_BY
    return said_of(text, of.row).format(n=of.row.id, what=what(here, of.row), place=of.place)


@says
def already_on(of: found.AlreadyOn, here: Here) -> str:
    """Once is enough."""
    text = ALREADY_ON if of.waits is None else ALREADY_STANDBY
    return said_of(text, of.row).format(n=of.row.id, what=what(here, of.row), place=of.waits)


@says
def not_admitted(of: found.NotAdmitted, here: Here) -> str:
    """Which rule stands in the way."""
    return refused(here, of.row, of.why, of.lead)


@says
def place_given_back(of: found.PlaceGivenBack, here: Here) -> str:
    """One need not come."""
    return said_of(CANCELLED, of.row).format(n=of.row.id, what=what(here, of.row))


@says
def nothing_to_cancel(_found: found.NothingToCancel, _here: Here) -> str:
    """There is nothing."""
    return NOTHING_TO_CANCEL


@says
def too_late_to_cancel(of: found.TooLateToCancel, here: Here) -> str:
    """Whom to talk to."""
    text = STARTED_NO_CANCEL if of.started else TOO_LATE_TO_CANCEL
    hours = here.config.rules.cancel_hours
    return said_of(text, of.row).format(n=of.row.id, what=what(here, of.row), lead=lead_called(of.lead), hours=hours)


def refused(here: Here | Context, row: ShiftRow, why: Refused, lead: str | None) -> str:
    """Why somebody can't have a place."""
    other = when(why.other, here.config.zone) if why.other else ""
    return said_of(REFUSED[why.reason.value], row).format(
        n=row.id, what=what(here, row), need=row.shift.qualification, lead=lead_called(lead), other=other,
        rest=here.config.rules.rest_hours,
    )  # fmt: skip


def _room(row: ShiftRow, full: Filled) -> str:
    need = row.shift.qualification
    return f"{full.taken}/{row.shift.capacity}" + (QUALIFICATION.format(need=need) if need else "")


def _state(state: str, waits: int | None) -> str:
    word = STATE_WORD[state] + (WAITS_AT.format(place=waits) if waits is not None else "")
    return f"　{word}" if word else ""
