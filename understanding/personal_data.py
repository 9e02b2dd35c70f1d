"""What a text says of a person that is nobody's business: taken out, or pointed out to who publishes it."""

import re
from dataclasses import dataclass

_CN = "零〇一二三四五六七八九幺"
_TAKEN_OUT = {
    "id_card": re.compile(r"(?<![0-9])[0-9]{6}[\s-]?(?:19|20)[0-9]{2}[0-9]{4}[\s-]?[0-9]{3}[0-9Xx](?![0-9])"),
    "phone": re.compile(
        rf"(?:(?:电话|手机|联系方式)(?:号码|号)?(?:是|为|[\s:：])*)?(?<![0-9])(?:\+?86[\s-]?)?1[3-9][0-9](?:[\s-]?[0-9]){{8}}(?![0-9])|(?<![0-9])0[0-9]{{2,3}}[\s-]?[0-9]{{7,8}}(?![0-9])|[{_CN}]{{7,}}"
    ),
    "number": re.compile(r"[0-9](?:[\s-]?[0-9]){6,}[Xx]?"),
    "account": re.compile(
        r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}|(?:微信|vx|wx|qq)号?[\s:：]*[a-zA-Z0-9][-_a-zA-Z0-9]{4,30}",
        re.IGNORECASE,
    ),
    "room": re.compile(rf"(?:[0-9]{{1,4}}-)?[0-9]{{3,4}}(?:室|号房|房(?!产|子|屋))|(?:[{_CN}十百]{{1,5}}|[0-9]{{1,2}})(?:室|号房)"),
}  # fmt: skip
"""Kinds in the order in which they are looked for."""
_POINTED_OUT = {
    "health": re.compile(
        r"癌|肿瘤|糖尿病|高血压|心脏病|中风|瘫痪|残疾|痴呆|抑郁|精神病|艾滋|肝炎|透析|化疗|自闭|智障|流产|怀孕"
    ),
    "poverty": re.compile(r"低保|特困|贫困户|欠债|破产|刑满|坐牢|吸毒|社区矫正|离婚|家暴"),
}
PLACEHOLDER = "…"


@dataclass(frozen=True)
class Screened:
    """A text without what was taken out; `removed` and `flagged` name the kinds."""

    text: str
    removed: tuple[str, ...]
    flagged: tuple[str, ...]


def screened(text: str) -> Screened:
    """Takes out numbers of phones, identity cards, rooms and accounts; points out illness and hardship."""
    removed = []
    for kind, pattern in _TAKEN_OUT.items():
        text, count = pattern.subn(PLACEHOLDER, text)
        removed += [kind] if count else []
    flagged = tuple(kind for kind, pattern in _POINTED_OUT.items() if pattern.search(text))
    return Screened(text, tuple(removed), flagged)
