"""Shifts, in words: lists, sign-ups, swaps, reminders, attendance."""

from datetime import date
from zoneinfo import ZoneInfo

from governance.duty.shifts import Shift

WEEKDAYS = "一二三四五六日"

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
MOVED_UP = "有人退出，您已从候补转为值班：{what}，班次号 {n}。不能来请回复：取消值班 {n}"
LEAD_FREE = "班次 {n}（{what}）有人退出，现在缺 {missing} 人，没有候补。"
LEAD_OF_STATION, LEAD_OF_COMMUNITY = "站长{name}", "社区工作人员"
SWAP_WHO = "换班 {n} 给谁？请回复对方姓名；谁都可以就回复“都可以”。"
SWAP_ASKED = "已向{name}发出换班请求：{what}，班次号 {n}。对方同意后才算数，同意前还是您值班。"
SWAP_OPEN = "已向 {count} 位能值这个班的同事发出换班请求：{what}，班次号 {n}。先应答的算数，之前还是您值班。"
SWAP_NOBODY = "现在没有别的人能值班次 {n}（{what}）：资格、时间或联系不上。请联系{lead}。"
SWAP_REQUEST = "{who}想请您顶班：{what}，班次号 {n}。愿意请回复：{answer}"
SWAP_REQUEST_CLOSED = "不方便请回复：不同意换班 {n}"
SWAP_DONE = "换班成功，班次 {n}（{what}）由您值班。"
SWAP_DONE_TOLD = "{who}已接下您的班次 {n}（{what}），您不用去了。"
SWAP_REFUSED = "好的，已告诉对方您不方便。"
SWAP_REFUSED_TOLD = "{who}不方便顶班次 {n}（{what}），还是由您值班。可以换别人：换班 {n} 给 姓名"
SWAP_GONE = "没有等您答复的换班请求，可能已有人接下或对方撤回了。"
SWAP_WITHDRAWN = "已撤回换班请求，班次 {n}（{what}）还是由您值班。"
SWAP_NONE = "您没有发出过等待答复的换班请求。"
SWAP_CANNOT = "不能换给{name}：{why}"
SWAP_WHY = {
    "started": "班次已经开始",
    "unqualified": "对方没有“{need}”资格",
    "overlap": "对方同一时间已有值班",
    "rest": "离对方的夜班太近，休息不满 {rest} 小时",
    "on": "对方已经在这个班上",
    "away": "对方还没有绑定微信，收不到请求",
    "self": "那是您自己",
    "nobody": "名册里没有这个人",
    "several": "叫这个名字的有好几位，请写编号",
}
SWAP_ONLY_SIGNED = "只有已报上名、还没开始的班才能换。回复“我的值班”查看。"
REMIND_EVENING = "明天值班提醒：{what}，班次号 {n}。不能来请尽快找人顶：换班 {n}"
REMIND_SOON = "值班快开始了：{what}。到岗请扫站点二维码或发位置打卡。"
REMIND_TODAY = "今天值班提醒：{what}，班次号 {n}。"
NOT_THERE_YET = "{who}还没有到岗打卡：{what}，班次号 {n}。"
NO_SHOW_LEAD = "{who}没有到岗：{what}，班次号 {n}，已记缺勤。情况不符请更正：更正工时 {n} 姓名 时长 原因"
NO_SHOW_SELF = "您没有到岗打卡：{what}，已记缺勤。情况不符请联系{lead}更正。"
CONFIRM_HOURS = "班次 {n}（{what}）已结束，{who}到岗但没有签退。确认全程在岗请回复：确认工时 {n}"
HERE = "已到岗打卡：{what}{late}。走时请回复“签退”。"
LATE = "，晚到 {minutes} 分钟"
HERE_ALREADY = "您已经到岗打卡了：{what}。走时请回复“签退”。"
SHOW_THERE = "值班打卡要证明在现场：请扫站点二维码，或发个位置{code}。\n班次：{what}"
OR_CODE = "，或回复“打卡”加站长给的 6 位打卡码"
TOO_EARLY = "还没到打卡时间：{what}，{opens} 起可以打卡。"
TOO_FAR = "您的位置离{place}约 {distance}，要在 {most} 米以内才能打卡。到了再发一次位置，或扫现场的二维码。"
SCAN_NEEDS_MORE = "这里的二维码可能被拍照转发，还请发个位置，或回复“打卡”加现场的 6 位打卡码。"
WRONG_CODE = "打卡码不对或已过期，请问站长要现在的 6 位打卡码。"
CODE = "{place} 现在的打卡码：{code}，{until} 前有效（之后会换）。只给在现场的人。"
NO_STATION_LED = "您没有负责的站点。"
WHICH_STATION = "请写明站点，例如：{example}\n现有：{listed}"
CHECKED_OUT = "已签退：{what}{early}，计时长 {hours}。辛苦了！本月累计 {total}。"
EARLY = "，早走 {minutes} 分钟"
NOT_CHECKED_IN = "您现在没有到岗打卡的值班，不用签退。"
ADD_HOW = "加班次请写：站点、日期、起止时间、人数，例如：加班次 {station} 12月6日 9点到11点 2人"
ADD_PAST = "这个时间已经过去了，请写以后的日期。"
ADDED = "已加班次 {n}：{what}，{capacity} 人。大家可以回复“报名 {n}”。"
STOPPED = "已停班：班次 {n}（{what}），已通知 {count} 人。"
STOPPED_TOLD = "您的值班取消了：{what}，班次号 {n}。原因：{reason}"
STOP_HOW = "停班请写明原因，例如：停班 {n} 下雪"
NOT_LEAD = "班次 {n} 由{lead}负责，您不能改动。"
ASSIGNED = "已安排{name}值班次 {n}（{what}），已通知本人。"
ASSIGNED_TOLD = "{who}安排您值班：{what}，班次号 {n}。不能来请回复：取消值班 {n}"
ASSIGN_CANNOT = "不能安排{name}：{why}"
QUALIFIED = "已认定{name}有“{need}”资格。"
QUALIFIED_BEFORE = "{name}本来就有“{need}”资格。"
QUALIFY_HOW = "认定资格请写姓名和资格，例如：认定 张三 调解"
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
PLAN_HEAD = "{month}排班建议（还没有通知本人）："
PLAN_LINE = "{n}　{when}　{place}　{name}：{why}"
PLAN_CONFIRM = "同意请回复：确认排班。要换人：安排 {n} 姓名"
PLAN_MORE = "……共 {count} 条，全部见 linli duty plan 打印的表。"
PLAN_NONE = "没有等您确认的排班建议。"
PLAN_READY = "{month}排班建议已排好，共 {count} 个班次。查看请回复：排班建议；同意请回复：确认排班"
PLAN_CONFIRMED = "已确认 {count} 人次并通知本人。"
PLAN_SKIPPED = "其中 {count} 人次已不合适，没有排上：{listed}"
PLANNED_TOLD = "给您排了值班：{what}，班次号 {n}。{why}。不能来请回复：取消值班 {n}"
WHY_WISH, WHY_NO_WISH = "合您报到时选的时间", "没有特别想来的人"
WHY_LOAD = "您本月已排 {minutes}，其他能来的人最少 {least}"
WHY_ONLY = "只有您能来"


def day(of: date) -> str:
    """12月5日 周六."""
    return f"{of.month}月{of.day}日 周{WEEKDAYS[of.weekday()]}"


def when(shift: Shift, zone: ZoneInfo) -> str:
    """12月5日 周六 09:00-11:00, or 22:00-次日06:00."""
    begin, end = shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone)
    next_day = "" if end.date() == begin.date() else "次日"
    return f"{day(begin.date())} {begin:%H:%M}-{next_day}{end:%H:%M}"


def hours(minutes: int) -> str:
    """2小时30分."""
    sign, minutes = ("-" if minutes < 0 else ""), abs(minutes)
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{sign}{rest}分钟"
    return f"{sign}{whole}小时" + (f"{rest}分" if rest else "")


def distance(metres: float) -> str:
    """约 320 米, 5.0 公里."""
    return f"{metres:.0f} 米" if metres < 1000 else f"{metres / 1000:.1f} 公里"


def why(wished: bool, minutes: int, least: int, could: int) -> str:
    """Why somebody was chosen for a shift."""
    if could == 1:
        return WHY_ONLY
    return f"{WHY_WISH if wished else WHY_NO_WISH}，{WHY_LOAD.format(minutes=hours(minutes), least=hours(least))}"
