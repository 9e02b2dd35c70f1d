"""All who live at a council's place vote: one each by the rule that was told, until the end, and what it came to."""

import re

import pytest
from sqlalchemy import select, update

from storage.models import Account, Outbox, Survey, SurveyAnswer, SurveyBox, SurveyPerson
from tests.councils import council, told
from tests.office import Office, plain

ENDS = "2026-11-28T18:00"


@pytest.fixture
def house(chat, quota):
    """Four members of the council have said where they live; the neighbours have too, and nobody knows who they are."""
    found = council(chat)
    for at, each in enumerate(found.members[:4]):
        each.says(f"我住梧桐里1号院1幢1单元{at // 2 + 1}01室")
    return found


@pytest.fixture
def office(chat, house):
    house.secretary.says("召开议事会 11月25日19点 社区会议室")
    return Office(chat).signs_in(house.secretary)


def does(office, do, page="councils", **fields):
    nonce = re.search(r'name="nonce" value="([^"]+)"', office.web.get(f"/console/{page}").text)
    form = {"do": do, "csrf": office.csrf, "nonce": f"{nonce[1]}-{do}", **fields}
    return office.web.post(f"/console/{page}", data=form, headers={"HX-Request": "true"})


def opened(chat, office, **fields):
    form = {"meeting": "1", "text": "车棚改成充电棚", "ends": ENDS, **fields}
    said = plain(does(office, "ask_all", **form).text)
    chat.work()
    return said


def ends(chat, clock, days=5):
    clock.turn(days=days)
    chat.work()


def test_who_lives_there_and_is_known_votes_once_and_may_change_it_until_the_end(chat, clock, house, office):
    said = opened(chat, office)
    assert "居民表决（意见1）已发起，会通知 4 位绑定了身份的居民" in said
    assert "一人一票，50%以上的人投票才有效，投票的过半数同意就通过" in said
    for _ in range(2):
        chat.work()
    (asked,) = told(house.members[0], "居民表决（意见1）：车棚改成充电棚")
    assert "一人一票，50%以上的人投票才有效" in asked
    assert told(house.neighbours[0], "居民表决") == [], "nobody knows who they are"
    assert "要先绑定身份" in house.neighbours[0].says("意见1 1")
    assert "收到了" in house.members[0].chooses("意见1 1 同意")
    assert "意见1 已改" in house.members[0].says("居民表决1 反对")
    house.members[0].says("意见1 同意")
    house.members[1].says("意见1 1")
    house.members[2].says("意见1 2")
    assert len(chat.rows(select(SurveyAnswer.id))) == 3
    assert "居民表决" not in plain(chat.app.test_client().get("/surveys").text), "nothing before the end"
    ends(chat, clock)
    house.members[0].says("你好")
    chat.work()
    (result,) = told(house.members[0], "居民表决（意见1）《车棚改成充电棚》有结果了")
    assert "通过。同意 2，反对 1，弃权 0；应投 4 人，投了 3 人，至少 2 人才有效" in result
    assert told(house.members[3], "有结果了") == []
    public = plain(chat.app.test_client().get("/surveys").text)
    assert "通过。同意 2，反对 1，弃权 0" in public
    assert "已经截止" in house.members[3].says("意见1 1")
    assert chat.rows(select(Survey.passed)) == [(True,)]


def test_with_too_few_it_comes_to_nothing_and_they_were_reminded_once(chat, clock, house, office):
    opened(chat, office)
    house.members[0].says("意见1 1")
    clock.turn(days=3, hours=9)
    for _ in range(3):
        for each in house.members:
            each.says("你好")
        chat.work()
    assert len(told(house.members[1], "您还没有投")) == 1
    assert told(house.members[0], "您还没有投") == [], "who has voted is not reminded"
    ends(chat, clock, 2)
    (row,) = chat.rows(select(Survey.done, Survey.passed))
    assert (row.passed, "投票的太少，没有生效。同意 1" in row.done) == (False, True)


