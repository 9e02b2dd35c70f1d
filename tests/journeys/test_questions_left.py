"""A question is left where the words don't answer it: nobody is taken for a name, no work for a choice, nothing for a report."""

import pytest

from tests.journeys.handling import reported

LID = "梧桐里1号院05幢门口井盖翘起来一个角，差点绊倒人"


@pytest.fixture
def asked_whom(chat, people, resident):
    reported(chat, resident)
    assert "给谁" in people.head.says("派单 1")
    return people


@pytest.mark.parametrize("words", ["都不对，我就是想看这件的来龙去脉", "通过", "算我没说"])
def test_what_names_nobody_is_no_answer_to_whom(chat, asked_whom, words):
    answer = asked_whom.head.says(words)
    assert "名册里没有" not in answer, answer
    assert "给谁" not in answer, answer


@pytest.mark.parametrize("words", ["陈试用", "给小陈", "让陈试用去一趟"])
def test_who_is_named_gets_it(chat, asked_whom, words):
    answer = asked_whom.head.says(words)
    assert "陈试用" in answer, answer
    assert chat.tickets()[0].state == "dispatched"


def test_the_day_that_was_asked_for_is_the_answer(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "延到哪天" in people.worker.says("延期 1")
    assert "已申请把 1 延到11月25日" in people.worker.says("就到明儿中午好了，水泥没干透不敢让人踩")


def test_of_several_days_the_one_it_is_put_off_to_counts(chat, people, resident):
    reported(chat, resident)
    people.worker.says("接单 1")
    assert "延到11月25日" in people.worker.says("1号单今天不能踩，想延期，延到明儿中午，怕没干透")


def test_who_works_on_it_reports_no_new_danger(chat, people, resident):
    reported(chat, resident, LID)
    people.worker.says("接单 1")
    people.worker.says("哎呀我发错了，那个井盖没办结，照片是灯的")
    assert len(chat.tickets()) == 1


def test_a_lead_who_says_that_it_is_a_danger_makes_it_one(chat, people, resident):
    reported(chat, resident, "梧桐里1号院05幢门口井盖上积了灰")
    if chat.tickets()[0].urgency == "hazard":
        pytest.fail("it is to begin as none")
    answer = people.lead.says("那个井盖整个不见了，晚上要摔死人的，赶紧弄")
    assert "NH20261124-0001" in answer, answer
    assert [(each.number, each.urgency) for each in chat.tickets()] == [("NH20261124-0001", "hazard")]


def test_menus_call_a_matter_by_a_few_words(chat, people, resident):
    reported(chat, resident, "梧桐里1号院05幢我们楼前头那个垃圾桶满出来好几天了，苍蝇乱飞，臭得窗户都不敢开")
    answer = people.worker.says("接单 1")
    assert "窗户都不敢开" not in answer, answer
    assert "垃圾桶" in answer


def test_a_picture_after_words_that_may_have_told_of_the_end_ends_it(chat, people, resident):
    for text in ("梧桐里1号院05幢一楼灯不亮", "梧桐里1号院05幢门口雨水口堵了树叶", "梧桐里1号院05幢宣传栏玻璃脏了"):
        reported(chat, resident, text)
    for number in "123":
        people.worker.says(f"接单 {number}")
    answer = people.worker.says("先把一楼的灯弄亮了")
    people.worker.sends_picture()
    assert chat.tickets()[0].state == "handled", answer
    assert {each.state for each in chat.tickets()[1:]} == {"in_progress"}
