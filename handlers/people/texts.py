"""What is said about who somebody is, who serves whom, and leave."""

from datetime import date

from governance.roles import Role
from governance.texts import LINE, ROLE
from handlers.context import Here
from handlers.outcomes import says
from handlers.people.outcomes import (
    AbsenceBegun,
    AbsenceEnded,
    AbsenceHow,
    AbsenceOfAnother,
    BindHow,
    Bound,
    HeldPost,
    HomeChosen,
    HomeUnknown,
    IdentityCard,
    Invited,
    InviteSignInAnew,
    InviteWhom,
    NoAbsence,
    NobodyNamed,
    NotBound,
    NotMatched,
    Servant,
    Unbound,
    WasNotAway,
    WasNotBound,
    WhichHome,
    WhyNoAbsence,
    WhyNotBound,
)
from handlers.texts.callings import calling_lines, first_steps
from handlers.texts.people import HOW_TO_BIND, HOW_TO_LEAVE, NOBODY_NAMED, post_line

ALREADY_BOUND = "您已经绑定好了：{who}。"
BOUND_ELSE = "这个微信已经绑定{who}。要改绑，请回复：改绑 姓名 手机后四位"
NOT_MATCHED = "没有对上，请核对姓名和登记手机的后四位。今天还可以试 {left} 次；也可以请社区书记给您一个邀请码。"
TRIED_TOO_OFTEN = "今天试的次数太多了，请明天再试，或请社区书记给您一个邀请码。"
SEVERAL_MATCH = "有 {count} 位同名且尾号相同，请社区书记给您一个邀请码，回复“绑定 邀请码”即可。"
PERSON_LEFT = "名册上{who}已经离任，不能绑定。如果有误，请联系社区书记更新名册。"
BOUND_BY_ANOTHER = "{who}已经绑定了另一个微信。换微信请社区书记或管理员给您一个邀请码，回复“绑定 邀请码”即可。"
ONLY_BY_CODE = (
    "{who}是管理员，不能凭姓名绑定，要用邀请码："
    "由另一位管理员回复“邀请 姓名”取得，或在服务器上运行 linli person invite 人员编号。"
)
BAD_CODE = "邀请码不对、已用过或已过期。今天还可以试 {left} 次，请核对，或请社区书记重新给一个。"
MOVED_AWAY = "{who}的身份已改绑到另一个微信，这个微信不再有工作权限。如果不是您本人操作，请马上联系社区书记。"
NOT_BOUND = "这个微信没有绑定身份，不用解除。"
UNBOUND = "已解除绑定：{who}。需要时回复“绑定 姓名 手机后四位”。"
ANONYMOUS = "您现在是居民身份，没有绑定名册。"
NO_HOME = "还没有选楼栋：回复“我住”加小区和楼栋，或扫楼栋二维码，以后上报就不用再写地点。"
HOME = "您的楼栋：{place}"
HOME_CHOSEN = "记住了，您住{place}。以后上报不用再写楼栋，例如：3楼楼道灯坏了"
HOME_UNKNOWN = "名册里没有找到“{said}”。请写小区和楼栋，例如：我住梧桐里1号院1幢；也可以扫楼栋二维码。"
ABSENCE_OF_ANOTHER = (
    "请假要由本人说，这次没有登记。请{of}本人发：请假 日期 由{me}代岗，登记后派给{of}的单子会转到您这里。\n"
    "急的话，{of}手上的单子可以先改派给您：改派 编号 给{me}"
)
HOME_SEVERAL = "有几处都像，您住哪一处？请回复全名：\n{listed}"
HOME_WHICH = "{yard}有 {count} 栋楼，您住几幢？请写全，例如：我住{first}"
NOBODY_SERVES = "名册里还没有写明这里的网格员，可以直接上报，街道会派人处理。"
LEFT_NOTE = "（名册显示已离任）"
INVITED = "{who}的邀请码：{code}\n{days}天内有效，只能用一次。请转告本人：关注“邻里”后回复“绑定 {code}”。"
INVITE_SIGN_IN = "邀请码能绑定别人的身份，在后台要在登录后 15 分钟内发。请重新登录后台再发，或在手机微信里发。"
INVITE_WHOM = "请写明邀请谁，例如：邀请 王样本（同名时写人员编号，例如：邀请 R00002）"
LEAVE_PAST = "请假的日子已经过了，请重新写日期。"
LEAVE_TOO_LONG = "一次最多请假 {most} 天；更长的请让社区书记更新名册。"
LEAVE_OVERLAPS = "您 {days} 已经请过假（{stand_in}代岗）。要改，请先回复“销假”。"
STAND_IN_SELF = "代岗的人不能是自己，请写另一位同事。"
STAND_IN_NO_STAFF = "{who}在名册里没有工作岗位，不能代岗，请写另一位同事。"
STAND_IN_AWAY = "{who}那几天也请假了，请写另一位同事。"
LEAVE_BEGUN = "已记下：您 {days} 请假，由{stand_in}代岗，这期间的上报会直接告诉TA。提前回来请回复“销假”。"
LEAVE_NOTICE = "{who} {days} 请假，由您代岗，期间的上报会发给您。"
LEAVE_ENDED = "已销假，欢迎回来。今后的上报重新发给您。"
LEAVE_ENDED_NOTICE = "{who}已销假，您的代岗结束。"
NO_LEAVE = "您没有请假，不用销假。"

