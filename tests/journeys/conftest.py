"""Whom several journeys share; a file with people of its own says so itself."""

from datetime import timedelta

import pytest

from simulator.windows import GRANTS, Grant
from storage.models import Account
from tests.chat import Chat, Speaker
from tests.notices import HOMES, dwellers
from tests.scenes import begun
from tests.staff import Staff, staff
from tests.stars import neighbour


@pytest.fixture
def people(chat: Chat) -> Staff:
    """Everybody who handles tickets in the first grid and above, their phones bound."""
    return staff(chat)


@pytest.fixture
def resident(chat: Chat, people: Staff) -> Speaker:
    """Somebody who reports to them."""
    return chat.person("李阿姨")


@pytest.fixture
def auntie(chat: Chat) -> Speaker:
    """Somebody who lives in building 5 and nominates."""
    return neighbour(chat, "李阿姨")


@pytest.fixture
def quota(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if everybody wrote all the time."""
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


@pytest.fixture
def followers(chat: Chat, quota: None) -> list[Speaker]:
    """Twenty people who wrote a moment ago."""

    def begin() -> list[Speaker]:
        found = [chat.person(f"居民{number}") for number in range(20)]
        for speaker in found:
            speaker.says("帮助")
        return found

    return begun(chat, chat.clock, begin)


@pytest.fixture
def homes(chat: Chat, people: Staff, quota: None) -> dict[str, Speaker]:
    """Three who live in 梧桐里1号院 (with the building's leader they are four), one in 2号院, one in the other community."""

    def begin() -> dict[str, Speaker]:
        found = {name: chat.person(name) for name, _ in HOMES}
        for name, home in HOMES:
            found[name].says(f"我住{home}")
        return found

    return begun(chat, chat.clock, begin)


@pytest.fixture
def crowd(chat: Chat, homes: dict[str, Speaker]) -> None:
    """Two hundred more in 梧桐里1号院1幢, who have not written for days: above the size that one person may send to."""
    with chat.database.write() as connection:
        connection.execute(Account.__table__.insert(), dwellers(chat, 200, chat.clock() - timedelta(days=9)))


@pytest.fixture
def households(chat: Chat, quota: None) -> list[Speaker]:
    """People who live there and report."""
    return [chat.person(f"居民{number}") for number in range(8)]
