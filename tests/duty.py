"""A station with a weekly plan, its lead and members, for journeys of duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from governance.clock import SHANGHAI
from governance.duty.plan_sheets import SHEETS
from handlers.duty.plan_import import import_duty
from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.workbook.reader import read_workbook
from storage.workbook.writer import write_workbook
from tests.chat import Chat, Speaker
from tests.scenes import begun
from tests.staff import lines

Sheet = Sequence[dict[str, Any]]
NAMES = ("甲一员", "乙一员", "丙一员", "丁一员")

STATIONS = [
    {"place": "H1", "kind": "和事佬工作室", "lead": "R5", "needs_code": "否"},
    {"place": "L1", "kind": "鲁班能量屋", "lead": "R5", "needs_code": "是"},
]
PATTERNS = [
    {"code": "P1", "station": "H1", "weekdays": "六", "start": "09:00", "end": "11:00", "capacity": "2"},
    {"code": "P2", "station": "H1", "weekdays": "三", "start": "22:00", "end": "06:00", "capacity": "1"},
    {
        "code": "P3",
        "station": "L1",
        "weekdays": "六",
        "start": "10:00",
        "end": "12:00",
        "capacity": "1",
        "qualification": "电工",
    },
]


@dataclass(frozen=True)
class Crew:
    """Who takes part: the lead of both stations, the secretary, and members."""

    lead: Speaker
    secretary: Speaker
    head: Speaker
    members: tuple[Speaker, ...]


def roster() -> dict[str, list[dict[str, Any]]]:
    """The small subdistrict with two stations in its first courtyard and some party members."""
    found = lines()
    found["places"] += [
        {"code": "H1", "name": "梧桐和事佬工作室", "kind": "站点", "parent": "C1", "lat": 32.05, "lon": 118.76},
        {"code": "L1", "name": "梧桐鲁班能量屋", "kind": "站点", "parent": "C1", "lat": 32.05, "lon": 118.76},
    ]
    for number, name in enumerate(NAMES):
        found["people"].append(
            {
                "code": f"M1{number}",
                "name": name,
                "phone": f"1992222000{number}",
                "unit": "示例电力" if number % 2 else "示例学校",
            }
        )
        found["posts"].append({"person": f"M1{number}", "role": "在职党员", "place": "C1"})
    return found


def crew(chat: Chat, stations: list[dict[str, Any]] = STATIONS, patterns: list[dict[str, Any]] = PATTERNS) -> Crew:
    """Imports roster and duty workbook; binds everybody."""

    def begin() -> Crew:
        chat.subdistrict(roster())
        plan(chat, stations, patterns)
        members = tuple(chat.bound(name, f"1992222000{number}") for number, name in enumerate(NAMES))
        return Crew(chat.bound("王样本", "0005"), chat.bound("吴范例", "0006"), chat.bound("孙模拟", "0004"), members)

    return begun(chat, chat.clock, begin, stations, patterns)


def plan(
    chat: Chat, stations: list[dict[str, Any]], patterns: list[dict[str, Any]], qualified: list[dict[str, Any]] = ()
) -> list[str]:  # type: ignore[assignment]
    """Imports a duty workbook as `linli duty import` does; answers its problems."""
    path = chat.tools.files.path("x").parent.parent.with_suffix(".duty.xlsx")
    write_workbook(path, {"stations": stations, "patterns": patterns, "qualifications": qualified}, SHEETS)
    problems, _, _ = import_duty(chat.database, chat.tools.config, read_workbook(path, sheets=SHEETS), chat.clock())
    return [str(problem) for problem in problems]


def tick(chat: Chat) -> None:
    """Does what the clock brings, and delivers."""
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    chat.work()


def at(clock: Any, text: str) -> None:
    """Turns the clock to a local time."""
    clock.now = datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)
