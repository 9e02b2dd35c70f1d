"""What is said of dealing with alliances."""

from governance.milestones import Standing
from handlers.alliance import words
from handlers.alliance.outcomes import (
    AgreementLine,
    AgreementsShown,
    LectureKnown,
    LectureLacks,
    LectureNotYet,
    LectureRecorded,
    MilestoneLine,
    MilestonePictureKept,
    MilestoneProved,
    NobodyWaits,
    NoMilestoneForPicture,
    NoSide,
    NoSuchMilestone,
    NoSuchPairing,
    NoSuchUnit,
    PairingLine,
    PairingsShown,
    ProofWanted,
    UnitGone,
    WhichMilestone,
    WhichPairing,
)
from handlers.context import Here
from handlers.outcomes import says
from handlers.texts.work import day, moment

NO_SIDE = "您还没有登记为党支部书记或单位联络员，看不到结对。请联系社区书记登记；登记过的请先绑定身份：回复“绑定 姓名 手机后四位”。"
NO_SIDE_KNOWN = "您不是结对支部的书记，也不是单位的联络员，看不到结对。有疑问请找社区书记。"
NO_PAIRINGS = "您的支部现在没有结对。想结对请找社区书记。"
PAIRINGS_FIRST = "您有{count}个结对，{following}"
FOLLOWING, NOTHING_FOLLOWS = "下一步是{line}；完成后回复：节点 {n} 完成 做了什么。", "眼下没有待完成的节点。"
PAIRING = "\n结对 {n}：{ours} — {theirs}\n今年党课{lectures}次，协议{agreements}份{open}"
OPEN = "，待完成：{listed}"
MORE = "\n还有{count}项没有列出，完整的请看后台“共建联盟”。"
NO_AGREEMENTS = "您的结对还没有在执行的共建协议。"
AGREEMENTS_FIRST = "共建协议{count}份，{following}"
AGREEMENT = "\n{kind}《{title}》（与{whom}，到{ends}）：完成{done}/{of}"
MILESTONE = "\n· {mark}{line}"
LINE = "节点 {n}“{title}”（{due}到期，{owner}）"
LATE_MARK = "【逾期】"
LECTURE_LACKS = {
    "topic": "党课讲的什么主题？请回复主题，例如：社区治理怎么做",
    "people": "这次党课有多少人参加？请回复人数，例如：30人",
}
LECTURE_NOT_YET = "{day}还没到，党课上完了再登记。已经上过的请写清日期，例如：党课 11月20日 主题 社区治理 30人。"
LECTURE_KNOWN = "{day}的党课“{topic}”（与{whom}）已经登记过了，不用再登记。"
LECTURE_RECORDED = "已登记党课：{day}“{topic}”，{people}人{teacher}（与{whom}）。这是今年第{count}次。"
TEACHER = "，主讲{name}"
WHICH_PAIRING = "是和哪个支部上的党课？请回复结对编号，例如：{n}\n{listed}"
NO_SUCH_PAIRING = "没有您的结对 {n}。回复“我的结对”看编号。"
WHICH_MILESTONE = "是哪个节点？请回复编号，例如：{n}\n{listed}"
PROOF_WANTED = "节点 {n}“{title}”做成了什么？请用一句话说明，例如：已为3户老人修好水管；之后可以再发照片。"
NO_SUCH_MILESTONE, NOTHING_OPEN = (
    "没有您的节点 {n}。回复“共建协议”看编号。",
    "您现在没有待完成的节点。回复“共建协议”看各份协议。",
)
PROVED_BEFORE = "节点 {n}“{title}”{by}已经登记完成{at}，不用再登记。"
ENDED_BEFORE = "节点 {n}“{title}”所在的协议已经终止，不用再做。回复“共建协议”看在执行的。"
BY, AT = "由{who}", "（{at}）"
PROVED = "节点 {n}“{title}”已登记完成{late}，已告诉双方。{pictures}{following}"
LATE, PICTURES, PICTURE_WANTED = "（晚于约定日期）", "收下照片{count}张。", "有照片请现在发来，一起留档。"
NEXT = "\n下一步：{line}。"
PICTURE_KEPT = "照片已放进节点 {n}“{title}”，共{count}张。还有可以接着发。"
NO_MILESTONE = "没有等您发照片的节点。先回复：节点 编号 完成 做了什么，再发照片。"
UNIT_GONE = "{name}已退出共建：撤销支部{branches}个，结束结对{pairings}个，双方都会收到通知。"
NO_SUCH_UNIT = "没有找到共建单位“{called}”，它可能已经退出。请写单位编号。"


def line(milestone: MilestoneLine) -> str:
    """节点 12“修水管”（12月10日到期，周虚构）."""
    return LINE.format(n=milestone.number, title=milestone.title, due=day(milestone.due_on), owner=milestone.owner)


@says
def no_side(found: NoSide, _here: Here) -> str:
    """Whom to ask."""
    return NO_SIDE_KNOWN if found.known else NO_SIDE


@says
def pairings_shown(found: PairingsShown, _here: Here) -> str:
    """What comes next first, then pairing by pairing."""
    if not found.lines:
        return NO_PAIRINGS
    waiting = [each for pairing in found.lines for each in pairing.open]
    first = PAIRINGS_FIRST.format(count=len(found.lines) + found.more, following=_following(waiting))
    more = MORE.format(count=found.more) if found.more else ""
    return first + "".join(_pairing(each) for each in found.lines) + more


