"""Closed matters that are cases of the year, and an office that runs the vote."""

import re
from typing import Any

from sqlalchemy import select, update

from storage.models import Ticket
from tests.chat import Chat, Speaker
from tests.journeys.breaking_tickets import change
from tests.office import Office
from tests.visits import Visitors

STORIES = ("楼道灯坏了", "下水道堵了", "院墙开裂")


def closed(chat: Chat, *troubles: str) -> list[str]:
    """Tickets of the first courtyard that were closed today; their numbers."""
    resident = chat.person("报事的人")
    for at, trouble in enumerate(troubles or STORIES):
        resident.says(f"梧桐里1号院1幢{at + 1}楼{trouble}")
        resident.says("1")
    change(chat, update(Ticket).values(state="closed", ended_at=chat.clock(), by_hand=True))
    return [row.number for row in chat.rows(select(Ticket.number).order_by(Ticket.number))]


def does(office: Office, do: str, **fields: Any) -> Any:
    """Fills a form of the page of cases and sends it."""
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get("/console/cases").text)
    form = {"do": do, "csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return office.web.post("/console/cases", data=form, headers={"HX-Request": "true"})


def proposed(chat: Chat, secretary: Speaker) -> Office:
    """Three cases of the first community; the secretary's browser."""
    office = Office(chat).signs_in(secretary)
    for number, story in zip(closed(chat), STORIES, strict=True):
        does(office, "propose", ticket=number, title=f"{story}当天修好", story=f"居民反映{story}，当天修好。")
    return office


def opened(chat: Chat, people: Visitors, days: int = 7) -> Office:
    """A vote on three cases that the lead has just begun, though the other community has none; the secretary's browser."""
    office = proposed(chat, people.secretary)
    does(Office(chat).signs_in(people.lead), "open", days=str(days), anyway="1")
    return office
