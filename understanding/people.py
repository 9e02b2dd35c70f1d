"""Names, phone endings and invitation codes in what a person says of themselves."""

import re
from dataclasses import dataclass

_NAME = r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,15}(?:·[\u3400-\u9fff]{1,15})?"
_CLAIM = re.compile(
    rf"(?:我是|我叫|姓名)?[:\s]*(?P<name>{_NAME})[,，\s]*(?:手机|电话|尾号|后四位)*[:\s]*(?P<digits>\d{{11}}|\d{{4}})"
)
_OF_NUMBER = re.compile(r"的?(?:手机|电话|尾号|后四位|号码).*")
_CODE = re.compile(r"(?:邀请码)?[:\s]*([A-HJ-NP-Z2-9]{4})[-\s]?([A-HJ-NP-Z2-9]{4})")
_CODE_SAID = re.compile(r"(?<![A-Z0-9])(?=[0-9]*[A-HJ-NP-Z])([A-HJ-NP-Z2-9]{4})[-\s]?([A-HJ-NP-Z2-9]{4})(?![A-Z0-9])")
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which look like others."""


@dataclass(frozen=True)
class Claim:
    """A name with the last four digits of a phone number."""

    name: str
    last_four: str


def claim_in(text: str) -> Claim | None:
    """The claim that the whole normalised text makes; a full phone number counts by its end."""
    found = _CLAIM.fullmatch(text.strip(" ,，。"))
    name = "" if found is None else _OF_NUMBER.sub("", found["name"])
    return Claim(name, found["digits"][-4:]) if found is not None and name else None


_CALLED_SO = re.compile(
    rf"(?:我是|我叫|(?:我的?)?名字(?:是|叫)?|姓名(?:是)?|本人|叫)[:\s]*(?P<name>{_NAME}?)(?=$|[\s,，。;；:0-9啊呀哦呢嘛哈]|的|手机|电话|尾号|号码|后四位|绑|在|来|是)"
)
_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4}?)[\s,，:]*(?:的)?(?:手机号?|电话号?|尾号|后四位|号码)")
_OFFICE = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}?(?:兼职网格员|网格员|网格长|楼栋长|书记|党员|派单员))")
_NO_NAME = re.compile(r"手机|电话|尾号|后四|号码|名字|绑定|是$")
NUMBERS = re.compile(r"(?<![0-9])(?:[0-9]{11}|[0-9]{4})(?![0-9])")
"""A phone number, or how it ends."""


_SPELT = re.compile(
    r"(?<![零〇一二三四五六七八九幺两])[零〇一二三四五六七八九幺两]{4}(?:[零〇一二三四五六七八九幺两]{7})?(?![零〇一二三四五六七八九幺两十百])"
)
_OF_PHONE = re.compile(r"手机|电话|尾号|后四|末四|最后四")
_ENDING = re.compile(r"(?:(?:手机|电话)号?(?:码)?的?)?(?:最后|末尾|后面)四(?:个(?:数字?|号)?|位(?:数字?)?)")
_DIGITS = str.maketrans("零〇幺一两二三四五六七八九", "0011223456789")
_PARTICLE = re.compile(r"(?<=..)[啊呀哦呢嘛哈]+$")


def with_digits(text: str) -> str:
    """The text with the end of a phone number in digits, where it is said in words (尾号零零零五)."""
    if _OF_PHONE.search(text) is None:
        return text
    return _SPELT.sub(lambda found: found.group().translate(_DIGITS), _ENDING.sub("尾号", text))


def claims_to_be(text: str) -> bool:
    """Whether somebody says their name and how their phone number ends, and that they want to be entered."""
    named = _CALLED_SO.search(text) or _I_AM.search(text)
    wants = _ENTERS.search(text) is not None and _OF_PHONE.search(text) is not None
    return wants and named is not None and claim_said(text) is not None


def claim_said(text: str) -> Claim | None:
    """The claim that a normalised sentence makes of who its writer is."""
    whole = claim_in(text)
    if whole is not None:
        whole = Claim(_PARTICLE.sub("", whole.name), whole.last_four)
    text = with_digits(text)
    digits = NUMBERS.search(text)
    if digits is None:
        return whole
    named = _CALLED_SO.search(text) or _I_AM.search(text) or _BEFORE.search(text[: digits.start()] + "尾号")
    if whole is not None and _OFFICE.sub("", whole.name) == whole.name and not _NO_NAME.search(whole.name):
        return whole
    name = "" if named is None else _PARTICLE.sub("", _OFFICE.sub("", named["name"]))
    return Claim(name, digits.group()[-4:]) if name and not _NO_NAME.search(name) else None


def code_said(text: str) -> str | None:
    """The invitation code that a sentence holds, as somebody who has one writes it."""
    found = _CODE_SAID.search(text.upper())
    return None if found is None else found[1] + found[2]


def code_in(text: str) -> str | None:
    """The invitation code that the whole text is, in capitals without its hyphen."""
    found = _CODE.fullmatch(text.strip(" ,，。").upper())
    return None if found is None else found[1] + found[2]


_ENTERS = re.compile(r"登(?:一?下?记|上|进|录|个记|一登)|绑|认证|认一?下|(?:帮|给|替)我(?:弄|登|录|绑|加)")
TITLE = r"(?:楼栋长|网格员|网格长|书记|主任|师傅|医生|老师|阿姨|叔叔|大爷|大妈|奶奶|爷爷|先生|女士|同志)"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文尤华施张褚卫"
)
_I_AM = re.compile(rf"我(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=[啊呀哦呢嘛哈,，。\s])")
"""我赵演示啊: without a verb."""
_NAMED = (
    re.compile(rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{0,2}}?){TITLE}"),
    re.compile(
        rf"(?:我是|我叫|姓名[:是]?|由|请|跟|和|与|给|找|提名|推荐|绑定|邀请|联系人)\s*(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=代|顶|替|换班|接|处理|负责|来|天天|一直|[\s,，。]|[0-9]|$)"
    ),
)


def people_in(text: str) -> list[str]:
    """Names of people that a text mentions, as written, each once; with a title where only that follows the surname."""
    found: dict[str, None] = {}
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            name = match["name"]
            found.setdefault(match.group() if len(name) == 1 else name)
    return list(found)
