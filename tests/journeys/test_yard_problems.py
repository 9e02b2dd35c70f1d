"""One long-standing problem a courtyard and quarter: its owner ends it, the residents have the last word."""

import pytest
from sqlalchemy import select

from storage.models import YardProblem, YardWord
from tests.console.test_visits import does
from tests.office import Office, plain
from tests.visits import visitors

PROBLEM = {"yard": "梧桐里1号院", "title": "车棚漏雨三年", "owner": "桂示范"}


@pytest.fixture
def people(chat):
    return visitors(chat)


def test_a_problem_has_an_owner_and_an_end_and_a_courtyard_has_one_a_quarter(chat, people):
    office = Office(chat).signs_in(people.secretary)
    said = plain(does(office, "problem", **PROBLEM).text)
    assert "梧桐里1号院 车棚漏雨三年，桂示范负责，12月31日前解决" in said
    assert "已经有一件难题" in plain(does(office, "problem", **PROBLEM, until="").text)
    chat.work()
    people.cadre.says("帮助")
    assert any("由您负责" in text for text in people.cadre.notices)
    assert len(chat.rows(select(YardProblem.id))) == 1
    assert "车棚漏雨三年" in office.sees("/console/visits")


@pytest.mark.parametrize(
    ("wrong", "said"), [({"yard": "不存在的院子"}, "没认出是哪个院落"), ({"owner": "没有这人"}, "没认出负责人")]
)
def test_what_is_not_known_is_said_and_nothing_is_written(chat, people, wrong, said):
    office = Office(chat).signs_in(people.secretary)
    assert said in plain(does(office, "problem", **{**PROBLEM, **wrong}).text)
    assert chat.rows(select(YardProblem.id)) == []


def test_the_owner_ends_it_and_who_reported_there_says_whether_it_is_so(chat, people, quota):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院1幢3楼楼道灯坏了")
    does(Office(chat).signs_in(people.secretary), "problem", **PROBLEM)
    (row,) = chat.rows(select(YardProblem.id))
    assert "还在办" in resident.says(f"难题 {row.id} 没解决")
    assert "已请 1 位居民" in people.cadre.says(f"难题 {row.id} 解决了")
    chat.work()
    assert any("车棚漏雨三年”已处理" in text for text in resident.notices)
    assert "您说没解决" in resident.says(f"难题 {row.id} 没解决")
    assert "您说解决了" in resident.says(f"难题 {row.id} 解决了")
    assert "居民说了算" in people.cadre.says(f"难题 {row.id} 解决了")
    assert [each.solved for each in chat.rows(select(YardWord.solved))] == [True]
    assert "解决了 1，没解决 0" in Office(chat).signs_in(people.secretary).sees("/console/visits")
    assert "没有这个难题" in resident.says("难题 999 解决了")
