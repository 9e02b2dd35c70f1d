"""What is said of a project: its number, whether it is done, how many may share it, until when, which list is meant."""

import re
from datetime import date, timedelta

from understanding.days import DAY, day_until
from understanding.numerals import number_of

_NUMBER = r"[0-9]{1,6}|[一二三四五六七八九十]{1,3}"
_NAMED = re.compile(
    rf"项目\s*第?\s*(?P<a>{_NUMBER})\s*号?(?:项目)?|第?\s*(?P<b>{_NUMBER})\s*号\s*项目|第?\s*(?P<c>[0-9]{{1,6}})\s*项目"
)
_FIRST = re.compile(r"^\s*第?\s*(?P<a>[0-9]{1,6})\s*号?(?![0-9年月日天张个人元万米幢栋楼步期])")
_EDGES = " ,，:：。;；、\n"
_DONE = re.compile(
    r"完工|竣工|全部(?:完成|做完|装好|弄好|做好|结束)|(?:已经?|都|项目)(?:做完|完成|做好|弄好)|^(?:做完|完成|做好|弄好)(?:了|啦)"
)
_NOT_DONE = re.compile(
    r"还没|没有?(?:完|做|全)|未完|一半|一部分|部分完成|差|剩|预计|争取|计划|打算|准备|下周|明天|后天|[0-9]{1,2}(?:%|成)"
)
_SHARES = re.compile(
    r"(?:可以?|能|允许|由|最多)?\s*(?P<n>[2-5二两三四五])\s*(?:家|"
    r"个)(?:单位)?(?:可以?|能|一起|共同|合|同时|分)*(?:认领?|做|办|"
    r"承接)"
)
_LISTS = (("resources", "资源"), ("needs", "需求"))


def project_in(text: str) -> tuple[int | None, str]:
    """The number of the project that is named (项目3, 3号项目, or a number at the beginning), and what else is said."""
    found = _NAMED.search(text) or _FIRST.search(text)
    if found is None:
        return None, text.strip(_EDGES)
    digits = next(value for value in found.groupdict().values() if value)
    rest = f"{text[: found.start()].strip(_EDGES)} {text[found.end() :].strip(_EDGES)}"
    return number_of(digits), rest.strip(_EDGES)


def says_done(text: str) -> bool:
    """Whether a project is told to be done as a whole, not a part of it."""
    return _DONE.search(text) is not None and _NOT_DONE.search(text) is None


def shares_in(text: str) -> tuple[int, str]:
    """How many units may share a project (两家一起认领), 1 where nothing is said of it; and what else is said."""
    found = _SHARES.search(text)
    if found is None:
        return 1, text
    return number_of(found["n"]), f"{text[: found.start()]}{text[found.end() :]}".strip(_EDGES)


_UNTIL = re.compile(
    r"[\s,，;；]*(?:期限|截止|要求|最晚|在)?(?:到|至)?(?P<day>(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|"
    r"底)|本月底|月底|年底)(?:前|之前|以前|止|截止|为止|前完成|之前完成)+(?:完成|"
    r"做完|完工|建成|办完)?"
)


def until_in(text: str, today: date) -> tuple[date | None, str]:
    """The day until which a project is to be done (12月20日前完成), and what else is said."""
    found = _UNTIL.search(text)
    if found is None:
        return None, text
    day = _day_of(found["day"], today)
    return day, f"{text[: found.start()]} {text[found.end() :]}".strip(_EDGES) if day is not None else text


def _day_of(said: str, today: date) -> date | None:
    if not said.endswith("底"):
        return day_until(f"到{said}", today)
    named = re.search(r"([0-9]{1,2})月底", said)
    month = 12 if said == "年底" else int(named[1]) if named else today.month
    if not 1 <= month <= 12:
        return None
    year = today.year + (month < today.month)
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


_INTO = re.compile(
    r"[\s,，:：]*(?:准备|打算|计划)?分(?:成|为|作)?[0-9一二两三四五六七八几]{1,2}个?(?:步|期|段|阶段|次)"
    r"(?:走|做|来|完成)?[\s,，:：。]*"
)
_CLAUSE = re.compile(r"[,，;；。\n、]+")
_BY = re.compile(r"[\s]*(?:前|之前|以前|为止|截止|止)?[\s]*(?:先|要|再|把|完成)*")
_PART = re.compile(
    r"^第\s*(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*(?:步|期|阶段|个?节点)[\s,，:：]*(?P<note>.*)$", re.DOTALL
)
_PART_DONE = re.compile(r"^(?:已经?|都|全部|也)*(?:完成|做完|办完|做好|弄好|结束|完工|好)了?")


def steps_apart(text: str) -> tuple[str, str]:
    """What is to be done, and in which steps (铺路，分两步：…); the latter empty where nothing is said of it."""
    found = _INTO.search(text)
    return (text, "") if found is None else (text[: found.start()], text[found.end() :])


def steps_in(text: str, today: date) -> tuple[tuple[str, date], ...]:
    """The steps that a text names, each with its last day: 5月10号前清场，6月1号前装好."""
    found: list[tuple[str, date]] = []
    for clause in _CLAUSE.split(text):
        named = DAY.search(clause)
        day = None if named is None else day_until(named.group(), today)
        if named is None or day is None:
            if found and clause.strip(_EDGES):
                title, until = found[-1]
                found[-1] = (f"{title}，{clause.strip(_EDGES)}" if title else clause.strip(_EDGES), until)
            continue
        after = _BY.sub("", clause[named.end() :], count=1)
        found.append(
            (f"{clause[: named.start()].strip(_EDGES + '第0123456789步()（）')}{after}".strip(_EDGES + "()（）"), day)
        )
    return tuple((title, until) for title, until in found if title)


def part_done(text: str) -> int | None:
    """The number of the step that is told to be done: 第1步完成了，场地清好了. None where none is, or it is not."""
    found = _PART.match(text.strip(_EDGES))
    if found is None or not _PART_DONE.match(found["note"]) or _NOT_DONE.search(found["note"]):
        return None
    return number_of(found["n"])


def list_in(text: str) -> str:
    """Which of the three lists is meant: resources, needs, or (empty) projects."""
    return next((name for name, word in _LISTS if word in text), "")
