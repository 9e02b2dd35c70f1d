"""Bent requests at the webhook: a few thousand in every run; `make fuzz` sends a million (tests.fuzz.webhook)."""

import sys

import pytest

from linli import logs
from tests.chat import SECRETS, Chat
from tests.fuzz.mutations import ALWAYS
from tests.fuzz.webhook import PLAIN_SECRETS, Log, storm


@pytest.fixture
def storming(database, clock, redis, tmp_path):
    """Makes a storm at the account with these secrets; its log is kept for looking at."""
    opened, log = [], Log()

    def make(secret, **account):
        chat = Chat(database, clock, redis, tmp_path / "files", secret, **account)
        opened.append(chat)
        made = storm(chat, secret, clock, seed=7)
        logs.configure(log)
        return made, log

    yield make
    logs.configure(sys.stderr)
    for chat in opened:
        chat.close()


@pytest.mark.parametrize("secret", [PLAIN_SECRETS, SECRETS], ids=["plain", "safe"])
def test_nothing_bent_breaks_the_door_or_is_stored_unsigned(storming, secret):
    made, log = storming(secret)
    made.run(400)
    assert not made.wrong, "\n".join(f"{kind}\n    {shot}" for kind, shot in made.wrong.items())
    assert not log.wrong
    assert {200, 400, 403, 413, 415} <= set(made.statuses)
    assert len(made.kinds) > len(ALWAYS) - 4, "nearly every way of bending is tried"
    assert log.events["message"] >= 30


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_door_that_takes_what_is_not_sealed_is_noticed(storming):
    made, _ = storming(SECRETS, allow_plain=True)
    made.run(150)
    assert "plain in safe mode: 200, though it may only be refused" in made.wrong
    assert made.wrong["stored"] == "an account of somebody who was refused"
