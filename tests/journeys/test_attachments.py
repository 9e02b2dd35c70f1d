"""Pictures and voices from the platform into the folder, whatever goes wrong on the way."""

import hashlib

import pytest
from sqlalchemy import select

from bot.api import PlatformApi
from scheduler.queue import connect
from storage.models import Attachment
from tests.chat import PNG, SECRETS
from tests.videos import video


def attachments(chat):
    return chat.rows(select(Attachment.__table__).order_by(Attachment.id))


@pytest.fixture
def resident(chat):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    return resident


def test_a_picture_is_stored_once_under_the_hash_of_its_content(chat, resident):
    resident.sends_picture(PNG)
    resident.sends_picture(PNG)
    chat.work()
    first, second = attachments(chat)
    kept = chat.tools.files.get(first.sha256)  # made anew, so not what was sent
    assert hashlib.sha256(kept).hexdigest() == first.sha256 == second.sha256
    for row in (first, second):
        assert (row.state, row.media_type, row.size) == ("stored", "image/jpeg", len(kept))
        assert row.came_as == hashlib.sha256(PNG).hexdigest()


def test_a_voice_and_a_video_are_stored_too(chat, resident):
    resident.speaks("就在二楼")
    resident.phone.video(video())
    chat.work()
    assert [(row.kind, row.media_type, row.state) for row in attachments(chat)] == [
        ("voice", "audio/amr", "stored"),
        ("video", "video/mp4", "stored"),
    ]


@pytest.mark.parametrize("content", [b"\0\0\0\x18ftypmp42" + b"0" * 100, video(tail=b"<script>alert(1)</script>")])
def test_what_only_begins_like_a_video_is_refused(chat, resident, content):
    resident.phone.video(content)
    chat.work()
    assert [(row.state, row.sha256) for row in attachments(chat)] == [("refused", None)]


@pytest.mark.parametrize("content", [b"<html>not a picture</html>", b"MZ" + b"\0" * 200, b"\x89PN"])
def test_what_is_no_picture_by_its_content_is_refused(chat, resident, content):
    resident.sends_picture(content)
    chat.work()
    assert [(row.state, row.sha256) for row in attachments(chat)] == [("refused", None)]


def test_a_file_over_the_limit_is_broken_off(chat, resident, monkeypatch):
    monkeypatch.setitem(__import__("storage.media_types", fromlist=["LIMITS"]).LIMITS, "image", 1000)
    resident.sends_picture(PNG + b"0" * 5000)
    chat.work()
    (row,) = attachments(chat)
    assert row.state == "refused"
    assert "1000 bytes" in row.last_error


def test_a_picture_that_the_platform_no_longer_has_is_lost_and_says_so(chat, resident, clock):
    resident.sends_picture()
    clock.turn(days=3, minutes=1)
    chat.work()
    assert [row.state for row in attachments(chat)] == ["lost"]


@pytest.mark.parametrize("fault", ["http_500", "busy", "too_many"])
def test_a_platform_in_trouble_is_asked_again_later(chat, resident, clock, fault):
    resident.sends_picture()
    chat.platform.faults.plan(fault, times=2)
    chat.work()
    (row,) = attachments(chat)
    assert row.state == "pending"
    chat.work()  # not due yet
    assert attachments(chat)[0].attempts == row.attempts
    for _ in range(3):
        clock.turn(minutes=1)
        chat.work()
    assert [row.state for row in attachments(chat)] == ["stored"]


def test_a_token_that_dies_in_mid_flight_is_replaced_once(chat, resident):
    resident.sends_picture()
    chat.api.tokens.token()
    chat.platform.faults.plan("expire_token")
    chat.work()
    assert [row.state for row in attachments(chat)] == ["stored"]


def test_with_redis_flushed_or_away_pictures_still_come(chat, resident, redis):
    resident.sends_picture()
    redis.flushall()
    chat.work()
    away = PlatformApi(chat.api_base, SECRETS.app_id, SECRETS.app_secret, connect("redis://127.0.0.1:1/0"))
    object.__setattr__(chat.tools, "api", away)
    resident.sends_picture()
    chat.work()
    assert [row.state for row in attachments(chat)] == ["stored", "stored"]


def test_a_claim_of_a_worker_that_died_is_free_again_after_two_minutes(chat, resident, clock):
    from storage.attachments import claim_file

    resident.sends_picture()
    (file,) = chat.rows(select(Attachment.id))
    assert claim_file(chat.database, file.id, clock()) is not None
    chat.work()
    assert [row.state for row in attachments(chat)] == ["pending"]
    clock.turn(minutes=2)
    chat.work()
    assert [row.state for row in attachments(chat)] == ["stored"]