@pytest.mark.parametrize("secret", ["", "1"])
def test_who_has_moved_away_meanwhile_is_not_counted_and_that_is_said(chat, clock, house, office, secret):
    opened(chat, office, secret=secret)
    for at, choice in enumerate("1211"):
        house.members[at].says(f"意见1 {choice}")
    with chat.database.write() as connection:
        person = select(SurveyPerson.account_id).order_by(SurveyPerson.id).limit(1).scalar_subquery()
        connection.execute(update(Account).where(Account.id == person).values(place_id=None))
    assert "住处已不在那里，这次没有记" in house.members[0].says("意见1 2")
    ends(chat, clock)
    (row,) = chat.rows(select(Survey.done))
    assert "同意 2，反对 1，弃权 0；应投 3 人，投了 3 人" in row.done
    assert "另有 1 人已搬走，没有计" in row.done


def test_a_household_has_one_vote_where_that_is_the_rule(chat, clock, house, office):
    assert "一户一票" in opened(chat, office, household="1")
    house.members[0].says("意见1 1")
    assert "意见1 已改" in house.members[1].says("意见1 2"), "of the same household"
    house.members[2].says("意见1 2")
    assert len(chat.rows(select(SurveyAnswer.id))) == 2
    ends(chat, clock)
    (row,) = chat.rows(select(Survey.done))
    assert "没有通过。同意 0，反对 2，弃权 0；应投 2 户，投了 2 户，至少 1 户才有效" in row.done


def test_who_votes_before_they_were_asked_is_not_told_that_it_asks_others(chat, house, office):
    does(office, "ask_all", meeting="1", text="车棚改成充电棚", ends=ENDS)
    assert "正在发出，还没有问到您" in house.members[0].says("意见1 1")
    chat.work()
    assert "意见1 收到了" in house.members[0].says("意见1 1")


@pytest.mark.parametrize("secret", ["", "1"])
def test_whose_vote_somebody_of_their_room_takes_the_place_of_hears_of_it_once_and_can_vote_again(
    chat, clock, house, office, secret
):
    opened(chat, office, household="1", secret=secret)
    assert told(house.members[0], "替换了您投的") == []
    house.members[0].says("意见1 1")
    page = chat.app.test_client().get(re.search(r"/surveys/answer/\S+", told(house.members[1], "意见1")[0])[0]).text
    assert "checked" not in page, "how the room has voted is not shown to who has only said that they live there"
    for choice in ("2", "3", "2"):
        house.members[1].says(f"意见1 {choice}")
    chat.work()
    (heard,) = told(house.members[0], "替换了您投的")
    assert "可能有人说错了房号" in heard
    assert told(house.members[2], "替换了您投的") == [], "another room"
    house.members[0].says("意见1 1")
    chat.work()
    assert len(told(house.members[1], "替换了您投的")) == 1


def test_what_was_voted_in_secret_nobody_finds_and_it_counts_the_same_again(chat, clock, house, office):
    opened(chat, office, secret="1", share="two_thirds")
    answer = house.members[0].says("意见1 1")
    assert "同意" not in answer
    house.members[0].says("意见1 2")
    for at, choice in ((1, 1), (2, 1), (3, 3)):
        house.members[at].says(f"意见1 {choice}")
    ends(chat, clock)
    assert chat.rows(select(SurveyAnswer.id)) == []
    (box,) = chat.rows(select(SurveyBox.held))
    assert box.held == '{"1": ["1", "1", "2", "3"]}'
    (row,) = chat.rows(select(Survey.done, Survey.secret))
    assert "没有通过。同意 2，反对 1，弃权 1" in row.done
    assert row.secret is None


def test_what_is_refused_at_the_opening(chat, clock, house, office):
    assert "已经过了" in opened(chat, office, ends="2026-11-20T18:00")
    assert does(office, "ask_all", meeting="1", text="", ends=ENDS).status_code == 422
    assert "没有找到会议9" in opened(chat, office, meeting="9")
    assert chat.rows(select(Survey.id)) == []
    said = opened(chat, office, text="请陈大发家把纸箱清掉，他电话19900000005")
    assert "陈大发" not in said
    ends(chat, clock)
    public = plain(chat.app.test_client().get("/surveys").text)
    assert "纸箱" in public
    for secret in ("陈大发", "19900000005"):
        assert secret not in public
        assert not any(secret in row.text for row in chat.rows(select(Outbox.text)) if "居民表决" in row.text)