def _following(waiting: list[MilestoneLine]) -> str:
    if not waiting:
        return NOTHING_FOLLOWS
    first = min(waiting, key=lambda each: (each.due_on, each.number))
    return FOLLOWING.format(line=_mark(first) + line(first), n=first.number)


def _pairing(each: PairingLine) -> str:
    listed = "、".join(_mark(one) + line(one) for one in each.open)
    return PAIRING.format(
        n=each.number, ours=each.ours, theirs=each.theirs, lectures=each.lectures, agreements=each.agreements,
        open=OPEN.format(listed=listed) if listed else "。",
    )  # fmt: skip


def _mark(milestone: MilestoneLine) -> str:
    return LATE_MARK if milestone.standing is Standing.LATE else ""


@says
def agreements_shown(found: AgreementsShown, _here: Here) -> str:
    """How far each is, with what of it is still open."""
    if not found.lines:
        return NO_AGREEMENTS
    waiting = [each for agreement in found.lines for each in agreement.milestones if _waits(each)]
    first = AGREEMENTS_FIRST.format(count=len(found.lines) + found.more, following=_following(waiting))
    more = MORE.format(count=found.more) if found.more else ""
    return first + "".join(_agreement(each) for each in found.lines) + more


def _waits(milestone: MilestoneLine) -> bool:
    return milestone.standing in (Standing.LATE, Standing.AHEAD)


def _agreement(each: AgreementLine) -> str:
    counted = [one for one in each.milestones if one.standing is not Standing.DROPPED]
    waiting = [one for one in counted if _waits(one)]
    head = AGREEMENT.format(
        kind=words.kind_said(each.kind), title=each.title, whom=each.with_whom, ends=day(each.ends_on),
        done=len(counted) - len(waiting), of=len(counted),
    )  # fmt: skip
    return head + "".join(MILESTONE.format(mark=_mark(one), line=line(one)) for one in waiting)


@says
def lecture_lacks(found: LectureLacks, _here: Here) -> str:
    """What is to be said."""
    return LECTURE_LACKS[found.lacks]


@says
def lecture_not_yet(found: LectureNotYet, _here: Here) -> str:
    """Its day is still to come."""
    return LECTURE_NOT_YET.format(day=day(found.day))


@says
def lecture_known(found: LectureKnown, _here: Here) -> str:
    """Nothing was counted twice."""
    return LECTURE_KNOWN.format(day=day(found.day), topic=found.topic, whom=found.with_whom)


@says
def lecture_recorded(found: LectureRecorded, _here: Here) -> str:
    """What stands in the year now."""
    teacher = TEACHER.format(name=found.teacher) if found.teacher else ""
    return LECTURE_RECORDED.format(
        day=day(found.day),
        topic=found.topic,
        people=found.people,
        teacher=teacher,
        whom=found.with_whom,
        count=found.count,
    )


@says
def which_pairing(found: WhichPairing, _here: Here) -> str:
    """Each with its number."""
    listed = "\n".join(f"{number} {name}" for number, name in found.pairings)
    return WHICH_PAIRING.format(n=found.pairings[0][0], listed=listed)


@says
def no_such_pairing(found: NoSuchPairing, _here: Here) -> str:
    """None that runs."""
    return NO_PAIRINGS if found.number is None else NO_SUCH_PAIRING.format(n=found.number)


@says
def which_milestone(found: WhichMilestone, _here: Here) -> str:
    """Each with its number and day."""
    listed = "\n".join(line(each) for each in found.milestones)
    return WHICH_MILESTONE.format(n=found.milestones[0].number, listed=listed)


@says
def proof_wanted(found: ProofWanted, _here: Here) -> str:
    """What was done?"""
    return PROOF_WANTED.format(n=found.number, title=found.title)


@says
def no_such_milestone(found: NoSuchMilestone, _here: Here) -> str:
    """None of theirs."""
    return NOTHING_OPEN if found.number is None else NO_SUCH_MILESTONE.format(n=found.number)


@says
def nobody_waits(found: NobodyWaits, here: Here) -> str:
    """Who was quicker, or that it has ended."""
    if found.by is None:
        return ENDED_BEFORE.format(n=found.number, title=found.title)
    at = "" if found.at is None else AT.format(at=moment(found.at, here.config.zone, here.now))
    return PROVED_BEFORE.format(n=found.number, title=found.title, by=BY.format(who=found.by), at=at)


@says
def milestone_proved(found: MilestoneProved, _here: Here) -> str:
    """It is done; a picture may follow, and what comes next."""
    return PROVED.format(
        n=found.number, title=found.title, late=LATE if found.late else "",
        pictures=PICTURES.format(count=found.pictures) if found.pictures else PICTURE_WANTED,
        following=NEXT.format(line=line(found.following)) if found.following is not None else "",
    )  # fmt: skip


@says
def picture_kept(found: MilestonePictureKept, _here: Here) -> str:
    """How many lie there."""
    return PICTURE_KEPT.format(n=found.number, title=found.title, count=found.count)


@says
def no_milestone_for_picture(_found: NoMilestoneForPicture, _here: Here) -> str:
    """Words first."""
    return NO_MILESTONE


@says
def unit_gone(found: UnitGone, _here: Here) -> str:
    """What has ended with it."""
    return UNIT_GONE.format(name=found.name, branches=found.branches, pairings=found.pairings)


@says
def no_such_unit(found: NoSuchUnit, _here: Here) -> str:
    """By its code."""
    return NO_SUCH_UNIT.format(called=found.called)
