"""What is said of notices to those who write them, agree to them, and ask for them."""

from governance.area_notices import NoticeState, Way
from governance.texts import ROLE
from handlers.area_notices import words
from handlers.area_notices.outcomes import (
    AnnouncedThere,
    Changed,
    Ended,
    EndsBeforeItBegins,
    IsAnnounced,
    Line,
    NoSuchNotice,
    NotForStaff,
    Notices,
    NoticeStands,
    SecondAsked,
    Sending,
    TellWhat,
    TellWhere,
    TimeIsPast,
    Told,
    WhatTime,
    WhichNotice,
    Withheld,
)
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts.work import moment

TELL_WHAT = "要通知居民什么？请连地点、时间和内容一起说，例如：通知梧桐里1号院明天上午9点到11点停水"
TELL_WHERE = "要通知的是哪里？像是：{places}。请写全小区和楼栋，再说一遍。没有发给任何人。"
NO_SUCH_PLACE = "没找到“{said}”。请写名册里的小区、楼栋或社区名。没有发给任何人。"
NOT_FOR_STAFF = (
    "没有写成通知，也没有发给任何人：通知是发给住户的，不能只发给{whom}。\n"
    "要告诉住户，请说：通知 小区名 时间和内容；要找{whom}，请用工作群或电话。"
)
TIME_IS_PAST = "这个时间（{at}）已经过了，没有发给任何人。请写以后的时间，再说一遍。"
ENDS_BEFORE = "结束（{ends}）早于开始（{starts}），没有发给任何人。请改好时间，再说一遍。"
WAY = {
    Way.CUSTOM: "公众号消息（48小时内来过消息）", Way.NOTICE: "模板或订阅通知", Way.WECOM: "企业微信",
    Way.KEPT: "暂时联系不上，下次来消息时带给他们", Way.MUTED: "退订了这类通知", Way.UNFOLLOWED: "取消了关注",
}  # fmt: skip
NOBODY = (
    "这个范围里还没有登记住址的关注账号，没有人会收到推送。发了以后，仍会登在公开页面上，有人来问、来报时照此答复。"
)
SECOND_ASKED = "通知 {number} 要发给 {n} 人，已请{people}过目，点了“可以发”就发出。"
NOBODY_TO_ASK = (
    "通知 {number} 要发给 {n} 人，要另一位负责人同意，但现在联系不上有权限的人。请当面请他们在后台“通知”一页同意。"
)
LOOK_AT = "{name} 要发一条通知给 {n} 人，请您过目：\n{said}\n可以就点“可以发”。"
MAY, MAY_NOT = "可以发 {number}", "先别发 {number}"
SENDING = "好，通知 {number} 开始发，共 {n} 人。回复“通知列表”看发到哪了。\n恢复了请回复：结束通知 {number}"
SENDING_NOBODY = "好，通知 {number} 已发布。没有人要推送，来问、来报的会照此答复。\n恢复了请回复：结束通知 {number}"
HELD = "现在是免打扰时间，{at} 开始发。"
AGREED = "{name} 同意了通知 {number}，开始发，共 {n} 人。恢复了请回复：结束通知 {number}"
WITHHELD_BY = "{name} 没有同意发通知 {number}。{why}"
BECAUSE = "原因：{why}"
WITHHELD = "通知 {number} 不发了，没有发给任何人。"
CHANGED = "通知 {number} 的时间改为{when}，正在告诉收到过的 {n} 人。"
ENDED, CANCELLED = "通知 {number} 结束了，正在告诉收到过的 {n} 人。", "通知 {number} 取消了，正在告诉收到过的 {n} 人。"
VOIDED = "通知 {number} 作废了，正在告诉收到过的 {n} 人：这件事没有取消，以 {other} 为准。\n整件事不办了请回复：结束通知 {other}"
BESIDE = "\n同一件事还有通知 {other} 没有结束；也结束的话请回复：结束通知 {other}"
STATE = {
    NoticeState.DRAFT: "还没发", NoticeState.SENDING: "正在发", NoticeState.SENT: "已发", NoticeState.OVER: "已结束",
    NoticeState.WITHHELD: "不发了",
}  # fmt: skip
WORD = {"first": "通知", "start": "快开始时", "end": "到点时", "change": "改时间", "clear": "结束或取消"}
"""What was told of a notice, by the name of the word."""
STANDS = "通知 {number} 现在是“{state}”{by}，不用再办一次。"
STANDS_BY = "（{name} {at}）"
NO_SUCH = "没有找到您能办的通知“{said}”。回复“通知列表”看有哪些。"
WHICH, NONE_AT_HAND = (
    "是哪一条通知？请带上编号：",
    "现在没有等着您办的通知。要发新的，例如：通知梧桐里1号院明天9点到11点停水",
)
WHAT_TIME = (
    "通知 {number} 要改什么？改时间，例如：改通知 {number} 明天10点到16点；改内容，例如：就写明天停水，请提前接水"
)
NONE_ANNOUNCED = "现在没有停水停电之类的通知。"
LISTED = "· {number} {head}（{state}）"
PROGRESS = "　发 {n} 人：已到 {sent}，等着发 {waiting}，下次来消息时带上 {kept}"
IS_ANNOUNCED = (
    "这个已经知道了，不用再报：\n{said}\n\n要是别的问题（比如漏水，或者只有您家这样），回复“不是”，马上登记。"
)
ANNOUNCED_THERE = "{notices}\n\n没有解答您的问题？请回复“转人工”，马上登记给社区工作人员。"
MOST_LISTED = 8


