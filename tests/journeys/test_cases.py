"""The year's cases: one person one vote, sealed to the end, counted from the journal."""

import threading
from collections import Counter

import pytest
from sqlalchemy import select, text

from handlers.jobs import Lane, run_lane
from scheduler.registry import JOBS
from storage.models import CaseBallot, CaseVote, YearCase
from tests.cases import does, opened
from tests.office import Office, plain
from tests.visits import visitors


@pytest.fixture
def people(chat):
    return visitors(chat)


def votes(chat):
    return chat.rows(select(CaseVote.__table__).order_by(CaseVote.id))


def over(chat, clock, days=8):
    clock.turn(days=days)
    run_lane(chat.tools, JOBS, Lane.BRIEFS)


def test_a_vote_is_taken_once_and_says_until_when(chat, people):
    opened(chat, people)
    said = people.cadre.says("投票 案例3")
    assert "已投票：案例3 院墙开裂当天修好" in said
    assert "截止" in said
    assert "已经投过了" in people.cadre.says("投票 案例3")
    assert len(votes(chat)) == 1


def test_somebody_not_bound_is_told_how_to_bind_and_nothing_is_counted(chat, people):
    opened(chat, people)
    assert "绑定" in chat.person("李阿姨").says("投票 案例1")
    assert votes(chat) == []


def test_the_same_person_from_another_phone_has_no_second_vote(chat, people):
    opened(chat, people)
    people.cadre.says("投票 案例1")
    other = chat.person("同一个人")
    if "绑定成功" in other.says("绑定 桂示范 0051"):
        assert "已经投过了" in other.says("投票 案例1")
    assert len(votes(chat)) == 1


def test_several_at_once_an_unknown_one_and_too_many(chat, people):
    opened(chat, people)
    assert "没有案例9，编号是 1 到 3" in people.cadre.says("投票 案例1 案例9")
    assert votes(chat) == []
    assert "案例1" in (said := people.cadre.says("投票 案例1 案例2"))
    assert "还可以再投 3 个" in said
    assert "哪个案例" in people.liaison.says("案例投票")


def test_before_and_after_there_is_no_vote(chat, clock, people):
    assert "没有案例投票" in people.cadre.says("投票 案例1")
    opened(chat, people)
    clock.turn(days=8)
    assert "已经结束" in people.cadre.says("投票 案例1")
    assert votes(chat) == []


def test_nobody_reads_a_count_before_the_end_and_who_voted_for_what_never(chat, clock, people):
    office = opened(chat, people)
    people.cadre.says("投票 案例3")
    people.liaison.says("投票 案例3")
    assert "票）" not in people.cadre.says("年度案例")
    page = office.sees("/console/cases")
    assert "第1名" not in page
    assert "还没有结束" in plain(does(office, "recount").text)
    assert all(row.votes is None for row in chat.rows(select(YearCase.votes)))
    raw = chat.rows(text("SELECT voter, choice FROM case_votes"))
    assert all(str(row.choice).strip('"') not in ("3", "案例3") for row in raw)
    run_lane(chat.tools, JOBS, Lane.BRIEFS)
    assert chat.rows(select(CaseBallot.closed_at))[0].closed_at is None, "nothing is counted before the end"


def test_the_end_ranks_votes_and_jury_and_the_journal_gives_the_same(chat, clock, people):
    opened(chat, people)
    for speaker in (people.cadre, people.liaison, people.worker):
        speaker.says("投票 案例2")
    people.officer.says("投票 案例1 案例2")
    assert "打 90 分" in people.lead.says("案例评分 1 90")
    assert "0 到 100" in people.lead.says("案例评分 1 900")
    assert "0 到 100" in people.lead.says("案例评分 1 -5"), "less than nothing is not read as five"
    assert "案例评分" not in people.cadre.says("案例评分 1 90")
    over(chat, clock)
    said = people.cadre.says("年度案例")
    assert "评选结果（4 人投票）" in said
    assert "第1名 案例2" in said
    assert "4 票" in said
    rows = {row.number: row for row in chat.rows(select(YearCase.__table__))}
    assert Counter(rows[number].votes for number in rows) == Counter([4, 1, 0])
    assert rows[1].jury == 90
    office = Office(chat).signs_in(people.secretary)
    assert "核对一致：2026年 4 人投了 5 票" in plain(does(office, "recount", year="2026").text)


def test_a_vote_that_was_slipped_in_is_found_by_the_recount(chat, clock, people):
    opened(chat, people)
    people.cadre.says("投票 案例2")
    over(chat, clock)
    with chat.database.write() as connection:
        connection.execute(CaseVote.__table__.insert().values(year=2026, voter="x", mark="x", choice="1", at=clock()))
    office = Office(chat).signs_in(people.secretary)
    assert "核对不一致" in plain(does(office, "recount", year="2026").text)


def test_many_at_once_none_double_none_lost(chat, clock, people):
    opened(chat, people)
    speakers = [people.cadre, people.other_cadre, people.liaison, people.other_liaison, people.officer, people.worker]
    threads = [
        threading.Thread(target=speaker.says, args=(f"投票 案例{number}",))
        for speaker in speakers
        for number in (1, 2, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    over(chat, clock)
    rows = {row.number: row.votes for row in chat.rows(select(YearCase.number, YearCase.votes))}
    assert rows == {1: 6, 2: 6, 3: 0}


def test_residents_hear_once_that_it_began_and_once_what_came_of_it(chat, clock, people):
    people.cadre.says("我住梧桐里1号院05幢")
    stranger = chat.person("路人")
    stranger.says("我住梧桐里1号院05幢")
    opened(chat, people)
    for _ in range(2):
        run_lane(chat.tools, JOBS, Lane.BRIEFS)
        chat.work()
    begun = [each for each in people.cadre.notices if "案例投票开始了" in each]
    assert len(begun) == 1
    assert "3 个案例" in begun[0]
    assert not any("案例投票开始了" in each for each in stranger.notices), (
        "nobody knows who they are: they have no vote"
    )
    people.cadre.says("投票 案例2")
    over(chat, clock)
    people.cadre.says("你好")
    for _ in range(2):
        run_lane(chat.tools, JOBS, Lane.BRIEFS)
        chat.work()
    (ended,) = [each for each in people.cadre.notices if "案例评选有结果了" in each]
    assert "1 人投票" in ended
    assert "第1名" in ended
