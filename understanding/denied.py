"""What a sentence denies: 不延门铃，我是说灯延期 asks for nothing that stands behind 不, and says what is meant instead."""

import re

from understanding.command_names import CommandName

_VERBS = {
    CommandName.REQUEST_EXTENSION: r"延|宽限|推迟",
    CommandName.RETURN_TICKET: r"退(?!休|款|钱|烧)",
    CommandName.TRANSFER_TICKET: r"转(?!告)",
    CommandName.DISPATCH_TICKET: r"派",
    CommandName.TAKE_TICKET: r"接(?!电话|通|水|电|线|着|上)",
    CommandName.HANDLE_TICKET: r"办结|结单|算办完|算完",
    CommandName.WITHDRAW_REPORT: r"撤",
    CommandName.UNDO_DISPATCH: r"撤",
    CommandName.REPORT_PROBLEM: r"(?:上报|报事|报修|报新|新报)",
    CommandName.NOMINATE: r"(?:是|再)*(?:推荐|提名)",
}
_NO = (
    r"(?:(?<![能要可行好肯会是])(?:先)?不(?:是要|是想)?|(?:别|不要|不想|不用|不必|不需要|不能|没说要?|没让你?|没叫你?)"
    r"(?:再|去|急着)?(?:(?:把|给)[^,，。;；!！?？\s]{1,6}?)?)"
)
_DENIES = {name: re.compile(rf"{_NO}(?:{verb})") for name, verb in _VERBS.items()}
_ASKS = re.compile(r"[?？]|吗|呢$|能不能|可不可以|要不要|行不行|好不好")
_ANY = "|".join(_VERBS.values())
_INSTEAD = re.compile(
    r"^(?:[^,，。;；]{0,4}[,，。;；\s]+)?我?(?:不是|不要|不|没说|没有说|别)(?:要|说|讲|想|让|给|把|在)?"
    rf"[^,，。;；]{{0,8}}?(?:{_ANY})[^,，。;；]{{0,10}}[,，。;；\s]+"
    r"我?(?:是要|是想|是说|说的是|讲的是|要的是|指的是|问的是|是问|想问|是|要)(?P<meant>.{4,})$"
)
_ANOTHER_TOPIC = re.compile(
    r"^(?:[^,，。;；]{0,4}[,，。;；\s]+)?我?(?:不是|没)(?:在|要|跟你|和你|同你|给你|问你)*(?:讲|说|问|谈|催|指)(?:的是|的)?[^,，。;；]{1,8}?[,，。;；\s]*"
    r"我(?:是)?(?:问|说|讲|指|想问)(?:的是|的)(?P<meant>.{2,})$"
)
_NONE_OF_THEM = re.compile(
    r"^(?:都不是|都不对|哪个都不是|哪个也不是|全都?不是|两个都不是|不是这[些几]个?)(?:的)?[,，。;；\s]+(?:我说的|我讲的|我)?是?(?P<meant>.{4,})$"
)


def meant_instead(normalised: str) -> str:
    """What is wanted behind what is denied; empty where nothing is put in its place."""
    found = _INSTEAD.search(normalised) or _ANOTHER_TOPIC.search(normalised) or _NONE_OF_THEM.search(normalised)
    return "" if found is None else found["meant"].strip(" ,，。;；")


def other_topic(normalised: str) -> str:
    """What somebody speaks of instead of what was spoken of (不是跟你讲漏水，我问的是退烧药); empty where nobody does."""
    found = _ANOTHER_TOPIC.search(normalised)
    return "" if found is None else found["meant"].strip(" ,，。;；")


def same_meant(normalised: str) -> CommandName | None:
    """The command that is denied of one thing and meant of another (不退门铃，我是说灯退掉)."""
    found = _INSTEAD.search(normalised)
    if found is None:
        return None
    denied = normalised[: found.start("meant")]
    both = (name for name, verb in _VERBS.items() if re.search(verb, denied) and re.search(verb, found["meant"]))
    return next(both, None)


def denies(command: CommandName | None, normalised: str) -> bool:
    """Whether the words say that just this is not wanted."""
    pattern = None if command is None else _DENIES.get(command)
    return pattern is not None and pattern.search(normalised) is not None and _ASKS.search(normalised) is None


_WAITED_FOR = {
    CommandName.NOMINATE: r"推荐|提名|评星|选(?!上)",
    CommandName.OFFER_SWAP: r"换",
    CommandName.PATROL: r"巡",
    CommandName.CHECK_IN: r"打卡|签到",
    CommandName.ENROL: r"报到|报名",
    CommandName.OBJECT_TO: r"异议|反对|提意见",
    CommandName.WRITE_RECORD: r"记",
    CommandName.CORRECT_MY_DATA: r"改|更正",
    CommandName.UNMERGE_TICKET: r"拆|分开",
}
_DROPS = r"(?:不|没|别)(?:有|是|再|想|要|打算|准备|用|去|在|说|叫你|让你|给)*"
_DROPS_WHAT_WAITS = {name: re.compile(rf"^.{{0,4}}?{_DROPS}(?:{verb})") for name, verb in _WAITED_FOR.items()}
_NEVER_MIND = re.compile(
    r"(?:那|哎|唉|哦|我|就|也|是|只|真的?)*(?:算了|不用了|不要了|不弄了|不搞了|当我没说|随便(?:讲讲?|说说?|聊聊?|问问?)|没别的意思|没什么事?)"
    r"(?:的|了|吧|啊|哈|而已|就是了)*"
)
_PARTS = re.compile(r"[\s,，。;；!！]+")
_SHORTEST_MORE = 4


def lets_go(waiting: CommandName, normalised: str) -> bool:
    """Whether somebody does not want any more what was asked about (不推荐了; 我随便讲讲的)."""
    return any(_drops(waiting, part) for part in _PARTS.split(normalised))


def says_more(waiting: CommandName, normalised: str) -> bool:
    """Whether who lets that go wants something else in its place."""
    rest = "".join(part for part in _PARTS.split(normalised) if not _drops(waiting, part))
    return len(rest) >= _SHORTEST_MORE


def _drops(waiting: CommandName, part: str) -> bool:
    if _NEVER_MIND.fullmatch(part):
        return True
    drops = _DROPS_WHAT_WAITS.get(waiting)
    return drops is not None and drops.search(part) is not None
