"""A survey from its draft to what was done about it, by tap and by word; who is asked, once each, and what is refused."""

import re
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
import requests
from sqlalchemy import insert, select

from governance.surveys.answers import counted
from simulator.envelope import sealed, unsealed
from storage.forgetting import forget
from storage.models import Account, Inbound, Outbox, Place, Survey, SurveyAnswer, SurveyBox, SurveyPerson
from storage.subject import Subject
from storage.surveys.answers import answers_of
from storage.surveys.rows import survey_by_id
from storage.texts import FORGOTTEN_TEXT
from storage.unit_of_work import UnitOfWork
from tests.chat import SECRETS
from tests.office import plain
from tests.surveys import court, does, draft, sent, told


@pytest.fixture
def house(chat, quota):
    return court(chat)


def kept(chat, number=1):
    """The answers of a survey that has ended."""
    with chat.database.read() as connection:
        uow = UnitOfWork(connection)
        survey = survey_by_id(uow, number)
        assert survey is not None
        return answers_of(uow, survey)


def ends(chat, clock):
    clock.turn(days=3, hours=10)
    chat.work()


def test_a_survey_is_counted_sent_once_answered_by_a_tap_and_ended_by_the_clock(chat, clock, house):
    house.neighbours[3].says("退订通知")
    said = draft(house)
    assert "意见征集1《加装电梯》草稿：会发给 4 人，还没有发出" in said
    assert "另有 1 人退订了社区通知" in said
    chat.work()
    assert told(house.neighbours[0], "意见征集1") == [], "a draft is told nobody"
    assert "已发出，会问 4 人" in plain(does(house.office, "send", survey="1").text)
    again = does(house.office, "send", survey="1")
    assert (again.status_code, "已经不是草稿" in plain(again.text)) == (409, True)
    for _ in range(2):
        chat.work()
    for neighbour in house.neighbours[:3]:
        assert len(told(neighbour, "意见征集1《加装电梯》")) == 1
    assert told(house.neighbours[3], "意见征集1") == [], "who muted such messages is left out"
    taken = house.neighbours[0].chooses("意见1 1 赞成")
    assert taken.startswith("意见1 收到了，谢谢您。您答的是：赞成。")
    assert "您答的是：反对" in house.neighbours[1].says("意见 1 2")
    assert "意见1 已改" in house.neighbours[1].says("意见1 无所谓")
    assert "2 / 4 人" in house.office.sees("/console/surveys/1")
    ends(chat, clock)
    house.staff.secretary.says("你好")
    chat.work()
    assert len(told(house.staff.secretary, "意见征集1《加装电梯》已结束，4 人中 2 人答复")) == 1
    (answers,) = kept(chat).values()
    assert counted(("赞成", "反对", "无所谓"), answers) == (1, 0, 1)


def test_what_was_done_is_told_once_to_who_answered(chat, clock, house):
    sent(chat, house)
    house.neighbours[0].says("意见1 1")
    early = does(house.office, "done", survey="1", text="年底前装好")
    assert "还没有结束" in plain(early.text)
    ended = does(house.office, "end", survey="1")
    assert "5 人中 1 人答复" in plain(ended.text)
    assert does(house.office, "done", survey="1").status_code == 422
    assert "会告诉答复过的 1 人" in plain(does(house.office, "done", survey="1", text="年底前装好").text)
    twice = does(house.office, "done", survey="1", text="明年再装")
    assert (twice.status_code, "已经公布过" in plain(twice.text)) == (409, True)
    for _ in range(2):
        chat.work()
    assert len(told(house.neighbours[0], "年底前装好")) == 1
    assert told(house.neighbours[1], "年底前装好") == []
    assert "办理结果：年底前装好" in house.neighbours[1].says("征求意见")


def test_several_questions_follow_each_other_and_words_wait_for_words(chat, house):
    draft(house, choices="充电桩、长椅、路灯", question="要什么", form="several")
    added = plain(does(house.office, "add", survey="1", question="还有什么想说的").text)
    assert "第 2 题（填写）：还有什么想说的" in added
    does(house.office, "send", survey="1")
    chat.work()
    neighbour = house.neighbours[0]
    first = neighbour.says("意见1 1 3")
    assert "您答的是：充电桩、路灯。还有一题" in first
    assert "您答的是：希望多种点花" in neighbour.says("希望多种点花"), "the open question waits for words"
    assert neighbour.says("意见1 长椅").startswith("意见1 有 2 题，您都答过了")
    assert "意见1 已改，以这次为准。您答的是：长椅" in neighbour.says("意见1-1 长椅")
    other = house.neighbours[1]
    other.says("意见1-2")
    assert "您答的是：没有了，挺好" in other.says("没有了，挺好")
    assert "第 1 题（多选）" in other.says("意见1")
    assert "没有这一题" in other.says("意见1-5 好")


