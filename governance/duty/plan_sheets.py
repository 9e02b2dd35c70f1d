"""The duty workbook: stations, weekly patterns, qualifications; from its rows to entries, or to all that is wrong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from governance import texts
from governance.duty.patterns import Pattern
from governance.duty.stations import StationKind
from governance.roster.cells import Cells, Names
from governance.roster.entries import Roster
from governance.roster.sheets import PEOPLE, PLACES, Column, Holds, Problem, Row, Sheet
from governance.texts import WEEKDAYS

STATIONS = Sheet(
    "stations",
    texts.DUTY_SHEET["stations"],
    (
        Column("place", "地点", "名册里站点的编号；打卡点也写在这里", required=True),
        Column("kind", "类型", "从下拉框选", required=True, choices=tuple(texts.STATION_KIND.values())),
        Column("lead", "站长", "人员编号；没有填就由社区书记管"),
        Column("needs_code", "动态码", "填“是”：扫印出来的二维码还不够，要加位置或现场打卡码", choices=("是", "否")),
    ),
)
PATTERNS = Sheet(
    "patterns",
    texts.DUTY_SHEET["patterns"],
    (
        Column("code", "编号", "自己编的号，不能重复", required=True, longest=32),
        Column("station", "站点", "站点的地点编号", required=True),
        Column("weekdays", "星期", "例如 一三五、六日、每天", required=True),
        Column("start", "开始", "例如 09:00", required=True),
        Column("end", "结束", "例如 11:00；比开始早就是次日", required=True),
        Column("capacity", "人数", "每班几个人，1 至 200", required=True, holds=Holds.NUMBER),
        Column("qualification", "资格", "可不填；要与“资格”表写法一致，也可写角色，例如 在职党员", longest=40),
        Column("holidays", "节假日", "照常或停班；可不填：照常", choices=("照常", "停班")),
        Column("since", "起始日", "可不填", holds=Holds.DATE),
        Column("until", "终止日", "可不填", holds=Holds.DATE),
    ),
)
QUALIFICATIONS = Sheet(
    "qualifications",
    texts.DUTY_SHEET["qualifications"],
    (
        Column("person", "人员", "人员编号", required=True),
        Column("name", "资格", "例如 调解", required=True, longest=40),
    ),
)
SHEETS: tuple[Sheet, ...] = (STATIONS, PATTERNS, QUALIFICATIONS)
MOST_PEOPLE = 200
_TIME = re.compile(r"(\d{1,2})[:：时点](\d{2})?(?::\d{2})?分?")


@dataclass(frozen=True)
class StationEntry:
    """A station; `place`, `lead`: codes of the roster."""

    place: str
    kind: StationKind
    lead: str | None
    needs_code: bool


@dataclass(frozen=True)
class PatternEntry:
    """A weekly shift; `station`: the code of its place."""

    code: str
    station: str
    pattern: Pattern
    capacity: int
    qualification: str | None


@dataclass(frozen=True)
class DutyPlan:
    """What the workbook says; None: that sheet says nothing, and what is there stays."""

    stations: tuple[StationEntry, ...] | None
    patterns: tuple[PatternEntry, ...] | None
    qualifications: tuple[tuple[str, str], ...]


def check(rows: Mapping[str, Sequence[Row]], roster: Roster, known: Sequence[str]) -> tuple[DutyPlan, list[Problem]]:
    """The plan that the rows describe, and all problems. `known`: codes of the places that are stations already."""
    problems: list[Problem] = []
    stations = _stations(rows.get("stations", ()), roster, problems)
    here = {station.place for station in stations} if rows.get("stations") else set(known)
    patterns = _patterns(rows.get("patterns", ()), roster, here, problems)
    people = Names((person.code, person.name) for person in roster.people.values())
    held = []
    for row in rows.get("qualifications", ()):
        cells = Cells(QUALIFICATIONS, row, problems)
        person, name = cells.reference("person", people, PEOPLE), cells.text("name")
        if person and name:
            held.append((person, name))
    plan = DutyPlan(
        tuple(stations) if rows.get("stations") else None,
        tuple(patterns) if rows.get("patterns") else None,
        tuple(held),
    )
    return plan, problems


def _stations(rows: Sequence[Row], roster: Roster, problems: list[Problem]) -> list[StationEntry]:
    places = Names((place.code, place.name) for place in roster.places.values())
    people = Names((person.code, person.name) for person in roster.people.values())
    found: dict[str, StationEntry] = {}
    first: dict[str, int] = {}
    for row in rows:
        cells = Cells(STATIONS, row, problems)
        place, kind = cells.reference("place", places, PLACES), cells.choice("kind", texts.STATION_KIND)
        lead = cells.reference("lead", people, PEOPLE)
        if place is None or kind is None:
            continue
        if cells.first(place, first, "place", texts.DOUBLED_CODE):
            found[place] = StationEntry(place, kind, lead, cells.text("needs_code") == "是")
    return list(found.values())


def _patterns(rows: Sequence[Row], roster: Roster, here: set[str], problems: list[Problem]) -> list[PatternEntry]:
    places = Names((place.code, place.name) for place in roster.places.values())
    found: dict[str, PatternEntry] = {}
    first: dict[str, int] = {}
    for row in rows:
        before = len(problems)
        cells = Cells(PATTERNS, row, problems)
        code, station = cells.text("code"), cells.reference("station", places, PLACES)
        if station is not None and station not in here:
            cells.wrong("station", texts.NOT_A_STATION.format(value=cells.text("station")))
        weekdays = _weekdays(cells)
        start, end = _minute(cells, "start"), _minute(cells, "end")
        capacity = _capacity(cells)
        since, until = cells.day("since"), cells.day("until")
        if since and until and until < since:
            cells.wrong("until", texts.TERM_BACKWARDS)
        cells.first(code, first, "code", texts.DOUBLED_CODE)
        if len(problems) > before or None in (code, station, start, end, capacity):
            continue
        assert code is not None
        assert station is not None
        assert start is not None
        assert end is not None
        assert capacity is not None
        holidays = cells.text("holidays") != "停班"
        pattern = Pattern(frozenset(weekdays), start, end, holidays, since, until)
        found[code] = PatternEntry(code, station, pattern, capacity, cells.text("qualification"))
    return list(found.values())


def _weekdays(cells: Cells) -> set[int]:
    text = (cells.text("weekdays") or "").replace("天", "日").replace("周", "").replace("星期", "").replace("、", "")
    if text in ("每日", "一至日"):
        return set(range(7))
    if text == "工作日":
        return set(range(5))
    days = {WEEKDAYS.find(char) if char in WEEKDAYS else int(char) - 1 if char in "1234567" else -1 for char in text}
    if text and -1 in days:
        cells.wrong("weekdays", texts.NOT_WEEKDAYS.format(value=cells.text("weekdays")))
    return days


def _minute(cells: Cells, key: str) -> int | None:
    text = cells.text(key)
    if text is None:
        return None
    found = _TIME.fullmatch(text)
    minute = int(found[1]) * 60 + int(found[2] or 0) if found else None
    if minute is None or minute > 24 * 60 or int((found and found[2]) or 0) > 59:
        cells.wrong(key, texts.NOT_A_TIME.format(value=text))
        return None
    return minute % (24 * 60)


def _capacity(cells: Cells) -> int | None:
    text = cells.text("capacity")
    if text is None:
        return None
    if not text.isdecimal() or not 0 < int(text) <= MOST_PEOPLE:
        cells.wrong("capacity", texts.NOT_A_COUNT.format(value=text, most=MOST_PEOPLE))
        return None
    return int(text)
