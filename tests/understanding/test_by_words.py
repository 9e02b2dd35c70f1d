"""What plain words settle, however unsure the model is."""

from dataclasses import replace

import pytest

from understanding.by_words import settled_by_words
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.normalise import normalise
from understanding.situation import OwnTicket, Situation

CLOTHES = OwnTicket("2", "门口堆了几袋旧衣服", "梧桐里1号院1幢", "reported", "reporter")
LAMP = OwnTicket("1", "楼道的灯不亮了", "梧桐里1号院1幢", "reported", "reporter")
SURE = 0.9


def most_likely(words, doubtful):
    candidates, _ = settled_by_words(normalise(words), [doubtful], Situation("resident", (CLOTHES, LAMP)))
    return candidates[0]


@pytest.mark.parametrize(
    "words", ["旧衣服那个算了，收废品的刚搬走", "旧衣服的事就算了吧", "旧衣服那堆算了 物业的车来过了"]
)
def test_one_thing_that_is_let_go_by_its_name_is_surely_taken_back(words):
    best = most_likely(words, Candidate(CommandName.WITHDRAW_REPORT, 0.7, ticket="2"))
    assert best.probability >= SURE
    assert best.ticket == "2"


@pytest.mark.parametrize("words", ["旧衣服那个算了一下要三百块", "旧衣服那个算了吗", "算了"])
def test_what_is_reckoned_or_asked_or_names_nothing_is_not(words):
    assert most_likely(words, Candidate(CommandName.WITHDRAW_REPORT, 0.7, ticket="2")).probability < SURE


SMELL = OwnTicket("3", "楼梯上一股臭鸡蛋味", "梧桐里1号院4幢4楼", "in_progress", "assignee")
BELL = OwnTicket("4", "单元门的门铃不响", "梧桐里1号院4幢2单元", "dispatched", "assignee")
AT_WORK = Situation("grid_worker", (BELL, SMELL))


def at_work(words, doubtful, situation=AT_WORK):
    return settled_by_words(normalise(words), [doubtful], situation)[0][0]


@pytest.mark.parametrize("words", ["晓得了晓得了 这就去", "来了来了，车子已经骑出来了", "二十分钟到", "我现在就过去"])
def test_who_sets_out_takes_what_waits_for_them(words):
    best = at_work(words, Candidate(CommandName.HANDLE_TICKET, 0.5, ticket="3", sure_of_target=0.3))
    assert (best.command, best.ticket, best.probability >= SURE) == (CommandName.TAKE_TICKET, "4", True)


DONE = Situation("building_leader", (replace(LAMP, state="handled", mine="verifier"),))


@pytest.mark.parametrize(
    "words",
    ["维修队的人说灯已经好了", "灯我还没上楼看，先问问", "等我接完孙子再去看灯", "灯换没换我明早去查，查完再告诉你"],
)
def test_what_was_only_heard_or_is_still_to_be_looked_at_verifies_nothing(words):
    best = at_work(words, Candidate(CommandName.VERIFY_TICKET, 0.97, "good", ticket="1"), DONE)
    assert (best.command, best.ticket) == (CommandName.ADD_REMARK, "1")


@pytest.mark.parametrize("words", ["晚上去看了，灯亮", "师傅说好了，我自己也看过了，是亮的", "灯没什么好看的，亮着呢"])
def test_what_was_looked_at_does(words):
    best = at_work(words, Candidate(CommandName.VERIFY_TICKET, 0.97, "good", ticket="1"), DONE)
    assert best.command is CommandName.VERIFY_TICKET


@pytest.mark.parametrize("words", ["我走不开，晚点再来", "电工说他明天过去", "不打卡，就是跟你说一声我出门了"])
def test_who_does_not_set_out_now_takes_nothing_by_it(words):
    best = at_work(words, Candidate(CommandName.SET_PLAN, 0.5, ticket="4"))
    assert best.command is not CommandName.TAKE_TICKET


def test_of_two_that_wait_the_one_that_was_just_sent_is_taken():
    other = replace(SMELL, state="dispatched")
    doubtful = Candidate(CommandName.ADD_REMARK, 0.4, ticket="4", sure_of_target=0.4)
    assert at_work("马上过去看", doubtful, Situation("grid_worker", (BELL, other), just="3")).ticket == "3"
    assert at_work("马上过去看", doubtful, Situation("grid_worker", (BELL, other))).command is CommandName.ADD_REMARK


@pytest.mark.parametrize(
    ("words", "ticket"), [("人已经到4楼了，在敲门", "3"), ("到四楼了", "3"), ("到二单元了，师傅还没来", "4")]
)
def test_who_says_that_they_are_at_a_place_is_at_the_ticket_there(words, ticket):
    best = at_work(
        words, Candidate(CommandName.ARRIVE_ON_SITE, 0.5, ticket="4" if ticket == "3" else "3", sure_of_target=0.4)
    )
    assert (best.command, best.ticket, best.probability >= SURE) == (CommandName.ARRIVE_ON_SITE, ticket, True)


@pytest.mark.parametrize("words", ["哦对了，煤气那个弄好了，阀门也换了", "还有煤气那边，测过不漏了"])
def test_a_thing_is_named_by_another_of_its_words_wherever_the_sentence_names_it(words):
    best = at_work(words, Candidate(CommandName.HANDLE_TICKET, 0.9, ticket="4", sure_of_target=0.5))
    assert best.ticket == "3"


@pytest.mark.parametrize(
    ("words", "thanks"),
    [
        ("通知我看到了，谢谢啊，家里有大桶", True), ("辛苦你们跑一趟", True), ("谢谢，不过灯还是不亮", False),
        ("谢谢，麻烦派人来", False), ("谢谢，几点能到？", False),
    ],
)  # fmt: skip
def test_who_only_thanks_is_not_asked_what_they_mean(words, thanks):
    best = most_likely(words, Candidate(CommandName.UNMUTE, 0.3))
    assert (best.command is CommandName.SAY_THANKS) is thanks


@pytest.mark.parametrize("words", ["看我糊涂的，那几袋旧衣服是在2幢门口，不在1幢", "灯是4幢的不是1幢的"])
def test_who_says_where_a_thing_is_puts_right_the_report_and_not_their_home(words):
    best = most_likely(words, Candidate(CommandName.CHOOSE_HOME, 0.4))
    assert best.command is CommandName.CORRECT_REPORT
    assert best.ticket == ("2" if "旧衣服" in words else "1")


def test_who_says_where_they_live_means_their_home():
    best = most_likely("我家其实住2幢，旧衣服那个不急", Candidate(CommandName.CHOOSE_HOME, 0.4))
    assert best.command is CommandName.CHOOSE_HOME


@pytest.mark.parametrize(
    ("words", "asks"), [("到底是哪一层在响啊", True), ("驿站周末几点开门", False), ("响得厉害", False)]
)
def test_who_is_at_work_and_asks_where_exactly_asks_the_reporter(words, asks):
    only = Situation("grid_worker", (BELL,))
    best = at_work(words, Candidate(CommandName.ASK_QUESTION, 0.7), only)
    assert (best.command is CommandName.RELAY_TO_REPORTER) is asks


@pytest.mark.parametrize(("words", "ticket"), [("最早报上来的那件弄好了", "3"), ("最后派给我的那个弄好了", "4")])
def test_a_ticket_is_named_by_when_it_came(words, ticket):
    best = at_work(words, Candidate(CommandName.HANDLE_TICKET, 0.9, ticket="4" if ticket == "3" else "3"))
    assert best.ticket == ticket
