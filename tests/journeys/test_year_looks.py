"""In January who is concerned says by one tap whether what was ended last year still holds; enough words open it again."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from storage.models import YardProblem, YearLook, YearWord
from tests.console.test_visits import does
from tests.journeys.test_yard_problems import PROBLEM
from tests.office import Office
from tests.visits import visitors

TO_JANUARY = 42


@pytest.fixture
def people(chat):
    return visitors(chat)


@pytest.fixture
def homes(chat, people, quota):
    """Four who reported something in the courtyard; its problem was solved in December."""
    found = [chat.person(f"第{number}户") for number in range(4)]
    for each in found:
        each.says("梧桐里1号院1幢3楼楼道灯坏了")
    does(Office(chat).signs_in(people.secretary), "problem", **PROBLEM)
    people.cadre.says("难题 1 解决了")
    chat.work()
    return found


def asked(chat, clock, everybody):
    clock.turn(days=TO_JANUARY)
    for each in everybody:
        each.says("你好")
    answer = chat.run("year_looks")
    assert chat.run("year_looks") == {"year_looks": 0}, "each matter once"
    chat.work()
    return answer["year_looks"]


def told(speaker, words="【年度回头看】"):
    return [notice for notice in speaker.notices if words in notice]


def test_those_concerned_are_asked_once_and_their_words_are_on_the_page(chat, clock, people, homes):
    assert asked(chat, clock, [*homes, people.cadre]) == 1
    assert all(len(told(home)) == 1 for home in homes)
    assert "2026年解决的难题“车棚漏雨三年”，现在还好吗" in told(homes[0])[0]
    assert "您说还好，已记下" in homes[0].chooses("回头看 1 还好")
    assert "您已经说过了" in homes[0].says("回头看 1 又犯了"), "a word counts once"
    assert "问的是别的住户" in chat.person("路人").says("回头看 1 又犯了")
    assert "没有这个回头看" in homes[0].says("回头看 9 又犯了")
    assert sorted(str(row.holds) for row in chat.rows(select(YearWord.holds))) == ["None", "None", "None", "True"]
    office = Office(chat).signs_in(people.secretary)
    assert "年度回头看" in office.sees("/console/visits")
    rows = office.web.get("/console/visits/looks.csv").text.splitlines()
    assert rows[1].split(",")[5:8] == ["4", "1", "0"]


def test_three_words_against_it_open_the_problem_again_and_its_owner_hears_once(chat, clock, people, homes):
    asked(chat, clock, [*homes, people.cadre])
    assert "重新办理" not in homes[0].says("回头看 1 又犯了")
    assert "重新办理" not in homes[1].says("回头看 1 没好")
    assert "这件事已重新办理" in homes[2].says("回头看 1 又犯了")
    assert "重新办理" not in homes[3].says("回头看 1 又犯了"), "it is open already"
    chat.work()
    assert len(told(people.cadre, "院落难题 1 重新打开")) == 1
    (row,) = chat.rows(select(YardProblem.done_at, YardProblem.due_on))
    assert (row.done_at, row.due_on.isoformat()) == (None, "2027-03-31")
    assert chat.rows(select(YearLook.reopened_at))[0].reopened_at is not None
    assert "已重新办理" in Office(chat).signs_in(people.secretary).sees("/console/visits")


def test_words_that_come_at_once_are_each_counted_and_open_it_once(chat, clock, people, homes):
    asked(chat, clock, [*homes, people.cadre])
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda home: home.says("回头看 1 又犯了"), homes * 2))
    assert sum("已记下" in answer for answer in said) == 4
    assert sum("这件事已重新办理" in answer for answer in said) == 1
    assert sum("您已经说过了" in answer for answer in said) == 4
    chat.work()
    assert len(told(people.cadre, "院落难题 1 重新打开")) == 1


def test_what_a_household_had_brought_is_asked_of_who_lives_there(chat, clock, people, quota):
    resident = chat.person("李阿姨")
    resident.says("我住梧桐里1号院05幢301")
    people.cadre.says("走访 梧桐里1号院05幢301 老人独居 反映水压低")
    chat.work()
    number = chat.tickets()[0].number
    people.secretary.says(f"派单 {number} 给陈试用")
    people.worker.says(f"接单 {number}")
    people.worker.sends_picture()
    people.worker.says(f"办结 {number} 换了减压阀")
    people.secretary.says(f"核查 {number} 通过")
    people.cadre.says(f"满意 {number}")
    chat.work()
    assert chat.tickets()[0].state == "closed", chat.tickets()[0].state
    assert asked(chat, clock, [resident, people.worker]) == 1
    assert "走访时您家反映的" in told(resident)[0]
    assert "已重新办理" in resident.says("回头看 1 又犯了")
    assert chat.tickets()[0].state == "reopened"
