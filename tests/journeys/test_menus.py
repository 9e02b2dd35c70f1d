"""Menus by role, hung on the platform's tags."""

from bot.menu import publish
from storage.tags import want_tags


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


def test_publishing_again_leaves_one_menu_of_each(chat):
    publish(chat.api)
    publish(chat.api)
    assert len(chat.platform.conditional_menus) == 2


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
