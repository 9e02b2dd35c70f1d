"""A community in November with neighbours at home, for journeys of the stars."""

from typing import Any

from tests.chat import Chat, Speaker
from tests.duty import Crew, at, crew, tick
from tests.scenes import begun

OPEN, REVIEW, NOTICE, ANNOUNCE = "2026-11-20T09:00", "2026-11-26T09:00", "2026-11-28T09:00", "2026-12-01T09:00"


def november(chat: Chat, clock: Any) -> Crew:
    """The crew of the stations, with the month's round planned."""

    def begin() -> Crew:
        at(clock, "2026-11-02T09:00")
        people = crew(chat)
        tick(chat)
        return people

    return begun(chat, clock, begin)


def neighbour(chat: Chat, name: str, home: str = "梧桐里1号院05幢") -> Speaker:
    """Somebody who is in no roster and lives there."""
    speaker = chat.person(name)
    speaker.says(f"我住{home}")
    return speaker


def step(chat: Chat, clock: Any, instant: str, *awake: Speaker) -> None:
    """Turns the clock to an instant; who is `awake` wrote a moment before, so that pushes reach them."""
    at(clock, instant)
    clock.turn(minutes=-5)
    for speaker in awake:
        speaker.says("帮助")
    clock.turn(minutes=5)
    tick(chat)


def told(speaker: Speaker, words: str) -> list[str]:
    """What the account wrote to them that says this."""
    return [text for text in speaker.notices if words in text]


def to_notice(chat: Chat, clock: Any, people: Crew, nominee: Speaker, name: str, nominator: Speaker) -> None:
    """A round with one candidate who agreed, up to the public notice."""
    step(chat, clock, OPEN)
    nominator.says(f"推荐 {name} 05幢 每天帮独居老人取奶")
    nominee.says("同意公示")
    step(chat, clock, REVIEW)
    people.secretary.says("评议通过")
    step(chat, clock, NOTICE, nominator, nominee, people.secretary)
