"""What is said of the back office: signing in, and orders that came too late."""

from governance.attacks import Attack
from handlers.context import Here
from handlers.office.outcomes import (
    AnswerHow,
    AnswerKept,
    AnswerRetired,
    ItemRetried,
    LoginBusy,
    NoSuchAnswer,
    NoSuchFailure,
    NotFromOffice,
    NotSignedIn,
    PasswordChanged,
    PasswordKept,
    SignedIn,
    SignedOut,
    SignInAsked,
    SignInCodeUnknown,
    SignInHow,
    SignInOver,
    SignInRefused,
    Stale,
    WrongLogin,
    WrongNumber,
)
from handlers.outcomes import says

ANY_DANGER = "安全隐患"
ATTACKED = (
    "有人在反复试探，都已拒绝：\n{lines}\n"
    "请到后台“审计”看是谁、从哪里来。不是自己人弄错的，请告诉维护的人。一小时内不再提醒。"
)
ATTACK = {
    Attack.SIGN_IN: "后台的密码、动态码或大屏密钥反复不对",
    Attack.RIGHTS: "有人登录后反复打开不归自己管的页面",
    Attack.MESSAGES: "微信入口反复收到签名、时间或公众号不对的消息（也可能是机器的时间不准）",
    Attack.KEYS: "开放接口的密钥反复不对",
    Attack.BINDING: "有人反复试姓名、手机尾号或邀请码来绑定身份",
}
ATTACK_LINE, ATTACK_FROM = "· {what}", "，来自 {address}"
SIGNED_IN = "已在电脑上登录后台。不是您本人操作，请马上回复：退出后台"
ASKS = (
    "有一台电脑要登录您的后台：{browser}，{system}，地址 {address}，{when}打开的登录页。\n"
    "您本人正坐在这台电脑前，就把屏幕上现在显示的两位数字发到这里，2 分钟内有效。\n"
    "不是您本人，或者是别人叫您发的，请回复：拒绝"
)
BROWSER, BROWSER_UNKNOWN = "{name} 浏览器", "认不出的浏览器"
SYSTEM, SYSTEM_UNKNOWN = "{name} 系统", "认不出的系统"
ADDRESS_UNKNOWN = "不明"
JUST_NOW, MINUTES_AGO = "刚刚", "{count} 分钟前"
REFUSE_BY_TAP = "不是您本人在登录后台？点一下就拒绝。"
TAP_REFUSE = "拒绝登录"
REFUSED = "已拒绝，那台电脑没有登录。如果是别人叫您发登录码的，请告诉管理员。"
WRONG_NUMBER = "数字和屏幕上的不一样，这次登录已取消。是您本人要登录的话，请在电脑上重新显示登录码。"
OVER = "这次登录已过期，没有登录。请在电脑上重新显示登录码。"
HOW_TO_SIGN_IN = "请在电脑浏览器打开 {url}/console/ ，用微信扫页面上的码，或把页面上那句话发到这里，例如：登录 483920"
SIGNED_OUT = "已退出您登录的 {count} 个后台页面。"
NOT_SIGNED_IN = "您没有登录着的后台页面。"
CODE_UNKNOWN = "登录码不对或已过期，请看电脑页面上现在的 6 位登录码，例如：登录 483920"
ANSWER_KEPT = "问答已存好，马上就用。"
ANSWER_HOW = "问题和答案都要填，问题最多 {question} 字，答案最多 {answer} 字。"
ANSWER_RETIRED = "这条问答不再用了。"
NO_SUCH_ANSWER = "没有这条问答，或已停用。"
ITEM_RETRIED = "下一轮会再试。"
NO_FAILURE = "这个事项已经不在出错的列表里了。"
BUSY = "现在登录的人太多，请过一会儿再试，或用微信登录。"
WRONG = "编号、密码或动态码不对。"
PASSWORD_SHORT = "密码至少 {least} 个字符。"
PASSWORD_KNOWN = "这个密码太容易猜：去掉常见的词、姓名、编号和手机号，至少还要有 {least} 个不太重复的字符。"
PASSWORD_CHANGED = "密码已改，从现在起用新密码登录，动态码不变。"
OTHERS_SIGNED_OUT = "另外 {count} 个登录着的后台页面已退出。"
PASSWORD_KEPT = "现在的密码或动态码不对，密码没有改。"
PASSWORD_COMMON = (
    "这个密码太容易猜：常用密码、键盘上挨着的键、单词和日期都会先被试到，请换一个，几个不相干的词连起来最好。"
)
NOT_FROM_OFFICE = "登录码要用您自己的手机微信发给公众号，在后台里发不算，免得别人借您的页面登录。"
STALE = "这件工单刚刚有了变化，您的操作没有执行：{news}。请看过最新情况再操作。"