_NOT_BOUND = {
    WhyNotBound.TRIED_TOO_OFTEN: TRIED_TOO_OFTEN,
    WhyNotBound.SEVERAL: SEVERAL_MATCH,
    WhyNotBound.LEFT: PERSON_LEFT,
    WhyNotBound.SAME: ALREADY_BOUND,
    WhyNotBound.BOUND_ELSE: BOUND_ELSE,
    WhyNotBound.BOUND_BY_ANOTHER: BOUND_BY_ANOTHER,
    WhyNotBound.ONLY_BY_CODE: ONLY_BY_CODE,
}
_NO_ABSENCE = {
    WhyNoAbsence.PAST: LEAVE_PAST,
    WhyNoAbsence.TOO_LONG: LEAVE_TOO_LONG,
    WhyNoAbsence.OVERLAPS: LEAVE_OVERLAPS,
    WhyNoAbsence.STAND_IN_SELF: STAND_IN_SELF,
    WhyNoAbsence.STAND_IN_NO_STAFF: STAND_IN_NO_STAFF,
    WhyNoAbsence.STAND_IN_AWAY: STAND_IN_AWAY,
}


@says
def identity_card(found: IdentityCard, here: Here) -> str:
    """Who the sender is here: identity, roles, building, and who looks after it."""
    note = LEFT_NOTE if found.left else ""
    lines = [ANONYMOUS if found.name is None else f"您的身份：{found.name}{note}", *map(held_post, found.posts)]
    lines += calling_lines(found.callings, {post.role for post in found.posts})
    if found.home is None:
        return "\n".join([*lines, NO_HOME])
    serving = [servant(each) for each in found.serving] or [NOBODY_SERVES]
    return "\n".join([*lines, HOME.format(place=here.places.full_name(found.home)), *serving])


def held_post(post: HeldPost) -> str:
    """One of a person's roles."""
    return post_line(post.role, post.where, LINE[post.line] if post.line else None)


def servant(found: Servant) -> str:
    """One of those who look after a place; the name of staff is public, a leader's is not."""
    leads = found.role is Role.BUILDING_LEADER
    shown = surname_title(found.name, found.role) if leads else f"{ROLE[found.role]}：{found.name}"
    return f"· {shown}" + (f"（代{found.for_name[:1]}{ROLE[found.role]}）" if found.for_name else "")


def surname_title(name: str, role: Role) -> str:
    """王样本 as 王楼栋长: how neighbours call each other."""
    short = {Role.BUILDING_LEADER: "楼栋长", Role.COMMUNITY_SECRETARY: "书记"}.get(role, ROLE[role])
    return f"{name[:1]}{short}"


@says
def bind_how(_found: BindHow, _here: Here) -> str:
    """How to bind."""
    return HOW_TO_BIND


