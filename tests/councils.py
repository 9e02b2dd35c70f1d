"""A community with a council of five members, its secretary, and neighbours who propose and support."""

from dataclasses import dataclass

from tests.chat import Chat, Speaker
from tests.scenes import begun
from tests.staff import lines as staffed_lines

SEATS = (("N1", "陆样本"), ("N2", "苏示范"), ("N3", "卢模拟"), ("N4", "蒋试用"), ("N5", "蔡样本"))


@dataclass(frozen=True)
class House:
    """Everybody who has to do with the council of 梧桐社区."""

    secretary: Speaker
    lead: Speaker
    members: list[Speaker]
    neighbours: list[Speaker]
    worker: Speaker


def lines():
    """The small roster with five who hold the post of a council member at the first community."""
    found = staffed_lines()
    for at, (code, name) in enumerate(SEATS):
        found["people"].append({"code": code, "name": name, "phone": f"1992222005{at}"})
        found["posts"].append({"person": code, "role": "议事会成员", "place": "C1"})
    return found


def council(chat: Chat) -> House:
    """Imports the roster, binds who has a phone there; eight neighbours have said where they live."""

    def begin() -> House:
        chat.subdistrict(lines())
        secretary, lead = chat.bound("吴范例", "0006"), chat.bound("魏领导", "0031")
        members = [chat.bound(name, f"005{at}") for at, (_, name) in enumerate(SEATS)]
        neighbours = [chat.person(f"邻居{at}") for at in range(8)]
        for each in neighbours:
            each.says("我住梧桐里1号院1幢")
        return House(secretary, lead, members, neighbours, chat.bound("陈试用", "0001"))

    return begun(chat, chat.clock, begin)


def told(speaker: Speaker, words: str) -> list[str]:
    """What somebody was told that holds these words."""
    return [notice for notice in speaker.notices if words in notice]