def taps(number: str) -> list[str]:
    """Yes and no to a notice that somebody else wrote."""
    return [MAY.format(number=number), MAY_NOT.format(number=number)]


def agreed(notice: Told, name: str, people: int) -> str:
    """To whoever wrote it."""
    return AGREED.format(name=name, number=notice.number, n=people)


def withheld_by(notice: Told, name: str, why: str) -> str:
    """To whoever wrote it: by whom, and why."""
    return WITHHELD_BY.format(name=name, number=notice.number, why=BECAUSE.format(why=why) if why else "")


def look_at(notice: Told, name: str, people: int, here: Here) -> str:
    """To whoever is asked to look at it."""
    return LOOK_AT.format(name=name, n=people, said=words.announced(notice, here))


@says
def tell_what(_found: TellWhat, _here: Here) -> str:
    """With an example."""
    return TELL_WHAT


@says
def tell_where(found: TellWhere, here: Here) -> str:
    """Those that it may be."""
    if not found.places:
        return NO_SUCH_PLACE.format(said=found.said)
    return TELL_WHERE.format(places="、".join(here.places.full_name(place) for place in found.places))


@says
def not_for_staff(found: NotForStaff, _here: Here) -> str:
    """Nobody was told, and how to tell whom."""
    return NOT_FOR_STAFF.format(whom=found.whom)


@says
def time_is_past(found: TimeIsPast, here: Here) -> str:
    """Which time was understood."""
    return TIME_IS_PAST.format(at=moment(found.ended_at, here.config.zone, here.now))


@says
def ends_before(found: EndsBeforeItBegins, here: Here) -> str:
    """Both, as they were understood."""
    zone, now = here.config.zone, here.now
    return ENDS_BEFORE.format(starts=moment(found.starts_at, zone, now), ends=moment(found.ends_at, zone, now))


@says
def second_asked(found: SecondAsked, _here: Here) -> str:
    """Who was asked."""
    if not found.asked:
        return NOBODY_TO_ASK.format(number=found.notice.number, n=found.people)
    people = "、".join(f"{ROLE[role]}{name}" for role, name in found.asked)
    return SECOND_ASKED.format(number=found.notice.number, n=found.people, people=people)


@says
def sending(found: Sending, here: Here) -> str:
    """To how many, and how to end it."""
    said = (SENDING if found.people else SENDING_NOBODY).format(number=found.notice.number, n=found.people)
    held = "" if found.held is None else HELD.format(at=moment(found.held, here.config.zone, here.now))
    return "\n".join(filter(None, [said, held]))


@says
def withheld(found: Withheld, _here: Here) -> str:
    """Nobody was told."""
    return WITHHELD.format(number=found.notice.number)


@says
def changed(found: Changed, here: Here) -> str:
    """Its new time."""
    when = words.when(found.notice.starts_at, found.notice.ends_at, here)
    return CHANGED.format(number=found.notice.number, when=when, n=found.people)


@says
def ended(found: Ended, _here: Here) -> str:
    """That those who got it hear of it."""
    if found.void:
        return VOIDED.format(number=found.notice.number, n=found.people, other=found.beside)
    said = (CANCELLED if found.cancelled else ENDED).format(number=found.notice.number, n=found.people)
    return said + (BESIDE.format(other=found.beside) if found.beside else "")


@says
def stands(found: NoticeStands, here: Here) -> str:
    """How, and by whom."""
    by = ""
    if found.by and found.at is not None:
        by = STANDS_BY.format(name=found.by, at=moment(found.at, here.config.zone, here.now))
    return STANDS.format(number=found.number, state=STATE[found.state], by=by)


@says
def no_such_notice(found: NoSuchNotice, _here: Here) -> str:
    """And where they stand."""
    return NO_SUCH.format(said=found.said)


@says
def which_notice(found: WhichNotice, here: Here) -> str:
    """Those that it may be."""
    if not found.notices:
        return NONE_AT_HAND
    return "\n".join([WHICH, *(_line(each, here) for each in found.notices[:MOST_LISTED])])


@says
def what_time(found: WhatTime, _here: Here) -> str:
    """With an example."""
    return WHAT_TIME.format(number=found.number)


@says
def notices(found: Notices, here: Here) -> str:
    """What is announced; to staff with how far each went."""
    if not found.lines:
        return NONE_ANNOUNCED if not found.staff else NONE_AT_HAND
    if not found.staff:
        return "\n\n".join(words.announced(each.notice, here) for each in found.lines[:MOST_LISTED])
    lines = [said for each in found.lines[:MOST_LISTED] for said in (_line(each.notice, here), *_progress(each))]
    return "\n".join(lines)


@says
def is_announced(found: IsAnnounced, here: Here) -> str:
    """It is known; and what to say where it is something else."""
    return IS_ANNOUNCED.format(said=words.announced(found.notice, here))


@says
def announced_there(found: AnnouncedThere, here: Here) -> str:
    """The notices that answer it."""
    said = [
        words.called_off(each, here) if each.state is NoticeState.OVER else words.announced(each, here)
        for each in found.notices
    ]
    return ANNOUNCED_THERE.format(notices="\n\n".join(said))


def _line(notice: Told, here: Here) -> str:
    return LISTED.format(number=notice.number, head=words.head(notice, here), state=STATE[notice.state])


def _progress(line: Line) -> list[str]:
    if not line.pushes:
        return []
    pushes = dict(line.pushes)
    return [PROGRESS.format(n=line.people, **{state: pushes.get(state, 0) for state in ("sent", "waiting", "kept")})]
