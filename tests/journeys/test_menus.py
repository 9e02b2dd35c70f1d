"""Menus by role, hung on the platform's tags."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.api import PlatformApi
from bot.errors import PlatformError
from bot.menu import BY_TAG, publish
from storage.tags import want_tags
from tests import activities, alliance
from tests.chat import SECRETS


def names(chat, person):
    return [button["name"] for button in chat.platform.menu_of(person.openid)["button"]]


def test_each_role_sees_its_own_menu(chat):
    chat.subdistrict()
    assert publish(chat.api) is True
    resident, worker = chat.person("李阿姨"), chat.bound("陈试用", "0001")
    leader = chat.bound("王样本", "0005")
    chat.work()
    assert names(chat, resident) == ["我要上报", "我的", "身边好人"]
    assert names(chat, worker) == ["我要上报", "我的", "工作台"]
    assert names(chat, leader) == ["我要上报", "我的", "红色阵地"]
    worker.says("解绑")
    chat.work()
    assert names(chat, worker) == ["我要上报", "我的", "身边好人"]


def test_who_speaks_for_a_unit_or_sits_in_a_council_finds_their_own_part(chat, quota):
    who = activities.town(chat)
    publish(chat.api)
    chat.work()
    assert names(chat, who.contact) == ["我要上报", "我的", "共治"]
    assert names(chat, who.secretary) == ["我要上报", "我的", "工作台"]
    assert "项目" in who.contact.taps("PROJECTS")
    book = alliance.book_lines()
    alliance.import_book(chat, {**book, "contacts": book["contacts"][1:]})
    chat.work()
    assert "共治" not in names(chat, who.contact), "who speaks for it no more"


def test_publishing_again_leaves_one_menu_of_each(chat):
    publish(chat.api)
    publish(chat.api)
    assert len(chat.platform.conditional_menus) == len(BY_TAG)


def test_every_menu_entry_is_answered(chat):
    chat.subdistrict()
    publish(chat.api)
    worker = chat.bound("陈试用", "0001")
    menus = [chat.platform.menu, *(menu for _, menu in chat.platform.conditional_menus)]
    for menu in menus:
        for button in menu["button"]:
            for entry in button.get("sub_button") or [button]:
                assert "看不懂" not in worker.taps(entry["key"])


def test_an_account_that_may_not_tag_has_the_common_menu_and_is_not_asked_again(chat):
    chat.subdistrict()
    chat.platform.tags.permitted = False
    assert publish(chat.api) is False
    worker = chat.bound("陈试用", "0001")
    chat.work()
    assert names(chat, worker) == ["我要上报", "我的", "身边好人"]
    with chat.database.write() as connection:
        assert want_tags(connection, chat.clock()) == 0


def test_a_platform_in_trouble_delays_the_tag(chat):
    chat.subdistrict()
    publish(chat.api)
    worker = chat.bound("陈试用", "0001")
    chat.platform.faults.plan("http_500", times=1)
    chat.work()
    chat.work()
    assert "工作台" in names(chat, worker)


def test_a_term_that_ends_takes_its_menu_along(chat, clock):
    from tests.roster import line, small

    lines = small()
    line(lines, "posts", "R1")["until"] = "2026-11-24"
    chat.subdistrict(lines)
    publish(chat.api)
    worker = chat.bound("陈试用", "0001")
    chat.work()
    assert "工作台" in names(chat, worker)
    clock.turn(days=1)
    chat.run("prune")
    chat.work()
    assert "身边好人" in names(chat, worker)


def test_the_menu_and_the_worker_make_the_same_tags_at_once(chat, redis):
    """As at the start of a demo: each looks, finds none, and makes it; who comes second takes what is there."""
    names, rounds = [f"标签{number}" for number in range(12)], threading.Barrier(4)

    def make(_maker):
        api, found = PlatformApi(chat.api_base, SECRETS.app_id, SECRETS.app_secret, redis, a_second=10_000), []
        for name in names:
            rounds.wait(20)
            found.append(api.tag_id(name))
        return found

    with ThreadPoolExecutor(4) as makers:
        made = list(makers.map(make, range(4)))
    assert made == [made[0]] * 4
    assert [tag["name"] for tag in chat.platform.tags.all()["tags"]] == names


def test_a_name_that_the_platform_does_not_allow_is_still_refused(chat):
    with pytest.raises(PlatformError, match="45157"):
        chat.api.tag_id("")
