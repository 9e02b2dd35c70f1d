"""A lecture that is open, the people who come to it, and two units with who speaks for them, for journeys of activities."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from storage.models import Shift
from tests import alliance
from tests.chat import Chat, Speaker
from tests.roster import Lines
from tests.scenes import begun

OPENING = "发起活动 讲座 红色故事 地点 将军馆 12月6日 9点到11点 {places}人"
WHO = [
    ("吴范例", "0006"),
    ("卫示范", "0052"),
    ("沈试用", "0054"),
    ("何派单", "0033"),
    ("甲样本", "0061"),
    ("乙样本", "0062"),
    ("丙样本", "0063"),
]


@dataclass(frozen=True)
class Town:
    """Who speaks: the community's secretary, two units' contacts (示范市审计局, 样本科技公司), the dispatcher, party members."""

    secretary: Speaker
    contact: Speaker
    other: Speaker
    dispatcher: Speaker
    members: tuple[Speaker, ...]


def roster() -> Lines:
    """That of the alliance with some party members."""
    found = alliance.roster_lines()
    for number, name in enumerate(("甲样本", "乙样本", "丙样本")):
        found["people"].append(
            {"code": f"M2{number}", "name": name, "phone": f"1992222006{number + 1}", "unit": "示范学校"}
        )
        found["posts"].append({"person": f"M2{number}", "role": "在职党员", "place": "C1"})
    return found


def town(chat: Chat, lines: Lines | None = None) -> Town:
    """Roster and the alliance's workbook imported, phones bound."""

    def begin() -> Town:
        people = chat.staffed(roster(), WHO)
        assert alliance.import_book(chat, lines or alliance.book_lines()).problems == []
        return Town(*people[:4], tuple(people[4:]))

    return begun(chat, chat.clock, begin, lines)


def lecture(chat: Chat, who: Town, places: int = 30) -> int:
    """Opens it; answers its number."""
    answer = who.secretary.says(OPENING.format(places=places))
    assert "已发起" in answer, answer
    return newest(chat)


def newest(chat: Chat) -> int:
    """The number of the newest time of an activity."""
    found: list[Any] = chat.rows(select(Shift.id).where(Shift.campaign_id.is_not(None)).order_by(Shift.id.desc()))
    return int(found[0].id)
