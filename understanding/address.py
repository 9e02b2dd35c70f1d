"""The parts of an address: road, road number, house, unit, floor, room, each with where it stands in the text."""

import re
from dataclasses import dataclass

_CN = "零〇一二三四五六七八九十百两"
_NUM = rf"(?:[0-9]{{1,5}}|[{_CN}]{{1,4}})"
_HAN = r"[\u4e00-\u9fff]"
_ADMIN = re.compile(
    r"(?:省|自治区|特别行政区|市(?!场|民|政)|(?<!小)(?<!园)(?<!社)(?<!新)(?<!校)(?<!库)区(?!域)|县|镇|乡|街道(?:办事处)?|村|社区|开发区|园区|新区)"
)
_ROAD = re.compile(
    rf"(?P<name>{_HAN}{{1,10}}?|[A-Za-z0-9]{{1,3}})(?P<kind>大街|大道|马路|公路|环路|支路|新街|路(?![口边])|街(?!道)|巷(?!口)|道(?=[0-9]))(?!镇|街道|村|社区|桥区|区|乡|庄|湾)(?P<branch>[东西南北中]?[一二三四五六七八九十]?(?:支路|段|里|巷)(?=[0-9]))?"
)
_ROAD_NUMBER = re.compile(
    rf"(?:[0-9]{{1,6}}|[{_CN}]{{1,5}})(?:-[0-9]{{1,4}})?(?:号(?!楼|线|门(?!口|前)|库|柜|店|厅)|弄)|[0-9]{{1,5}}(?![0-9A-Za-z幢栋座楼层室单弄号#\-米路街])"
)
_HOUSE = re.compile(
    rf"(?:[A-Za-z]{{1,2}}[0-9]{{0,3}}|{_NUM}|[东西南北])-?[A-Za-z]?(?:号楼|幢楼?|栋楼?|座(?!机)|#楼?|号院)"
)
_UNIT = re.compile(rf"(?:{_NUM}|[A-Za-z]|[东西南北中])(?:单元|门洞|号门|梯(?!间))")
_FLOOR = re.compile(rf"(?:地下|负|-)?(?:{_NUM}|首)(?:-[0-9]{{1,3}})?[A-Za-z]?(?:楼(?!下|上|梯|道|栋)|层|F(?![A-Za-z]))")
_ROOM = re.compile(
    r"[A-Za-z]?-?[0-9]{1,5}(?:-[0-9]{1,4})?[A-Za-z]?(?:室|号房|房(?!产))|(?<![0-9A-Za-z])[A-Za-z]?[0-9]{3,5}(?![0-9A-Za-z幢栋座楼层单元弄号路米#\-])"
)
_DASHED = re.compile(
    r"(?<![0-9\-])(?P<house>[A-Za-z]?[0-9]{1,4})-(?P<unit>[0-9]{1,3})-(?P<room>[0-9]{2,5})(?![0-9\-])|(?<![0-9\-A-Za-z])(?P<house2>[A-Za-z]?[0-9]{1,4})-(?P<room2>[0-9]{3,5})(?![0-9\-])"
)
_HOUSE_THEN = re.compile(
    rf"(?P<house>(?:[A-Za-z]?[0-9]{{1,4}}|[{_CN}]{{1,3}})(?:号楼|幢|栋|座|#))-?(?P<unit>[0-9]{{1,3}})-(?P<room>[0-9]{{2,5}})(?![0-9])"
)
_DIRECTION = "东西南北中前后"


@dataclass(frozen=True)
class Part:
    """A labelled stretch of the text, from `start` to before `end`."""

    label: str
    start: int
    end: int


def address_parts(text: str) -> list[Part]:
    """The parts of the address in a text, in its order; labels: road, roadno, houseno, cellno, floorno, roomno."""
    parts = _Parts(text)
    after_road = parts.road()
    for pattern in (_HOUSE_THEN, _DASHED):
        for found in pattern.finditer(text, after_road):
            parts.groups(found)
    for label, pattern in (("houseno", _HOUSE), ("cellno", _UNIT), ("floorno", _FLOOR)):
        at = pattern.search(text, after_road)
        while at is not None and not parts.add(label, *at.span()):
            at = pattern.search(text, at.start() + 1)
    parts.second_number(after_road)
    parts.room(after_road)
    return sorted(parts.found, key=lambda part: part.start)


class _Parts:
    """Parts found so far; none may overlap, and each label counts once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.found: list[Part] = []

    def add(self, label: str, start: int, end: int) -> bool:
        if start >= end or any((start < part.end and part.start < end) or part.label == label for part in self.found):
            return False
        self.found.append(Part(label, start, end))
        return True

    def road(self) -> int:
        """The road and its number; answers where they end (0 without a road)."""
        for found in _ROAD.finditer(self._text):
            start, end = _road_start(self._text, found.start(), found.start("kind")), found.end()
            if found.start("kind") - start < 1:
                continue
            self.add("road", start, end)
            number = _ROAD_NUMBER.match(self._text, end)
            if number:
                self.add("roadno", *number.span())
                return number.end()
            return end
        return 0

    def groups(self, found: re.Match[str]) -> None:
        for label, names in (("houseno", ("house", "house2")), ("cellno", ("unit",)), ("roomno", ("room", "room2"))):
            for name in names:
                if found.groupdict().get(name):
                    self.add(label, *found.span(name))

    def second_number(self, after: int) -> None:
        """A number with 号 that stands behind a name is a road number when there is none yet, else a house."""
        for found in re.finditer(r"(?<![0-9A-Za-z\-])[0-9]{1,5}号(?!楼|线|门|库|柜|店|厅|院)", self._text[after:]):
            known = {part.label: self._text[part.end - 1] for part in self.found}
            if known.get("roadno") == "弄":
                return  # the house of a lane: neither a road number nor a building
            label = "houseno" if "roadno" in known else "roadno"
            if known.keys() & {"houseno", "cellno", "floorno"}:
                label = (
                    "cellno" if known.keys() & {"cellno", "floorno"} == set() and len(found.group()) <= 4 else "roomno"
                )
            if self.add(label, after + found.start(), after + found.end()):
                return

    def room(self, after: int) -> None:
        """The room is the last number that could be one, behind everything that holds it."""
        holders = [part.end for part in self.found if part.label in ("houseno", "cellno", "floorno", "roadno")]
        start = max(holders, default=after)
        for found in _ROOM.finditer(self._text, start):
            if self.add("roomno", *found.span()):
                return


def _road_start(text: str, start: int, kind: int) -> int:
    """Where a road's name begins: behind the last name of a district, else two characters and a direction before its kind."""
    begin = start
    for admin in _ADMIN.finditer(text, max(0, kind - 12), kind):
        if kind - admin.end() >= 1:
            begin = max(begin, admin.end())
    if begin > start or kind - begin <= 4:
        return begin
    length = 3 if text[kind - 1] in _DIRECTION else 2
    return kind - length
