"""What a message wants. The table below is the whole grammar of commands; its order is the precedence."""

import re
from dataclasses import dataclass
from enum import StrEnum

from understanding.normalise import bare


class Intent(StrEnum):
    """What the sender wants; names as in the design, section 3."""

    REPORT = "report"
    PROGRESS = "progress"
    WITHDRAW = "withdraw"
    BIND = "bind"
    LEAVE_OF_ABSENCE = "leave_of_absence"
    HELP = "help"
    THANKS = "thanks"
    GREETING = "greeting"
    NOISE = "noise"


@dataclass(frozen=True)
class Meaning:
    """An intent, the ticket that the text names for it (last digits or whole number), and what follows the command.

    `act` tells apart what one intent may ask for: 绑定, 解绑, 我住 …, 我的身份 and 邀请 are all `bind`.
    """

    intent: Intent
    ticket: str | None = None
    rest: str | None = None
    act: str = ""


_POLITE = r"(?:请|麻烦|帮我|帮忙|我要|我想|想)*"
_TICKET = r"(?:第|工单|单号|编号|号)*\s*(?P<ticket>[a-z]{1,6}\d{8}-\d{4,}|\d{8}-\d{4,}|\d{1,6})?\s*(?:号|单|工)*"

_SOFT = r"(?:吧|呀|啊|了|哦|呢|一下|谢谢|好吗)*"

_CLAIM = r"(?:我是|我叫|姓名)?[:\s]*[\u3400-\u9fff·]{0,10}[,\s]*(?:手机|电话|尾号|后四位)*[:\s]*[0-9]{0,11}"
_DWELLING = r".{0,24}?(?:[0-9]+|[一二三四五六七八九十]+|[a-z])(?:幢|栋|号楼|座|#|号院|单元|室|楼)?"
_SOON = r"(?:今天|明天|后天|大后天|本周|这周|下周|周|星期|[0-9])"