EVENT = {
    "open": "上报",
    "report": "上报",
    "thing": "改设施",
    "facts": "改内容",
    "call_help": "喊人领办",
    "correct": "更正",
    "accept": "受理",
    "dispatch": "派单",
    "take": "接单",
    "arrive": "到场",
    "plan": "定方案",
    "crew": "人材机进场",
    "reach": "联系家属、派出所或医院",
    "handle": "处理完成",
    "answer": "答复",
    "return": "退单",
    "transfer": "转办",
    "suspend": "延期",
    "resume": "恢复办理",
    "verify": "核查通过",
    "reject": "核查不通过",
    "close": "结案",
    "reopen": "重新办理",
    "escalate": "提交议事",
    "merge": "并入",
    "merged_in": "另一件并入本件",
    "unmerge": "拆分",
    "split": "拆成几件",
    "withdraw": "撤回",
    "void": "作废",
    "over": "已恢复",
    "resolve": "议定后已办成",
    "deliver": "认领项目已办成",
    "council": "议事会",
    "take_on": "应急领办",
    "propose_project": "建议转为认领项目",
    "undo_dispatch": "撤销派单",
    "undo_handle": "撤销办结",
    "urge": "催办",
    "remark": "备注",
    "relay": "转告上报人",
    "reply": "上报人答复",
    "supervise": "督办",
    "rate": "评价",
    "call_back": "回访",
    "no_danger": "没有危险",
    "possible_danger": "可能有危险，等上报人确认",
    "confirmed_danger": "确认有危险",
    "by_hand": "等人工派单",
    "draw": "动用应急包",
    "settle": "结算",
    "approve_draw": "同意应急",
    "refuse_draw": "不同意应急",
    "ask_extension": "申请延期",
    "refuse_extension": "不同意延期",
    "look_back": "回头看",
    "remind": "提醒",
    "place": "补充地点",
    "well": "还好",
    "again": "又坏了",
    "warn_heads": "报网格长和社区书记",
    "warn_lead": "报街道领导",
    "find_unreached": "安排回访",
    "doubt": "照片存疑",
    "close_silent": "到期未评价",
    "as_request": "改为企业诉求",
    "as_report": "改回普通上报",
}
"""What is done to a ticket, in words; what is not here is shown as it is named."""
REPORTER = "上报人或系统"


def event(kind: str, who: str | None) -> str:
    """陈试用 接单."""
    return f"{who or REPORTER} {EVENT.get(kind, kind)}"


@says
def stale(found: Stale, _here: Here) -> str:
    """What somebody else has done meanwhile."""
    return STALE.format(news="；".join(event(kind, who) for kind, who in found.news))


@says
def signed_in(_found: SignedIn, _here: Here) -> str:
    """And what to do where it was somebody else."""
    return SIGNED_IN


@says
def sign_in_asked(found: SignInAsked, _here: Here) -> str:
    """Which browser it is, and what to answer."""
    return ASKS.format(
        browser=BROWSER.format(name=found.browser) if found.browser else BROWSER_UNKNOWN,
        system=SYSTEM.format(name=found.system) if found.system else SYSTEM_UNKNOWN,
        address=found.address or ADDRESS_UNKNOWN,
        when=MINUTES_AGO.format(count=found.minutes) if found.minutes else JUST_NOW,
    )


@says
def sign_in_refused(_found: SignInRefused, _here: Here) -> str:
    """And whom to tell."""
    return REFUSED


@says
def wrong_number(_found: WrongNumber, _here: Here) -> str:
    """What to do where it was oneself."""
    return WRONG_NUMBER


@says
def sign_in_over(_found: SignInOver, _here: Here) -> str:
    """Likewise."""
    return OVER


@says
def code_unknown(_found: SignInCodeUnknown, _here: Here) -> str:
    """Where the right one stands."""
    return CODE_UNKNOWN


@says
def not_from_office(_found: NotFromOffice, _here: Here) -> str:
    """From where it counts."""
    return NOT_FROM_OFFICE


@says
def sign_in_how(_found: SignInHow, here: Here) -> str:
    """Where the page is."""
    return HOW_TO_SIGN_IN.format(url=here.config.public_url)


@says
def signed_out(found: SignedOut, _here: Here) -> str:
    """Of how many browsers."""
    return SIGNED_OUT.format(count=found.count)


@says
def not_signed_in(_found: NotSignedIn, _here: Here) -> str:
    """There is no browser of theirs."""
    return NOT_SIGNED_IN


@says
def login_busy(_found: LoginBusy, _here: Here) -> str:
    """What to do meanwhile."""
    return BUSY


@says
def password_changed(found: PasswordChanged, _here: Here) -> str:
    """And that other browsers have to sign in again."""
    return PASSWORD_CHANGED + (OTHERS_SIGNED_OUT.format(count=found.ended) if found.ended else "")


@says
def password_kept(_found: PasswordKept, _here: Here) -> str:
    """Not which of the two it was."""
    return PASSWORD_KEPT


@says
def wrong_login(_found: WrongLogin, _here: Here) -> str:
    """Not which of the three it was."""
    return WRONG


@says
def answer_kept(_found: AnswerKept, _here: Here) -> str:
    """From when."""
    return ANSWER_KEPT


@says
def answer_how(found: AnswerHow, _here: Here) -> str:
    """How long either may be."""
    return ANSWER_HOW.format(question=found.question, answer=found.answer)


@says
def answer_retired(_found: AnswerRetired, _here: Here) -> str:
    """That it is gone."""
    return ANSWER_RETIRED


@says
def no_such_answer(_found: NoSuchAnswer, _here: Here) -> str:
    """Nothing was changed."""
    return NO_SUCH_ANSWER


@says
def item_retried(_found: ItemRetried, _here: Here) -> str:
    """When."""
    return ITEM_RETRIED


@says
def no_such_failure(_found: NoSuchFailure, _here: Here) -> str:
    """Somebody was quicker."""
    return NO_FAILURE


def attack_line(kind: Attack, address: str) -> str:
    """What was tried, and from where it came last."""
    return ATTACK_LINE.format(what=ATTACK[kind]) + (ATTACK_FROM.format(address=address) if address else "")


LAST_SEEN = "{name} {at} 在{place}"
