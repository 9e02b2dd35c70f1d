"""`kill -9` at every commit of `linli tick` through a whole round: one announcement, one poster, nobody told twice."""

import signal
from collections import Counter

import pytest
from sqlalchemy import select

from storage.models import Announcement, Attachment, Outbox, StarAward, StarRound
from tests.chat import SECRETS
from tests.commands import DIE_AT_COMMIT, linli
from tests.conftest import SECRET_KEY
from tests.stars import ANNOUNCE, NOTICE, OPEN, REVIEW, neighbour, november

MOST = 60


@pytest.fixture
def env(database_url, tmp_path, chat, valkey_url):
    return {
        "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "data"), "LINLI_SECRET_KEY": SECRET_KEY,
        "LINLI_REDIS_URL": valkey_url, "LINLI_WECHAT_API_BASE": chat.api_base, "LINLI_WECHAT_APP_ID": SECRETS.app_id,
        "LINLI_WECHAT_APP_SECRET": SECRETS.app_secret, "LINLI_WECHAT_TOKEN": SECRETS.token,
        "LINLI_WECHAT_AES_KEY": SECRETS.aes_key,
    }  # fmt: skip


def tick_with_kills(env, instant, step):
    """Runs the tick again and again, killed at its first, (1 + step)th, … commit, until one lives to its end."""
    for number in range(1, MOST, step):
        ended = linli("tick", "--now", instant, env={**env, DIE_AT_COMMIT: str(number)})
        if ended.returncode == 0:
            return (number - 1) // step
        assert ended.returncode == -signal.SIGKILL, ended.stderr
    raise AssertionError("the tick never came to its end")


@pytest.mark.parametrize("step", [6, pytest.param(1, marks=pytest.mark.soak)])
def test_a_round_survives_kills_at_every_step(chat, clock, env, step):
    people = november(chat, clock)
    auntie, member = neighbour(chat, "李阿姨"), people.members[0]
    kills = 0
    for instant in (OPEN, REVIEW, NOTICE, ANNOUNCE):
        clock.now = clock.now.fromisoformat(f"{instant}:00+08:00")
        for speaker in (auntie, member, people.secretary):
            speaker.says("帮助")
        if instant == NOTICE:
            assert "已通过 1 位" in people.secretary.says("评议通过")
        silent = {name: value for name, value in env.items() if name != "LINLI_WECHAT_APP_SECRET"}
        kills += tick_with_kills(
            env if instant == ANNOUNCE else silent, instant, step
        )  # pushes wait in the outbox till the last
        if instant == OPEN:
            auntie.says("推荐 甲一员 05幢 每天帮老人取奶")
            member.says("同意公示")
    assert kills >= 8 // step
    linli("tick", "--now", "2026-12-01T09:10", env=env)
    rounds = select(StarRound.state).join(StarAward, StarAward.round_id == StarRound.id)
    assert [row.state for row in chat.rows(rounds)] == ["announced"]
    assert len(chat.rows(select(Announcement.id))) == 1
    assert len(chat.rows(select(Attachment.id).where(Attachment.kind == "poster"))) == 1
    assert [row.state for row in chat.rows(select(StarAward.state))] == ["announced"]
    owed = Counter(row.dedupe_key for row in chat.rows(select(Outbox.dedupe_key)))
    assert max(owed.values()) == 1
    for speaker in (auntie, member, people.secretary):
        for words in ("开始推荐啦", "美善之星公示", "揭晓（"):
            assert sum(words in text for text in speaker.notices) <= 1
    assert sum("揭晓（" in text for text in auntie.notices) + len(
        chat.rows(select(Outbox.id).where(Outbox.dedupe_key.startswith("star:"), Outbox.state == "maybe_sent"))
    ) >= 1  # fmt: skip
