"""One token for all, whoever asks, whatever dies."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from simulator.errors import ApiError
from tests.chat import SECRETS


def api(chat, redis):
    return PlatformApi(chat.api_base, SECRETS.app_id, SECRETS.app_secret, redis)


@pytest.fixture
def fetches(chat, monkeypatch):
    """How often the platform was asked for a token, and whether by force."""
    asked = []
    stable = chat.platform.tokens.stable

    def counting(app_id, secret, force):
        asked.append(force)
        return stable(app_id, secret, force)

    monkeypatch.setattr(chat.platform.tokens, "stable", counting)
    return asked


def test_many_processes_fetch_one_token(chat, redis, fetches):
    keepers = [api(chat, redis).tokens for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        tokens = set(pool.map(lambda keeper: keeper.token(), keepers))
    assert len(tokens) == 1
    assert fetches == [False]


def test_a_token_may_be_512_characters_long(chat, redis, monkeypatch):
    long = "t" * 512
    monkeypatch.setattr(chat.platform.tokens, "stable", lambda *_: {"access_token": long, "expires_in": 7200})
    assert api(chat, redis).tokens.token() == long
    assert api(chat, redis).tokens.token() == long


def test_a_dead_token_is_replaced_by_somebody_elses_newer_one_without_asking(chat, redis, fetches):
    first = api(chat, redis).tokens
    dead = first.token()
    redis.set(f"linli:token:{SECRETS.app_id}", "newer")
    assert first.replace(dead) == "newer"
    assert fetches == [False]


def test_a_dead_token_that_the_platform_still_hands_out_is_forced_once(chat, redis, fetches):
    keeper = api(chat, redis).tokens
    dead = keeper.token()
    living = keeper.replace(dead)
    assert living != dead
    chat.platform.tokens.require(living)
    with pytest.raises(ApiError):
        chat.platform.tokens.require(dead)
    keeper.replace(living)
    assert fetches == [False, False, True, False]


def test_a_call_never_renews_twice(chat, redis, fetches, monkeypatch):
    def refuse(token):
        raise ApiError(40001, "always")

    monkeypatch.setattr(chat.platform.tokens, "require", refuse)
    with pytest.raises(PlatformError, match="40001"):
        api(chat, redis).send_text("o1", "x")
    assert len(fetches) <= 3


def test_a_wrong_secret_and_a_platform_away_are_told_apart(chat, redis):
    with pytest.raises(PlatformError, match="40125"):
        PlatformApi(chat.api_base, SECRETS.app_id, "wrong", redis).tokens.token()
    with pytest.raises(PlatformAway):
        PlatformApi("http://127.0.0.1:1", SECRETS.app_id, SECRETS.app_secret, redis).tokens.token()
    chat.platform.faults.plan("http_500")
    with pytest.raises(PlatformAway, match="502"):
        api(chat, redis).tokens.token()


def test_a_download_that_is_an_error_in_json_is_no_file(chat, redis):
    with pytest.raises(PlatformError, match="40007"):
        api(chat, redis).download("no-such-media", 1000)
