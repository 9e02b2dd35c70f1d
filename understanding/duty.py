"""What members and leads say of shifts: a number, how many people, how long, when they are free, what they can, what was done."""

import re
from dataclasses import dataclass

from understanding.numerals import number_of

_NUMERAL = r"[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
_SHIFT = re.compile(r"^[\s,，:：第]*(?P<number>[0-9]{1,9})(?![0-9年月点:])\s*(?:号|班)?[\s,，:：]*")
PEOPLE = re.compile(rf"(?P<count>{_NUMERAL})\s*(?:个人|人|名|位)")
_SPAN = re.compile(
    rf"(?P<sign>[-减扣])?\s*(?:(?P<minutes>[0-9]{{1,4}})\s*分钟?|(?P<hours>[0-9]{{1,2}}(?:\.[0-9])?|{_NUMERAL})\s*(?:个)?(?P<half>半)?\s*小时(?P<more>半)?|(?P<only>半)个?小时)"
)
_TO = re.compile(
    r"(?:给|跟|和|与|找|由|请)?\s*(?P<name>[\u3400-\u9fff·]{2,4}?|r[0-9]{1,8}|[a-z]{1,4}[0-9]{1,8})\s*(?:换班|调班|顶班|来顶|替我)?[\s。]*$"
)
_BESIDE = re.compile(r"(?:帮|替|给)\s*(?P<name>[\u3400-\u9fff·]{2,4}?|[a-z]{0,3}[0-9]{1,8})\s*(?:打卡|签到)?$")
_ALL_WELL = re.compile(
    r"(?:巡(?:楼|查)?(?:完|了|完了|完毕)?|今天|目前|楼道|楼里|全楼|都|一切|均|未发现|没发现|没有发现)*(?:无异常|没异常|没有异常|正常|异常|没问题|没有问题|问题|平安|都好|挺好|无|没事|无情况)(?:的|了)?"
)
_WALKED = re.compile(
    r"我|刚刚?|已经?|今天|上午|下午|晚上|早上|楼上楼下|上上下下|每层|各层|楼道里?|楼里|单元|里里外外|转了?(?:一圈|一遍)|走了?(?:一圈|一遍)|看了?(?:一圈|一遍|看)?|巡(?:楼|查|逻)?了?(?:一圈|一遍|完了?)?|"
    r"检查了?(?:一遍)?|什么|啥|任何|情况|发现|也|一切|目前"
)
"""What the words of a walk say besides what was found."""
_SKILLS = (
    "调解", "法律", "心理", "医疗", "急救", "护理", "电工", "水电", "木工", "泥瓦", "焊工", "家电维修", "理发", "缝纫", "修鞋", "磨刀",
    "英语", "手语", "书法", "摄影", "电脑", "驾驶", "文艺", "舞蹈", "音乐", "体育", "教学", "辅导", "宣传", "写作", "消防", "烹饪", "园艺",
)  # fmt: skip
_SKILLS_SAID = re.compile(
    r"(?:特长|技能|擅长|专长|会(?![计议]))(?:是|有)?[:：\s]*(?P<list>[^,，。;；:：\s]{1,40}(?:[、][^,，。;；:：\s]{1,20})*)"
)
_UNIT = re.compile(r"(?:工作)?单位(?:是)?[:：\s]*(?P<unit>[^\s,，。;；]{2,40})")
_RECORD = re.compile(r"(?:调解|维修)(?:记录|登记)[\s,，:：、]*")
_PARTS = re.compile(r"[\s,，;；。]+")
_UNWELL = re.compile(r"未(?!来)|没|不(?![错再漏滴渗堵响晃冒闪吵闹])|待|失败|拒绝|再约|改天")
_DAYS = {
    "workday": r"工作日|平时|平日|周一至周五|周[一二三四五]",
    "weekend": r"周末|双休|周[六日天]|星期[六日天]|节假日",
}
_PARTS_OF_DAY = {"morning": r"上午|早上|早晨", "afternoon": r"下午", "evening": r"晚上|晚间|夜里|傍晚|晚"}
_ANYONE = re.compile(
    r"都可以|所有人|大家|任何人|公开|随便|无所谓|有没有人|有人(?:能|肯|顶|替|来|愿意)|哪位|(?:没|不)(?:有)?指定|"
    r"(?:谁|哪个)(?:都|能|肯|来|愿意|有空|方便)"
)
_ANY_TIME = re.compile(r"随时|都可以|都行|任何时间|全天都")


@dataclass(frozen=True)
class Record:
    """A mediation (`kind` mediation: parties, matter, outcome) or a repair (parties None); None: not said yet."""

    kind: str
    parties: str | None
    matter: str | None
    outcome: str | None
    well: bool = True


def shift_in(text: str) -> tuple[int | None, str]:
    """The number of a shift at the text's beginning, and what follows."""
    found = _SHIFT.match(text)
    return (int(found["number"]), text[found.end() :]) if found else (None, text)