@says
def bound(found: Bound, _here: Here) -> str:
    """绑定成功."""
    roles = {post.role for post in found.posts}
    is_too, steps = calling_lines(found.callings, roles), first_steps(found.callings, roles)
    return "\n".join(
        [f"绑定成功：{found.name}", *map(held_post, found.posts), *is_too, *steps, "回复“我的身份”随时可看。"]
    )


@says
def not_matched(found: NotMatched, _here: Here) -> str:
    """How often may still be tried."""
    return (BAD_CODE if found.by_code else NOT_MATCHED).format(left=found.left)


@says
def not_bound(found: NotBound, _here: Here) -> str:
    """What keeps it from being bound, and what to do."""
    return _NOT_BOUND[found.why].format(who=found.name, count=found.count)


@says
def unbound(found: Unbound, _here: Here) -> str:
    """已解除绑定."""
    return UNBOUND.format(who=found.name)


@says
def was_not_bound(_found: WasNotBound, _here: Here) -> str:
    """Nothing to unbind."""
    return NOT_BOUND


@says
def home_chosen(found: HomeChosen, here: Here) -> str:
    """记住了."""
    return HOME_CHOSEN.format(place=here.places.full_name(found.place))


@says
def home_unknown(found: HomeUnknown, _here: Here) -> str:
    """No such building."""
    return HOME_UNKNOWN.format(said=found.said)


@says
def which_home(found: WhichHome, here: Here) -> str:
    """Which of the buildings?"""
    names = [here.places.full_name(place) for place in found.places]
    if found.yard is not None:
        return HOME_WHICH.format(yard=here.places.full_name(found.yard), count=found.count, first=names[0])
    return HOME_SEVERAL.format(listed="\n".join(f"· {name}" for name in names))


@says
def invited(found: Invited, _here: Here) -> str:
    """The code, and what to do with it."""
    return INVITED.format(who=found.name, code=found.code, days=found.days)


@says
def invite_sign_in_anew(_found: InviteSignInAnew, _here: Here) -> str:
    """Where to do it."""
    return INVITE_SIGN_IN


@says
def invite_whom(_found: InviteWhom, _here: Here) -> str:
    """Whom?"""
    return INVITE_WHOM


@says
def nobody_named(found: NobodyNamed, _here: Here) -> str:
    """No such person."""
    return NOBODY_NAMED.format(name=found.name)


@says
def absence_of_another(found: AbsenceOfAnother, _here: Here) -> str:
    """What they are to say, and what the sender may do now."""
    return ABSENCE_OF_ANOTHER.format(of=found.of, me=found.me)


@says
def absence_how(_found: AbsenceHow, _here: Here) -> str:
    """How to go on leave."""
    return HOW_TO_LEAVE


@says
def no_absence(found: NoAbsence, _here: Here) -> str:
    """Why not, and what would do."""
    days = "" if found.days is None else day_span(*found.days)
    return _NO_ABSENCE[found.why].format(who=found.name, stand_in=found.name, days=days, most=found.most)


@says
def absence_begun(found: AbsenceBegun, _here: Here) -> str:
    """已记下."""
    return LEAVE_BEGUN.format(days=leave_span(found.days, found.hours), stand_in=found.stand_in)


@says
def absence_ended(_found: AbsenceEnded, _here: Here) -> str:
    """已销假."""
    return LEAVE_ENDED


@says
def was_not_away(_found: WasNotAway, _here: Here) -> str:
    """Nothing to end."""
    return NO_LEAVE


def leave_span(days: tuple[date, date], hours: tuple[int, int] | None) -> str:
    """11月25日至27日; 11月25日 17:00至21:00."""
    return day_span(*days) if hours is None else f"{day_span(*days)} {hour_span(hours)}"


def hour_span(hours: tuple[int, int], to: str = "至") -> str:
    """17:00至21:00."""
    return to.join(f"{minute // 60:02d}:{minute % 60:02d}" for minute in hours)


def day_span(first: date, last: date) -> str:
    """11月25日至27日."""
    if first == last:
        return f"{first.month}月{first.day}日"
    end = f"{last.day}日" if (first.year, first.month) == (last.year, last.month) else f"{last.month}月{last.day}日"
    return f"{first.month}月{first.day}日至{end}"