def test_a_danger_is_reported_whatever_it_was_said_to(chat, house):
    sent(chat, house, question="有什么想说的", choices="")
    assert "NH20261124-0001" in house.neighbours[0].says("意见1 梧桐里1号院05幢楼道里有很浓的煤气味")
    house.neighbours[1].says("意见1")
    answer = house.neighbours[1].says("梧桐里1号院05幢3楼电线掉下来冒火花了")
    assert "NH20261124-" in answer
    assert chat.rows(select(SurveyAnswer.id)) == []
    assert "NH20261124-" in house.neighbours[2].says("意见3楼的楼道灯坏了"), "a number of a floor names no survey"


def test_an_open_question_takes_no_command_for_an_opinion(chat, house):
    sent(chat, house, question="有什么想说的", choices="")
    neighbour = house.neighbours[0]
    neighbour.says("意见1")
    for words in ("谢谢", "报修", "帮助", "我的资料"):
        assert "您答的是" not in neighbour.says(words), words
    assert chat.rows(select(SurveyAnswer.id)) == []
    neighbour.says("意见1")
    taken = neighbour.says("晚上广场舞少放点音乐")
    assert "您答的是：晚上广场舞少放点音乐。要报修、要反映的事，请等答完另发一条" in taken
    assert "NH20261124-" in neighbour.says("3楼楼道灯坏了"), "what comes after the answer is a report again"


def test_what_somebody_said_by_name_goes_with_them(chat, clock, house):
    draft(house)
    does(house.office, "add", survey="1", question="还有什么想说的")
    does(house.office, "send", survey="1")
    chat.work()
    house.neighbours[0].says("意见1-1 1")
    house.neighbours[0].says("意见1-2 我家住得太高")
    (account,) = chat.rows(select(Account.id).where(Account.openid == house.neighbours[0].openid))
    with chat.database.write() as connection:
        forget(connection, Subject(None, None, (account.id,)), clock())
    assert [row.text for row in chat.rows(select(SurveyAnswer.text).order_by(SurveyAnswer.id))] == ["1", FORGOTTEN_TEXT]
    does(house.office, "end", survey="1")
    page = house.office.sees("/console/surveys/1")
    assert "赞成 1 人，100%" in page
    assert "住得太高" not in page


def test_what_is_no_answer_is_refused_with_what_is_possible(chat, clock, house):
    sent(chat, house)
    neighbour = house.neighbours[0]
    assert neighbour.says("意见1 7").startswith("意见1 没有这个选项，还没有记")
    assert neighbour.says("意见1 1 2").startswith("意见1 没有这个选项"), "one choice only"
    assert neighbour.says("意见1 也许吧").startswith("意见1 没有这个选项")
    assert neighbour.says("意见9 1").startswith("没有找到意见征集9")
    stranger = chat.person("路人")
    assert stranger.says("意见1 1").startswith("意见征集1 问的不是您这里的人")
    assert chat.rows(select(SurveyAnswer.id)) == []
    assert "您答的是：赞成" in neighbour.says("1"), "the question still waits"
    clock.turn(days=3, hours=10)
    assert "已经截止" in neighbour.says("意见1 2"), "also before the clock has come to end it"
    chat.work()
    assert "已经截止" in neighbour.says("意见1 2")
    (answers,) = kept(chat).values()
    assert answers == ["1"]


def test_a_draft_lacks_nothing_before_it_goes(chat, clock, house):
    assert does(house.office, "draft", title="空").status_code == 422, "no end"
    assert "已经过了" in draft(house, ends="2026-11-20T18:00")
    assert "要在开始以后" in draft(house, starts="2026-11-27T19:00")
    assert "2 到 9 个" in draft(house, choices="赞成")
    assert "2 到 9 个" in draft(house, form="words")
    assert "没有找到“月亮上”" in draft(house, where="月亮上")
    assert chat.rows(select(Survey.id)) == []
    assert "请先加一题" in draft(house, question="", choices="")
    empty = does(house.office, "send", survey="1")
    assert (empty.status_code, "还没有问题" in plain(empty.text)) == (409, True)
    assert "会发给 0 人" in draft(house, where="梧桐里2号院")
    nobody = does(house.office, "send", survey="2")
    assert (nobody.status_code, "没有可以问到的人" in plain(nobody.text)) == (409, True)
    draft(house)
    clock.turn(days=4)
    house.office.signs_in_again()
    assert "已经过了" in plain(does(house.office, "send", survey="3").text)
    assert "不发了" in plain(does(house.office, "drop", survey="3").text)
    assert house.neighbours[0].says("意见3 1").startswith("没有找到意见征集3")