def people_wanted(text: str) -> int | None:
    """How many people a text asks for."""
    found = PEOPLE.search(text)
    return None if found is None else _number(found["count"])


def minutes_in(text: str) -> int | None:
    """A span in minutes (60分钟, 1.5小时, 一个半小时, 半小时); -30分钟 is less than nothing."""
    found = _SPAN.search(text)
    if found is None:
        return None
    if found["minutes"]:
        minutes = int(found["minutes"])
    elif found["only"]:
        minutes = 30
    else:
        hours = float(found["hours"]) if found["hours"][0].isdigit() else _number(found["hours"])
        minutes = round(hours * 60) + (30 if found["half"] or found["more"] else 0)
    return -minutes if found["sign"] else minutes


def without_span(text: str) -> str:
    """The text without its span of time."""
    return _SPAN.sub(" ", text).strip(" ,，:：")


def to_anyone(text: str) -> bool:
    """Whether a place on a shift is offered to whoever may take it (都可以, 随便哪个都行, 谁肯替我)."""
    return _ANYONE.search(text) is not None


def colleague_in(text: str) -> str | None:
    """Whom a place on a shift is offered to (给 张三, 跟张三换班)."""
    found = _TO.search(text.strip(" ,，:："))
    return found["name"] if found else None


def beside_in(text: str) -> str | None:
    """For whom somebody checks in (替张三)."""
    found = _BESIDE.search(text.strip(" ,，:：。"))
    return found["name"] if found else None


def all_well(text: str) -> bool:
    """Whether a patrol found nothing; an empty text says nothing."""
    said = re.sub(r"[\s,，。.!！;；:：]+", "", text)
    plain = _WALKED.sub("", said)
    if not said or said in ("异常", "问题") or plain in ("异常", "问题"):
        return False
    return any(re.fullmatch(rf"(?:{_ALL_WELL.pattern})+", each) is not None for each in (said, plain))


def skills_in(text: str) -> list[str]:
    """What somebody can do: known words anywhere, and what is listed after 特长."""
    said = _SKILLS_SAID.search(text)
    listed = re.split(r"[、和]", said["list"]) if said and not _looks_like_time(said["list"]) else []
    known = [skill for skill in _SKILLS if skill in text]
    own = [each.strip() for each in listed if each.strip() and not any(skill in each for skill in known)]
    return list(dict.fromkeys([*known, *own]))


def unit_in(text: str) -> str | None:
    """The unit that somebody names as theirs."""
    found = _UNIT.search(text)
    return found["unit"] if found else None


def wishes_in(text: str) -> list[str]:
    """When somebody is free; names as in governance.duty.wishes.Wish."""
    days = [name for name, words in _DAYS.items() if re.search(words, text)]
    parts = [name for name, words in _PARTS_OF_DAY.items() if re.search(words, text)]
    if not days and not parts and not _ANY_TIME.search(text):
        return []
    pairs = [*_pairs(text)]
    if pairs:
        return list(dict.fromkeys(pairs))
    return [f"{day}_{part}" for day in days or _DAYS for part in parts or _PARTS_OF_DAY]


def _pairs(text: str) -> list[str]:
    """Day and part that stand together: 工作日晚上、周末上午. Only where there are several, each with its own."""
    found = []
    for piece in re.split(r"[、,，;；\s和或]+", text):
        days = [name for name, words in _DAYS.items() if re.search(words, piece)]
        parts = [name for name, words in _PARTS_OF_DAY.items() if re.search(words, piece)]
        if days:
            found += [f"{day}_{part}" for day in days for part in parts or _PARTS_OF_DAY]
        elif parts and found:
            found += [f"{found[-1].partition('_')[0]}_{part}" for part in parts]
        elif parts:
            return []
    return found


def record_in(text: str) -> Record:
    """A record in one line: 调解记录 当事人，什么事，结果; 维修记录 什么，怎么修的."""
    kind = "mediation" if text.lstrip().startswith("调解") else "repair"
    said = _RECORD.sub("", text, count=1).strip(" ,，;；。")
    parts = [part for part in _PARTS.split(said) if part]
    if kind == "repair":
        matter, outcome = (parts[0] if parts else None), "，".join(parts[1:]) or None
        return Record(kind, None, matter, outcome, _well(outcome))
    parties, matter = (parts[0] if parts else None), (parts[1] if len(parts) > 1 else None)
    outcome = "，".join(parts[2:]) or None
    return Record(kind, parties, matter, outcome, _well(outcome))


def _well(outcome: str | None) -> bool:
    return outcome is None or _UNWELL.search(outcome) is None


def _looks_like_time(text: str) -> bool:
    return any(re.search(words, text) for words in (*_DAYS.values(), *_PARTS_OF_DAY.values()))


def _number(numeral: str) -> int:
    return 2 if numeral == "两" else number_of(numeral)
