"""Whom several journeys share; a file with people of its own says so itself."""

import pytest

from simulator.windows import GRANTS, Grant
from tests.chat import Chat, Speaker
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
    found = [chat.person(f"居民{number}") for number in range(20)]
    for speaker in found:
        speaker.says("帮助")
    return found


@pytest.fixture
def homes(chat: Chat, quota: None) -> list[Speaker]:
    """People who live there and report."""
    return [chat.person(f"居民{number}") for number in range(8)]
