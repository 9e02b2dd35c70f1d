"""What is said about people in more than one domain."""

from governance.roles import Role
from governance.texts import ROLE

HOW_TO_BIND = (
    "绑定身份请回复：绑定 姓名 手机后四位，例如：绑定 王样本 0002\n"
    "有邀请码的请回复：绑定 邀请码\n"
    "普通居民不用绑定，回复“我住”加小区和楼栋就行，例如：我住梧桐里1号院1幢"
)
NOT_ALLOWED = "抱歉，这件事要由{roles}来办。{ask}"
OF_PLACE = "{place}的"
ASK_PERSON = "您可以找{who}。"
ASK_BIND = "如果您就是，请先回复“绑定 姓名 手机后四位”。"
ASK_ROLE = "您可以找所在社区的{role}。"
NOBODY_NAMED = "名册里没有在岗的“{name}”，请核对姓名或人员编号。"
ONE_ASKED = "没有职务相符的“{called}”，您说的是这一位吗？\n{people}\n是的话回复 1；不是的话请说全名。"
SEVERAL_CALLED = "“{called}”有 {count} 位，您说的是哪一位？\n{people}\n回复前面的数字，或说是哪个网格、什么岗位的。"
SEVERAL_CODED = "“{called}”有 {count} 位：\n{people}\n请用前面的人员编号再说一次。"
SEVERAL_SHOWN = "叫“{called}”的有 {count} 位，请按下面的名字选一位。{more}"
MORE_CALLED = "另有 {more} 位，请填人员编号。"
ONE_CALLED = "{at} {name}　{what}"
HOW_TO_LEAVE = "请写明日期和由谁代岗，例如：请假 11月25日到11月27日 由赵演示代岗"


def post_line(role: Role, where: str, line: str | None) -> str:
    """One of a person's roles."""
    return f"· {ROLE[role]}" + (f"·{line}" if line else "") + (f"（{where}）" if where else "")
