"""A community that asks its people for their opinion: its secretary at the office, neighbours, a leader, and the clock."""

import re
from dataclasses import dataclass

from tests.chat import Chat, Speaker
from tests.office import Office, plain
from tests.scenes import begun
from tests.staff import Staff, staff

ENDS = "2026-11-27T18:00"
LIFT = {"title": "加装电梯", "question": "您赞成加装电梯吗", "choices": "赞成、反对、无所谓", "ends": ENDS}
"""A survey of one question with choices."""


@dataclass(frozen=True)
class Court:
    """Everybody who has to do with surveys of 梧桐社区."""

    staff: Staff
    office: Office
    neighbours: list[Speaker]


def court(chat: Chat, neighbours: int = 4) -> Court:
    """Imports the roster; so many neighbours have said where they live, and the leader of their building does."""

    def begin() -> tuple[Staff, list[Speaker]]:
        people = staff(chat)
        living = [chat.person(f"邻居{at}") for at in range(neighbours)]
        for each in living:
            each.says("我住梧桐里1号院05幢")
        return people, living

    people, living = begun(chat, chat.clock, begin, neighbours)
    return Court(people, Office(chat).signs_in(people.secretary), living)


def does(office, do, **fields):
    """Fills a form of the pages and sends it."""
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/surveys").text)
    form = {"do": do, "csrf": office.csrf, "nonce": f"{nonce[1]}-{do}", **fields}
    return office.web.post("/console/surveys", data=form, headers={"HX-Request": "true"})


def draft(house, **fields):
    """Writes a draft; what is said of it."""
    return plain(does(house.office, "draft", **{**LIFT, **fields}).text)


def sent(chat, house, number=1, **fields):
    """Writes a survey and sends it out; what is said of the sending."""
    draft(house, **fields)
    said = plain(does(house.office, "send", survey=str(number)).text)
    chat.work()
    return said


def told(speaker, words):
    """What somebody was told that holds these words."""
    return [notice for notice in speaker.notices if words in notice]