def test_what_came_of_it_is_linked_and_stands_on_the_public_page(chat, house, office):
    opened(chat, office)
    assert "还没有结束" in plain(does(office, "link", "surveys", survey="1", about="决议1").text)
    house.members[0].says("意见1 1")
    does(office, "end", "surveys", survey="1")
    house.secretary.says("形成决议 车棚改成充电棚 由陈试用负责 12月20日前")
    wrong = does(office, "link", "surveys", survey="1", about="决议1、项目99")
    assert (wrong.status_code, "没有找到项目99" in plain(wrong.text)) == (409, True)
    assert "请写办了什么" in plain(does(office, "link", "surveys", survey="1", about="修好了").text)
    assert "已关联：决议1" in plain(does(office, "link", "surveys", survey="1", about="决议1").text)
    public = chat.app.test_client().get("/surveys").text
    assert '<a href="/resolutions">决议1</a>' in public
    assert "决议1" in office.sees("/console/surveys/1")
    assert "居民表决（意见1）" in office.sees("/console/councils/meetings/1")


ASKED = "居民表决：要不要装充电棚，到周五晚8点，梧桐里1号院"


def test_the_secretary_drafts_a_vote_in_chat_and_it_goes_out_when_they_say_so(chat, clock, house, office):
    chat.platform.faults.plan("duplicate")
    preview = house.secretary.says(ASKED)
    assert preview.startswith("居民表决（意见1）还没有发出，核对后请回复“发出居民表决1”"), preview
    assert "要不要装充电棚\n" in preview
    assert "梧桐里1号院 4 位绑定了身份的居民，11月27日 20:00截止。一人一票" in preview
    assert len(chat.rows(select(Survey.id))) == 1, "the same message twice drafts it once"
    chat.work()
    assert told(house.members[0], "居民表决") == [], "nobody hears of a draft"
    chat.platform.faults.plan("duplicate")
    assert "会通知 4 位" in house.secretary.says("发出居民表决1")
    assert "已经不是草稿" in house.secretary.says("发出居民表决1")
    for _ in range(2):
        chat.work()
    for member in house.members[:4]:
        assert len(told(member, "居民表决（意见1）：要不要装充电棚")) == 1
    assert "收到了" in house.members[0].says("意见1 1")


def test_a_draft_is_dropped_and_what_is_missing_is_said(chat, clock, house, office):
    assert "请说明表决什么" in house.secretary.says("发起居民表决")
    assert "请写上到什么时候截止" in house.secretary.says("居民表决：要不要装充电棚")
    assert "已经过了" in house.secretary.says("居民表决：要不要装充电棚，到11月23日晚8点")
    assert chat.rows(select(Survey.id)) == []
    said = house.secretary.says(
        "发起不记名居民表决：车棚改成充电棚，装在东门，三分之二通过，一户一票，会议1，11月28日18点截止"
    )
    assert "车棚改成充电棚，装在东门\n" in said
    assert "不记名" in said
    assert "一户一票" in said
    assert "三分之二同意就通过" in said
    assert "不发了" in house.secretary.says("不发居民表决1")
    assert "已经不是草稿" in house.secretary.says("发出居民表决1")
    chat.work()
    assert told(house.members[0], "居民表决") == []


def test_nobody_but_who_runs_the_council_there_opens_one(chat, clock, house, office):
    for other in (house.members[0], house.neighbours[0], house.worker):
        assert "还没有发出" not in other.says(ASKED)
    assert chat.rows(select(Survey.id)) == []
    house.secretary.says(ASKED)
    for other in (house.members[0], house.neighbours[0], house.worker):
        assert "已发起" not in other.says("发出居民表决1")
    chat.work()
    assert told(house.members[1], "居民表决") == []


def test_of_several_meetings_the_one_is_asked_for_and_a_question_is_not_added_to_a_vote(chat, clock, house, office):
    house.secretary.says("召开议事会 12月9日19点 社区会议室")
    assert "会议1" in house.secretary.says(ASKED)
    assert chat.rows(select(Survey.id)) == []
    assert "还没有发出" in house.secretary.says(ASKED + "，会议2")
    more = does(office, "add", "surveys", survey="1", question="还有什么想说的")
    assert "只有同意、反对、弃权这一题" in plain(more.text)
    assert chat.rows(select(Survey.meeting_id)) == [(2,)]
    sent = plain(does(office, "send", "surveys", survey="1").text)
    assert "居民表决（意见1）已发起" in sent
