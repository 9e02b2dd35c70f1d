"""What the bot says about who somebody is, who serves whom, and leave."""

from datetime import date

from governance.roles import Role
from governance.texts import ROLE

HOW_TO_BIND = (
    "绑定身份请回复：绑定 姓名 手机后四位，例如：绑定 王样本 0002\n"
    "有邀请码的请回复：绑定 邀请码\n"
    "普通居民不用绑定，回复“我住”加小区和楼栋就行，例如：我住梧桐里1号院1幢"
)
ALREADY_BOUND = "您已经绑定好了：{who}。"
BOUND_ELSE = "这个微信已经绑定{who}。要改绑，请回复：改绑 姓名 手机后四位"
NOT_MATCHED = "没有对上，请核对姓名和登记手机的后四位。今天还可以试 {left} 次；也可以请社区书记给您一个邀请码。"
TRIED_TOO_OFTEN = "今天试的次数太多了，请明天再试，或请社区书记给您一个邀请码。"
SEVERAL_MATCH = "有 {count} 位同名且尾号相同，请社区书记给您一个邀请码，回复“绑定 邀请码”即可。"
PERSON_LEFT = "名册上{who}已经离任，不能绑定。如果有误，请联系社区书记更新名册。"
BOUND_BY_ANOTHER = "{who}已经绑定了另一个微信。换微信请社区书记给您一个邀请码，回复“绑定 邀请码”即可。"
BAD_CODE = "邀请码不对、已用过或已过期。今天还可以试 {left} 次，请核对，或请社区书记重新给一个。"
MOVED_AWAY = "{who}的身份已改绑到另一个微信，这个微信不再有工作权限。如果不是您本人操作，请马上联系社区书记。"
NOT_BOUND = "这个微信没有绑定身份，不用解除。"
UNBOUND = "已解除绑定：{who}。需要时回复“绑定 姓名 手机后四位”。"
ANONYMOUS = "您现在是居民身份，没有绑定名册。"
NO_HOME = "还没有选楼栋：回复“我住”加小区和楼栋，或扫楼栋二维码，以后上报就不用再写地点。"
HOME = "您的楼栋：{place}"
HOME_CHOSEN = "记住了，您住{place}。以后上报不用再写楼栋，例如：3楼楼道灯坏了"
HOME_UNKNOWN = "名册里没有找到“{said}”。请写小区和楼栋，例如：我住梧桐里1号院1幢；也可以扫楼栋二维码。"
HOME_SEVERAL = "有几处都像，您住哪一处？请回复全名：\n{listed}"
HOME_WHICH = "{yard}有 {count} 栋楼，您住几幢？请写全，例如：我住{first}"
NOBODY_SERVES = "名册里还没有写明这里的网格员，可以直接上报，街道会派人处理。"
LEFT_NOTE = "（名册显示已离任）"

NOT_ALLOWED = "抱歉，这件事要由{roles}来办。{ask}"
ASK_PERSON = "您可以找{who}。"
ASK_BIND = "如果您就是，请先回复“绑定 姓名 手机后四位”。"
ASK_ROLE = "您可以找所在社区的{role}。"

INVITED = "{who}的邀请码：{code}\n{days}天内有效，只能用一次。请转告本人：关注“邻里”后回复“绑定 {code}”。"
INVITE_WHOM = "请写明邀请谁，例如：邀请 王样本（同名时写人员编号，例如：邀请 R00002）"
NOBODY_NAMED = "名册里没有在岗的“{name}”，请核对姓名或人员编号。"
SEVERAL_NAMED = "叫“{name}”的有 {count} 位，请写人员编号：{codes}"

HOW_TO_LEAVE = "请写明日期和由谁代岗，例如：请假 11月25日到11月27日 由赵演示代岗"
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


def surname_title(name: str, role: Role) -> str:
    """王样本 as 王楼栋长: how neighbours call each other."""
    short = {Role.BUILDING_LEADER: "楼栋长", Role.COMMUNITY_SECRETARY: "书记"}.get(role, ROLE[role])
    return f"{name[:1]}{short}"


def post_line(role: Role, where: str, line: str | None) -> str:
    """One of a person's roles."""
    return f"· {ROLE[role]}" + (f"·{line}" if line else "") + (f"（{where}）" if where else "")


def card(who: str, posts: list[str], home: str | None, serving: list[str]) -> str:
    """Who the sender is here: identity, roles, building, and who looks after it."""
    lines = [f"您的身份：{who}" if who else ANONYMOUS, *posts]
    lines.append(HOME.format(place=home) if home else NO_HOME)
    if home:
        lines += serving or [NOBODY_SERVES]
    return "\n".join(lines)


def serving_line(role: Role, name: str, for_name: str | None) -> str:
    """One of those who look after a place; the name of staff is public, a leader's is not."""
    shown = surname_title(name, role) if role is Role.BUILDING_LEADER else f"{ROLE[role]}：{name}"
    return f"· {shown}" + (f"（代{for_name[:1]}{ROLE[role]}）" if for_name else "")


def bound(who: str, posts: list[str]) -> str:
    """The answer to a binding."""
    return "\n".join([f"绑定成功：{who}", *posts, "回复“我的身份”随时可看。"])


def day_span(first: date, last: date) -> str:
    """11月25日至27日."""
    if first == last:
        return f"{first.month}月{first.day}日"
    end = f"{last.day}日" if (first.year, first.month) == (last.year, last.month) else f"{last.month}月{last.day}日"
    return f"{first.month}月{first.day}日至{end}"