COMMANDS: tuple[tuple[Intent | tuple[Intent, str], str], ...] = (
    (
        Intent.BIND,
        rf"{_POLITE}(?:绑定|改绑|换绑)(?:身份|微信|账号)?[:\s]*(?P<rest>(?:邀请码)?[:\s]*[a-z0-9]{{4}}[-\s]?[a-z0-9]{{4}}|{_CLAIM})",
    ),
    ((Intent.BIND, "unbind"), rf"{_POLITE}(?:解绑|解除绑定|取消绑定|退出绑定){_SOFT}"),
    ((Intent.BIND, "home"), rf"(?:我家?就?是?住在?|我家在|我们?家住在?|我的?住址是?)[:\s]*(?P<rest>{_DWELLING})"),
    (
        (Intent.BIND, "identity"),
        rf"{_POLITE}(?:看|查|查看|查询)?(?:我的身份|我是谁|我的楼栋|我的信息|我的网格员|(?:谁是)?我(?:们|的|家|们楼|们这)?的?网格员(?:是谁)?|"
        rf"(?:谁是)?我们?楼?的?楼栋长(?:是谁)?){_SOFT}",
    ),
    (
        (Intent.PROGRESS, "grid"),
        rf"{_POLITE}(?:看|查|查看)?(?:本|我的|我们)?(?:网格|片区|社区|辖区)(?:的)?(?:上报|工单|情况)?{_SOFT}",
    ),
    ((Intent.BIND, "invite"), r"邀请(?!码)[:\s]*(?P<rest>[\u3400-\u9fff·]{0,10}|[a-z]{0,4}[0-9]{1,10})"),
    ((Intent.LEAVE_OF_ABSENCE, "end"), rf"{_POLITE}(?:销假|取消请假|结束请假|提前销假){_SOFT}"),
    (
        Intent.LEAVE_OF_ABSENCE,
        rf"{_POLITE}(?:申请)?请假[:,\s]*(?P<rest>.{{0,60}})|我?(?P<early>{_SOON}.{{0,20}}请假.{{0,40}})",
    ),
    (
        Intent.PROGRESS,
        rf"{_POLITE}(?:进度|查进度|查询进度|进度查询|查看进度|查一下进度|看进度|我的进度|我的上报|我的报修|查询|查单|到哪一?步了|"
        rf"(?:查|看|查看|查询)?(?:一下)?我的工单|办得?怎么样了|处理得?怎么样了|怎么样了)\s*{_TICKET}{_SOFT}",
    ),
    (
        Intent.PROGRESS,
        r"(?:怎么|为什么)?还?(?:没|没有|不)(?:有)?(?:人)?(?:来|管|修|处理|办)(?:修|看|管|处理)?(?:吗|啊|呀|呢|了)*|催办|催一下|"
        r"(?:什么时候|啥时候|几时|多久)(?:能|才|会|可以)*(?:来|来人|修|修好|处理|解决|办好)(?:修|看|人|好)*(?:啊|呀|呢)*",
    ),
    (
        Intent.WITHDRAW,
        rf"{_POLITE}(?:撤回|撤销|撤单|撤回上报|撤销上报|取消|取消上报|取消工单|不报了|报错了)\s*{_TICKET}{_SOFT}",
    ),
    (
        Intent.HELP,
        r"(?:帮助|帮帮我|求助|菜单|说明|使用说明|功能|怎么用|怎么上报|如何上报|怎么报修|你会什么|你能做什么|能做什么|指令|命令|"
        r"人工|转人工|人工服务|客服|找人工|你是谁|打卡|签到|报到|报名|值班|值班表|接单|巡楼|退订|help|menu|h|\?)",
    ),
    (
        Intent.THANKS,
        r"(?:太|非常|十分|万分)?(?:谢谢|感谢|多谢|谢了|辛苦|3q|thanks|thankyou)(?:你|您|你们|您们|了|啦|啊|大家)*|"
        r"嗯*(?:好|好的|好滴|好吧|行|可以|是|是的|对|对的|知道了|收到|明白|明白了|没事了|ok|okay)(?:谢谢)?",
    ),
    (
        Intent.GREETING,
        r"(?:你好|您好|你们好|大家好|在吗|在不在|有人吗|早|早上好|上午好|中午好|下午好|晚上好|嗨|哈喽|hi|hello|喂)(?:啊|呀|吗|哦)*",
    ),
    (
        Intent.NOISE,
        rf"{_POLITE}(?:有|有个|有件)?(?:上报|报修|投诉|举报|反映|反映问题|问题|事|事情|情况|建议){_SOFT}|[a-z]{{1,4}}|[0-9]+",
    ),
)

_COMPILED = tuple((intent, re.compile(pattern)) for intent, pattern in COMMANDS)
_LONGEST_COMMAND = 60
_MEANINGFUL = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[a-zA-Z]{2,}")
_FILLERS = re.compile(r"[嗯啊呃哦噢喔唉哎诶欸呵哈嘿嘻呜哇呀吧呢嘛的了个那这就是我你他她它有没在在吗测试]")


def meaning_of(normalised: str) -> Meaning:
    """The intent of a normalised text: a command when the whole text is one, noise when nothing is said, else a report."""
    text = bare(normalised)
    if len(text) <= _LONGEST_COMMAND:
        if normalised.strip(" ") in {"?", "??", "???"}:
            return Meaning(Intent.HELP)
        for intent, pattern in _COMPILED:
            found = pattern.fullmatch(text)
            if found:
                groups = found.groupdict()
                which, act = (intent, "") if isinstance(intent, Intent) else intent
                return Meaning(which, groups.get("ticket"), groups.get("rest") or groups.get("early"), act)
        if not says_something(text):
            return Meaning(Intent.NOISE)
    elif not _MEANINGFUL.search(text):
        return Meaning(Intent.NOISE)
    return Meaning(Intent.REPORT)


def says_something(text: str) -> bool:
    """Whether a short text could be a problem: two letters of meaning at least, fillers and repeats aside."""
    letters = _MEANINGFUL.findall(_FILLERS.sub("", text))
    return len(set("".join(letters))) >= 2
