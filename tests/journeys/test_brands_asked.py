"""一居一品: anybody asks in the chat what a community's own brand work is."""

import pytest

from tests.evaluation import does, year_begun
from tests.office import Office

STORY = "每周三在车棚教老人用手机。已教会一百多位。"


@pytest.fixture
def pair(chat, quota):
    return year_begun(chat)


@pytest.fixture
def brand(chat, pair):
    office = Office(chat).signs_in(pair.lead)
    said = does(office, "brand", community="梧桐社区", year="2026", title="车棚课堂", story=STORY)
    assert said.status_code == 200, said.text


@pytest.mark.parametrize("asked", ["我们社区的一居一品是什么", "一居一品", "看看我们社区的一居一品"])
def test_who_lives_there_asks_for_their_own(chat, brand, asked):
    resident = chat.person("李阿姨")
    resident.says("我住梧桐里1号院1幢")
    answer = resident.says(asked)
    assert answer.startswith("梧桐社区的一居一品（2026年）是《车棚课堂》。每周三在车棚教老人用手机。\n"), answer
    assert answer.endswith("/booklets/2026")
    assert "一百多位" not in answer
    assert chat.app.test_client().get("/booklets/2026").status_code == 200, "what is linked is there"


@pytest.mark.parametrize("asked", ["一居一品 梧桐社区", "梧桐社区的一居一品是什么", "看一下梧桐社区一居一品"])
def test_a_stranger_names_the_community(chat, brand, asked):
    assert "《车棚课堂》" in chat.person("路人").says(asked)


def test_what_is_not_clear_is_asked_for_and_none_is_said(chat, brand):
    stranger = chat.person("路人")
    which = stranger.says("我们社区的一居一品是什么")
    assert which.startswith("请写是哪个社区")
    assert "已有一居一品的：梧桐社区" in which
    assert "没有找到社区“没有的社区”" in stranger.says("一居一品 没有的社区")


def test_a_year_later_the_newest_counts(chat, pair, brand):
    office = Office(chat)
    office.times = 3
    office.speaker = pair.lead
    office.signs_in_again()
    does(office, "brand", community="梧桐社区", year="2025", title="老课堂", story="去年的事。")
    assert "《车棚课堂》" in chat.person("路人").says("一居一品 梧桐社区")


def test_where_none_is_kept_that_is_said(chat, pair):
    assert "梧桐社区还没有登记一居一品" in chat.person("路人").says("一居一品 梧桐社区")
