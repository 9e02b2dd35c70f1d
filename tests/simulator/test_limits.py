"""The stand-in enforces what the platform documents."""

from datetime import timedelta

import pytest
import requests

from simulator.errors import ApiError
from simulator.tokens import FORCED_A_DAY, TokenDesk
from simulator.windows import Windows


@pytest.fixture
def call(chat):
    def post(path, body, token=None, **kwargs):
        token = token or chat.platform.tokens.stable("wx0123456789abcdef", "appsecret", False)["access_token"]
        url = f"{chat.api_base}/cgi-bin{path}"
        return requests.post(url, params={"access_token": token}, json=body, **kwargs).json()

    return post


def text_to(openid, text="您好"):
    return {"touser": openid, "msgtype": "text", "text": {"content": text}}


def test_messages_need_a_window_and_quota(chat, call, clock):
    person = chat.person("李阿姨")
    assert call("/message/custom/send", text_to(person.openid))["errcode"] == 45015
    person.says("帮助")
    codes = [call("/message/custom/send", text_to(person.openid))["errcode"] for _ in range(6)]
    assert codes == [0, 0, 0, 0, 0, 45047]
    clock.turn(hours=48, seconds=1)
    assert call("/message/custom/send", text_to(person.openid))["errcode"] == 45015


@pytest.mark.parametrize("action", ["click", "subscribe", "scan"])
def test_a_tap_a_scan_or_following_opens_one_minute_for_three(clock, action):
    windows = Windows()
    windows.note("o1", action, clock())
    for _ in range(3):
        windows.take("o1", clock())
    with pytest.raises(ApiError, match="45047"):
        windows.take("o1", clock())
    windows.note("o1", action, clock())
    clock.turn(seconds=61)
    with pytest.raises(ApiError, match="45015"):
        windows.take("o1", clock())


def test_who_does_not_follow_or_exist_gets_nothing(chat, call):
    person = chat.person("李阿姨")
    person.phone.unfollow()
    assert call("/message/custom/send", text_to(person.openid))["errcode"] == 43004
    assert call("/message/custom/send", text_to("nobody"))["errcode"] == 40003
    assert call("/message/custom/send", text_to(person.openid), token="dead")["errcode"] == 40001


def test_a_text_over_2048_bytes_is_too_long(chat, call):
    person = chat.person("李阿姨")
    person.says("帮助")
    assert call("/message/custom/send", text_to(person.openid, "长" * 700))["errcode"] == 45002


def test_templates_are_known_or_refused_and_their_end_is_told(chat, call):
    person = chat.person("李阿姨")
    chat.platform.templates["T1"] = ("thing1", "time2")
    data = {"thing1": {"value": "楼道灯"}, "time2": {"value": "今天"}}
    send = {"touser": person.openid, "template_id": "T1", "data": data}
    assert call("/message/template/send", {**send, "template_id": "T9"})["errcode"] == 40037
    assert call("/message/template/send", send)["errcode"] == 0
    assert "楼道灯" in person.notices[-1]


def test_subscription_notices_need_permission_and_the_right_fields(chat, call):
    person = chat.person("李阿姨")
    chat.platform.templates["T1"] = ("thing1",)
    send = {"touser": person.openid, "template_id": "T1", "data": {"thing1": {"value": "灯"}}}
    assert call("/message/subscribe/bizsend", send)["errcode"] == 43101
    chat.platform.permissions[person.openid, "T1"] = 1
    assert call("/message/subscribe/bizsend", {**send, "data": {}})["errcode"] == 47003
    assert call("/message/subscribe/bizsend", send)["errcode"] == 0
    assert call("/message/subscribe/bizsend", send)["errcode"] == 43101


def test_codes_and_menus_keep_to_their_sizes(call):
    def scene(text):
        return {"action_name": "QR_LIMIT_STR_SCENE", "action_info": {"scene": {"scene_str": text}}}

    assert "ticket" in call("/qrcode/create", scene("b-1-1"))
    assert call("/qrcode/create", scene("x" * 65))["errcode"] == 40053
    temporary = {**scene("b"), "action_name": "QR_STR_SCENE", "expire_seconds": 2_592_001}
    assert call("/qrcode/create", temporary)["errcode"] == 40052
    entry = {"type": "click", "name": "帮助", "key": "HELP"}
    assert call("/menu/create", {"button": [entry] * 3})["errcode"] == 0
    assert call("/menu/create", {"button": [entry] * 4})["errcode"] == 40016
    assert call("/menu/create", {"button": [{"name": "我的", "sub_button": [entry] * 6}]})["errcode"] == 40023


