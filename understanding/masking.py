"""The one place where personal data is masked: names, phone numbers, and whole texts that hold them."""

import re
from collections.abc import Iterable

from understanding.people import SURNAMES

_D, _GAP = "[0-9０-９]", r"[\s.·－-]?"
_CN = "[零〇一二三四五六七八九幺]"
_ID_CARD = re.compile(
    rf"(?<!{_D}){_D}{{6}}{_GAP}(?:19|20|１９|２０){_D}{{2}}{_D}{{4}}{_GAP}{_D}{{3}}[0-9０-９XxＸｘ](?!{_D})"
)
_PHONE = re.compile(
    rf"(?<!{_D})(?:(?:[+＋]?86|０?８６){_GAP})?[1１][3-9３-９](?:{_GAP}{_D}){{9}}(?!{_D})"
    rf"|(?<!{_D})[0０]{_D}{{2,3}}{_GAP}{_D}{{7,8}}(?!{_D})"
    rf"|(?<!{_D})[1１][3-9３-９]{_D}[,，、]{_D}{{4}}[,，、]{_D}{{4}}(?!{_D})"
    rf"|(?<!{_D})[1１][\s.·－-][3-9３-９](?:[\s.·－-]{_D}){{9}}(?!{_D})"
    rf"|(?:幺|一){_CN}{{10}}(?!{_CN})"
)
_DIGIT = re.compile(rf"{_D}|{_CN}")
_SOME_DIGITS = re.compile(rf"(?:{_D}{_GAP}){{10}}|{_CN}{{11}}|{_D}{{3}}[,，、]{_D}{{4}}[,，、]{_D}{{4}}")
"""What any number of a phone or a card has; most texts have none of it."""
SHOWN_BEFORE, SHOWN_BEHIND = 3, 4


_DOUBLE = "欧阳|司马|上官|诸葛|司徒|端木|东方|皇甫|尉迟|公孙|夏侯|慕容|令狐"
_GIVEN = re.compile(
    rf"(?:我叫|我的?名字(?:是|叫)|姓名(?:是)?|联系人(?:是)?|本人叫?)[:：\s]*(?P<name>(?:[{SURNAMES}]|{_DOUBLE})[\u4e00-\u9fff]{{1,2}}?)"
    r"(?=$|[\s,，。;；、()（）0-9０-９]|电话|手机|住|家|的)"
)
"""How people give their own name; what is only mentioned is left to the names of the roster."""


def names_given(text: str) -> list[str]:
    """The names by which a text's writer calls themselves, or whom it says to call."""
    return [found["name"] for found in _GIVEN.finditer(text)]


def masked_name(name: str) -> str:
    """张三丰 as 张**."""
    return name[:1] + "*" * max(len(name) - 1, 1)


def masked_phone(phone: str | None) -> str:
    """13800000000 as 138****0000; empty for none."""
    return "" if phone is None else phone[:3] + "*" * max(len(phone) - 7, 1) + phone[-4:]


def masked_person(name: str | None, openid: str) -> str:
    """A person as lists show them: 张**; someone unknown by the last four of their WeChat id."""
    return masked_name(name) if name else f"wechat:…{openid[-4:]}"


def masked_text(text: str, names: Iterable[str] = ()) -> str:
    """A text with the numbers of phones and identity cards masked, these names, and those by which people call themselves."""
    text = masked_numbers(text)
    theirs = {*names, *names_given(text)}
    for name in sorted({name for name in theirs if len(name) > 1}, key=len, reverse=True):
        text = text.replace(name, masked_name(name))
    return text


def masked_numbers(text: str) -> str:
    """A text with the numbers of phones (the ends are kept, as people know theirs) and identity cards masked."""
    if _SOME_DIGITS.search(text) is None:
        return text
    return _PHONE.sub(_phone, _ID_CARD.sub(_card, text))


def numbers_in(text: str) -> list[str]:
    """The numbers of phones and identity cards that a text holds, as plain digits, each once."""
    if _SOME_DIGITS.search(text) is None:
        return []
    found = [*_ID_CARD.finditer(text), *_PHONE.finditer(_ID_CARD.sub(_card, text))]
    return list(dict.fromkeys(plain_number(each.group()) for each in found))


_FULL_WIDTH = str.maketrans("０１２３４５６７８９Ｘｘx零〇一二三四五六七八九幺", "0123456789XXX001234567891")


def plain_number(said: str) -> str:
    """One way to write a number: half-width digits without gaps and country code."""
    digits = re.sub(r"[^0-9X]", "", said.translate(_FULL_WIDTH))
    return digits[-11:] if len(digits) in (13, 14) and digits[-11] == "1" else digits


def _phone(found: re.Match[str]) -> str:
    places = [match.start() for match in _DIGIT.finditer(found.group())]
    places = places[-11:] if len(places) > 12 else places  # behind the country's
    return _starred(found.group(), places[SHOWN_BEFORE:-SHOWN_BEHIND])


def _card(found: re.Match[str]) -> str:
    return _starred(found.group(), range(SHOWN_BEFORE, len(found.group())))


def _starred(text: str, places: Iterable[int]) -> str:
    letters = list(text)
    for place in places:
        letters[place] = "*"
    return "".join(letters)