def test_leaders_are_asked_as_who_they_are(chat, house):
    assert "会发给 1 人" in draft(house, asked="leaders")
    does(house.office, "send", survey="1")
    chat.work()
    leader = house.staff.leader
    assert len(told(leader, "意见征集1")) == 1
    assert "要先绑定身份" in house.neighbours[0].says("意见1 1")
    assert "问的不是您" in house.staff.worker.says("意见1 1")
    leader.says("意见1 1")
    invitation = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", house.staff.secretary.says("邀请 王样本"))
    other = chat.person("王样本的新手机")
    assert "绑定成功" in other.says(f"绑定 {invitation[0]}")
    assert "意见1 已改" in other.says("意见1 2"), "the same person from another phone answers anew"
    assert [row.text for row in chat.rows(select(SurveyAnswer.text))] == ["2"]


def test_a_survey_that_begins_later_asks_then(chat, clock, house):
    assert "11月25日 10:00开始问 5 人" in sent(chat, house, starts="2026-11-25T10:00")
    assert told(house.neighbours[0], "意见征集1") == []
    assert house.neighbours[0].says("意见1 1").startswith("没有找到意见征集1")
    clock.turn(days=1)
    house.neighbours[0].says("你好")
    chat.work()
    assert len(told(house.neighbours[0], "意见征集1《加装电梯》")) == 1


def test_nobody_reads_from_the_database_who_said_what(chat, clock, house):
    sent(chat, house, anonymous="1", question="怎么看", choices="")
    said = ("太吵了", "没意见", "电梯要快点装")
    for neighbour, words in zip(house.neighbours, said, strict=False):
        answer = neighbour.says(f"意见1 {words}")
        assert words not in answer
        assert "谁也查不到您答了什么" in answer
    assert "意见1 已改" in house.neighbours[0].says("意见1 还是太吵了")
    assert chat.rows(select(SurveyAnswer.id)) == []
    assert set(SurveyPerson.__table__.columns.keys()) == {
        "id",
        "survey_id",
        "account_id",
        "person_id",
        "answered",
        "household",
    }
    (box,) = chat.rows(select(SurveyBox.held))
    accounts = [row.openid for row in chat.rows(select(Account.openid))]
    assert not any(openid in box.held for openid in accounts)
    for words in (*said, "还是太吵了"):
        assert not any(words in row.reply for row in chat.rows(select(Inbound.reply)))
        assert not any(words in row.text for row in chat.rows(select(Outbox.text)))
    assert "太吵了" not in house.office.sees("/console/surveys/1"), (
        "who watches the answers come would learn whose they are"
    )
    ends(chat, clock)
    (after,) = chat.rows(select(SurveyBox.held))
    assert after.held == '{"1": ["没意见", "电梯要快点装", "还是太吵了"]}', "sorted by what they say, under no mark"
    assert chat.rows(select(Survey.secret)) == [(None,)]
    (answers,) = kept(chat).values()
    assert answers == sorted(("还是太吵了", "没意见", "电梯要快点装"))


@pytest.mark.parametrize("anonymous", ["", "1"])
def test_many_at_once_each_once_and_the_same_message_again_is_the_same_answer(chat, clock, house, anonymous):
    crowd = 150
    with chat.database.write() as connection:
        place = connection.execute(select(Place.id).where(Place.name == "05幢")).first().id
        for at in range(crowd):
            account = {"channel": "wechat", "openid": f"oq{at:026d}", "last_inbound_at": clock(), "place_id": place}
            connection.execute(insert(Account).values(**account, subscribed_at=clock()))
    assert f"会问 {crowd + 5} 人" in sent(chat, house, anonymous=anonymous)
    said = [(at, Random(at).choice("123"), 1000 + at) for at in range(crowd)]
    sending = said + Random(7).sample(said, crowd)
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda each: deliver(chat, *each), sending))
    assert all(answer.startswith("意见1 收到了") for answer in answers)
    does(house.office, "end", survey="1")
    (found,) = kept(chat).values()
    assert sorted(found) == sorted(choice for _, choice, _ in said), "none double, none lost"


def deliver(chat, at, choice, key):
    fields = {
        "ToUserName": "gh_x", "FromUserName": f"oq{at:026d}", "CreateTime": 1, "MsgType": "text",
        "Content": f"意见1 {choice}", "MsgId": key,
    }  # fmt: skip
    post = sealed(SECRETS, fields, chat.clock())
    answer = requests.post(f"{chat.webhook}?{post.query}", post.body, headers={"Content-Type": "text/xml"}, timeout=30)
    return unsealed(SECRETS, answer.content)["Content"]