def test_media_go_up_and_come_down_for_three_days(chat, call, clock):
    token = chat.platform.tokens.stable("wx0123456789abcdef", "appsecret", False)["access_token"]
    url, parameters = f"{chat.api_base}/cgi-bin/media", {"access_token": token}
    file = {"media": ("a.png", b"\x89PNG", "image/png")}
    up = requests.post(f"{url}/upload", params={**parameters, "type": "image"}, files=file).json()
    down = {**parameters, "media_id": up["media_id"]}
    assert requests.get(f"{url}/get", params=down).content == b"\x89PNG"
    large = {"media": ("a.amr", b"0" * (2 * 1024 * 1024 + 1), "audio/amr")}
    refused = requests.post(f"{url}/upload", params={**parameters, "type": "voice"}, files=large).json()
    assert refused["errcode"] == 40006
    clock.now += timedelta(days=3)
    token = chat.platform.tokens.stable("wx0123456789abcdef", "appsecret", False)["access_token"]
    assert requests.get(f"{url}/get", params={**down, "access_token": token}).json()["errcode"] == 40007


def test_user_info_tells_who_follows(chat, call):
    person = chat.person("李阿姨")
    token = chat.platform.tokens.stable("wx0123456789abcdef", "appsecret", False)["access_token"]
    parameters = {"access_token": token, "openid": person.openid}
    assert requests.get(f"{chat.api_base}/cgi-bin/user/info", params=parameters).json()["subscribe"] == 1
    person.phone.unfollow()
    assert requests.get(f"{chat.api_base}/cgi-bin/user/info", params=parameters).json()["subscribe"] == 0


def test_a_stable_token_is_the_same_until_five_minutes_before_its_end(clock):
    desk = TokenDesk("app", "secret", clock)
    first = desk.stable("app", "secret", False)["access_token"]
    clock.turn(seconds=7200 - 301)
    assert desk.stable("app", "secret", False)["access_token"] == first
    clock.turn(seconds=2)
    second = desk.stable("app", "secret", False)["access_token"]
    assert second != first
    desk.require(first)
    clock.turn(minutes=6)
    with pytest.raises(ApiError, match="42001"):
        desk.require(first)


def test_a_forced_token_kills_the_old_one_and_is_rare(clock):
    desk = TokenDesk("app", "secret", clock)
    first = desk.stable("app", "secret", False)["access_token"]
    desk.stable("app", "secret", True)
    with pytest.raises(ApiError, match="45011"):
        desk.stable("app", "secret", True)
    for _ in range(FORCED_A_DAY - 1):
        clock.turn(seconds=31)
        desk.stable("app", "secret", True)
    clock.turn(seconds=31)
    with pytest.raises(ApiError, match="45009"):
        desk.stable("app", "secret", True)
    with pytest.raises(ApiError, match="40001"):
        desk.require(first)


def test_tokens_of_both_calls_are_separate(clock):
    desk = TokenDesk("app", "secret", clock)
    stable, classic = desk.stable("app", "secret", False), desk.classic("app", "secret")
    assert stable["access_token"] != classic["access_token"]
    newer = desk.classic("app", "secret")["access_token"]
    clock.turn(minutes=6)
    desk.require(stable["access_token"])
    desk.require(newer)
    with pytest.raises(ApiError, match="42001"):
        desk.require(classic["access_token"])


def test_three_silent_tries_end_in_the_platforms_own_words(chat):
    chat.platform.answer_within = 0.2
    person = chat.person("李阿姨")
    chat.platform.webhook = "http://127.0.0.1:1/wechat"
    assert "服务出现故障" in person.says("3幢楼道灯坏了")


def test_a_held_back_message_arrives_behind_the_next(chat):
    from concurrent.futures import ThreadPoolExecutor

    person = chat.person("李阿姨")
    chat.platform.faults.plan("reorder", seconds=5)
    with ThreadPoolExecutor(2) as pool:
        late = pool.submit(person.says, "3幢门口积水")
        while not chat.platform._held_back:
            pass
        early = pool.submit(person.says, "3幢楼道灯坏了")
        assert "0001" in early.result()
        assert "0002" in late.result()
