"""Surveys at the back office: results after the end only, nobody named where they should not be, the file and the public page."""

import pytest
from sqlalchemy import select

from simulator.windows import GRANTS, Grant
from storage.models import SurveyQuestion
from tests.office import Office, plain
from tests.surveys import court, does, draft, sent


@pytest.fixture
def house(chat, quota):
    return court(chat)


@pytest.fixture
def quota(monkeypatch):
    monkeypatch.setitem(GRANTS, "message", Grant(GRANTS["message"].lasts, 10_000))


def held(chat, house, **fields):
    """A survey with a choice and open words, answered by three, and ended."""
    draft(house, **fields)
    does(house.office, "add", survey="1", question="还有什么想说的")
    does(house.office, "send", survey="1")
    chat.work()
    said = (("1", "音乐太吵，王样本天天放"), ("1", "广场舞音乐太吵，电话19900000777"), ("2", "没意见"))
    for neighbour, (choice, words) in zip(house.neighbours, said, strict=False):
        neighbour.says(f"意见1-1 {choice}")
        neighbour.says(f"意见1-2 {words}")


def test_results_come_after_the_end_with_counts_shares_and_groups(chat, house):
    held(chat, house)
    running = house.office.sees("/console/surveys/1")
    assert "3 / 5 人" in running
    assert "截止后才有汇总" in running
    assert "67%" not in running
    empty = house.office.web.get("/console/surveys/1/answers.csv")
    assert empty.text.count("\n") == 1, "the heads and nothing else"
    assert "5 人中 3 人答复" in plain(does(house.office, "end", survey="1").text)
    page = house.office.sees("/console/surveys/1")
    assert "赞成 2 人，67%" in page
    assert "反对 1 人，33%" in page
    assert "无所谓 0 人，0%" in page
    assert "广场舞音乐太吵" in page
    assert "（2）" in page, "two say about the same"
    for secret in ("王样本", "19900000777"):
        assert secret not in page
    assert "谁怎么答" in page
    listed = house.office.sees("/console/surveys")
    assert "意见1 加装电梯" in listed
    assert "已结束" in listed


def test_of_an_anonymous_survey_no_page_says_who(chat, house):
    held(chat, house, anonymous="1")
    does(house.office, "end", survey="1")
    page = house.office.sees("/console/surveys/1")
    assert "赞成 2 人，67%" in page
    assert "谁怎么答" not in page


def test_of_an_anonymous_survey_that_hardly_anybody_answered_nothing_says_what_they_said(chat, house):
    draft(house, anonymous="1")
    does(house.office, "add", survey="1", question="还有什么想说的")
    does(house.office, "send", survey="1")
    chat.work()
    for neighbour in house.neighbours[:2]:
        neighbour.says("意见1-1 1")
        neighbour.says("意见1-2 音乐太吵")
    does(house.office, "end", survey="1")
    public = plain(chat.app.test_client().get("/surveys").text)
    assert "2 人答复，人太少" in public
    page = house.office.sees("/console/surveys/1")
    assert "答复不到 3 人，不显示" in page
    file = house.office.web.get("/console/surveys/1/answers.csv").text
    for shown in (public, page, file):
        assert "100%" not in shown
        assert "音乐太吵" not in shown
    assert "赞成：" not in public
    assert file.count("\n") == 1, "the heads and nothing else"


def test_the_file_and_the_public_page_name_nobody(chat, house):
    held(chat, house)
    web = chat.app.test_client()
    assert "还没有结束的意见征集" in plain(web.get("/surveys").text), "what runs is not told"
    does(house.office, "end", survey="1")
    file = house.office.web.get("/console/surveys/1/answers.csv").text
    assert "赞成" in file
    assert "音乐太吵" in file
    public = plain(web.get("/surveys").text)
    assert "赞成：2 人，67%" in public
    assert "3 人写了意见" in public
    assert "正在研究" in public
    assert "音乐太吵" not in public, "nobody's own words"
    does(house.office, "done", survey="1", text="已和王样本谈过，电话19900000777，音乐晚上九点停")
    public = plain(web.get("/surveys").text)
    assert "音乐晚上九点停" in public
    for secret in ("王样本", "19900000777"):
        assert secret not in file
        assert secret not in public


def test_questions_are_put_in_and_taken_out_of_a_draft(chat, house):
    draft(house)
    for at in range(8):
        does(house.office, "add", survey="1", question=f"还有{at}")
    full = does(house.office, "add", survey="1", question="再来一题")
    assert (full.status_code, "最多 9 题" in plain(full.text)) == (409, True)
    assert "第 1 题（填写）：还有0" in plain(does(house.office, "remove", survey="1", question="1").text)
    assert [row.position for row in chat.rows(select(SurveyQuestion.position))] == list(range(1, 9))
    assert does(house.office, "remove", survey="1", question="9").status_code == 409
    assert does(house.office, "add", survey="1").status_code == 422
    does(house.office, "send", survey="1")
    late = does(house.office, "add", survey="1", question="太晚了")
    assert (late.status_code, "已经不是草稿" in plain(late.text)) == (409, True)


def test_the_same_form_twice_writes_one_draft(house):
    form = {
        "do": "draft",
        "csrf": house.office.csrf,
        "nonce": "same",
        "title": "一次",
        "question": "好吗",
        "ends": "2026-11-27T18:00",
    }
    for _ in range(2):
        answer = house.office.web.post("/console/surveys", data=form, headers={"HX-Request": "true"})
        assert "意见征集1《一次》草稿" in plain(answer.text)
    assert "意见2" not in house.office.sees("/console/surveys")


def test_who_may_not_run_surveys_and_who_runs_another_place_sees_nothing(chat, house):
    assert Office(chat).signs_in(house.staff.worker).web.get("/console/surveys").status_code == 403
    lead = Office(chat).signs_in(house.staff.lead)
    assert "示例街道的居民" in plain(does(lead, "draft", title="全街道", question="好吗", ends="2026-11-27T18:00").text)
    assert house.office.web.get("/console/surveys/1").status_code == 404
    assert "全街道" not in house.office.sees("/console/surveys")
    foreign = does(house.office, "send", survey="1")
    assert (foreign.status_code, "没有找到意见征集1" in plain(foreign.text)) == (409, True)
    assert house.office.web.get("/console/surveys/1/answers.csv").status_code == 404
    elsewhere = does(house.office, "draft", title="别处", question="好吗", ends="2026-11-27T18:00", where="虎踞北路4号")
    assert elsewhere.status_code == 409
    assert sent(chat, house, number=2).startswith(" 意见征集2《加装电梯》已发出")
