"""The platform's name resolves no more, or something else answers in its place: what is due waits, and nothing goes twice."""

import re
import socket
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from bot.api import PlatformApi
from linli.settings import Settings
from linli.texts import why
from linli.web_app import web_app
from storage.models import Attachment, Outbox
from tests.chat import SECRETS
from tests.conftest import SECRET_KEY
from tests.journeys.deliveries import enqueue_notification, received, states, until_done
from tests.staff import staff

HOST = "api.weixin.qq.com"


@pytest.fixture
def names(chat, redis, monkeypatch):
    """The platform behind its own name; what is put into the list is whether the name resolves."""
    resolves, real = [True], socket.getaddrinfo

    def getaddrinfo(host, *arguments, **named):
        if host != HOST:
            return real(host, *arguments, **named)
        if not resolves[-1]:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return real("127.0.0.1", *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    base = f"http://{HOST}:{urlsplit(chat.api_base).port}"
    chat.api = PlatformApi(base, SECRETS.app_id, SECRETS.app_secret, redis)
    chat.tools = replace(chat.tools, api=chat.api)
    return resolves


def wait_out(chat, clock, redis, hours, tries=12):
    """The workers go on all the while, more often than anything is ever tried and given up."""
    for _ in range(tries):
        redis.delete(*(redis.keys("linli:breaker*") or ["none"]))  # its 20 seconds pass on another clock
        chat.run("downloads", "pushes")
        clock.turn(hours=hours / tries)


@pytest.mark.parametrize("token", ["had", pytest.param("not had", marks=pytest.mark.soak)])
def test_a_night_without_dns_loses_no_notice_and_doubles_none(chat, clock, followers, redis, names, token):
    enqueue_notification(chat, 20)
    if token == "had":
        chat.api.tokens.token()
    chat.api.client._http.close()
    names.append(False)
    wait_out(chat, clock, redis, hours=9)
    assert "NH20261124-0001" in followers[0].says("3幢楼道灯坏了")
    assert states(chat) == {"waiting": 20}
    errors = {row.last_error for row in chat.rows(select(Outbox.last_error).where(Outbox.state == "waiting"))}
    assert {why(error) for error in errors - {"quiet hours"}} <= {"连不上微信接口", "微信接口接连失败，稍后自动再试"}
    names.append(True)
    clock.now = clock.now.replace(hour=2, day=25)  # past the quiet hours
    redis.flushall()
    until_done(chat, clock, minutes=3)
    assert states(chat) == {"sent": 20}
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(20)}


def test_a_night_without_dns_loses_no_picture(chat, clock, redis, names):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    resident.sends_picture()
    chat.api.tokens.token()
    names.append(False)
    wait_out(chat, clock, redis, hours=9)
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["pending"]
    names.append(True)
    redis.flushall()
    chat.work()
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["stored"]
    assert len([text for text in resident.notices if "照片" in text and "没有" in text]) == 0


@pytest.mark.parametrize("fault", ["too_many", pytest.param("busy", marks=pytest.mark.soak)])
def test_a_platform_that_takes_nothing_for_hours_gets_it_all_afterwards(chat, clock, followers, redis, fault):
    enqueue_notification(chat, 6)
    followers[0].sends_picture()
    chat.platform.faults.plan(fault, times=100_000)
    wait_out(chat, clock, redis, hours=6)
    assert states(chat) == {"waiting": 6}
    chat.platform.faults.plan(fault, times=0)
    redis.flushall()
    until_done(chat, clock, minutes=3)
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(6)}
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["stored"]


def test_what_is_older_than_48_hours_when_the_platform_comes_back_is_kept_for_the_next_reply(
    chat, clock, followers, redis, names
):  # fmt: skip
    enqueue_notification(chat, 20)
    chat.api.client._http.close()
    names.append(False)
    wait_out(chat, clock, redis, hours=66, tries=4)
    assert states(chat) == {"kept": 20}
    assert "通知0000" in followers[0].says("帮助")


def test_garbage_instead_of_an_answer_is_maybe_sent_and_never_sent_again(chat, clock, followers, redis):
    enqueue_notification(chat, 20)
    chat.api.tokens.token()
    chat.platform.faults.plan("garbage", times=5)
    until_done(chat, clock)
    assert states(chat) == {"sent": 15, "maybe_sent": 5}
    counts = received(chat)
    assert len(counts) == 15
    assert max(counts.values()) == 1


def test_garbage_instead_of_a_token_or_a_file_costs_nothing(chat, clock, redis):
    resident = chat.person("李阿姨")
    resident.says("3幢楼道灯坏了")
    resident.sends_picture()
    enqueue_notification(chat, 3)
    redis.flushall()
    chat.platform.faults.plan("garbage", times=1)
    chat.run("downloads")  # a page where the token should be
    clock.turn(minutes=3)
    chat.api.tokens.token()
    chat.platform.faults.plan("garbage", times=1)
    chat.run("downloads")  # and one where the picture should be
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["pending"]
    clock.turn(minutes=3)
    chat.run("downloads")
    assert [row.state for row in chat.rows(select(Attachment.state))] == ["stored"]
    redis.flushall()
    chat.api.tokens._seen = chat.api.tokens._own = None
    chat.platform.faults.plan("garbage", times=1)
    until_done(chat, clock, minutes=3)
    assert received(chat) == {f"通知{number:04d}": 1 for number in range(3)}


def test_garbage_instead_of_a_sign_in_code_or_a_tag_leaves_the_code_to_type_and_the_tag_for_later(
    chat, clock, redis, tmp_path
):
    """The picture is left out, the page stands; the menu's tag is given as soon as the platform answers again."""
    settings = Settings(
        data_dir=tmp_path, database_url=str(chat.database.engine.url), wechat_api_base=chat.api_base,
        wechat_app_id=SECRETS.app_id, wechat_app_secret=SECRETS.app_secret, wechat_token="t", secret_key=SECRET_KEY,
    )  # fmt: skip
    web = web_app(settings, chat.database, clock, lambda: None, redis).test_client()
    token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)[1]
    for garbage in (True, False):
        chat.platform.faults.plan("garbage", times=100 if garbage else 0)
        page = web.post("/console/sign-in/code", data={"csrf": token}).text
        token = re.search(r'name="csrf" value="(\w+)"', page)[1]
        assert re.search(r"登录 \d{6}", page)
        assert ('aria-label="登录二维码"' in page) is not garbage
    worker = staff(chat).worker
    chat.platform.faults.plan("garbage", times=100)
    chat.run("tags")
    assert chat.platform.tags.of(worker.openid) == []
    chat.platform.faults.plan("garbage", times=0)
    redis.flushall()
    clock.turn(minutes=10)
    chat.run("tags")
    assert len(chat.platform.tags.of(worker.openid)) == 1
