"""The stars at the back office: what a reviewer sees and decides there, and what nobody else gets."""

import re

import pytest
from sqlalchemy import select

from storage.models import Attachment, Nomination, StarAward, StarRound
from tests.office import Office, plain
from tests.stars import ANNOUNCE, NOTICE, OPEN, REVIEW, neighbour, november, step, to_notice


@pytest.fixture
def people(chat, clock):
    return november(chat, clock)


@pytest.fixture
def auntie(chat):
    return neighbour(chat, "李阿姨")


def decides(office, do, **fields):
    """Fills a form of the page, as it stands now, and sends it."""
    page = office.web.get("/console/stars").text
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)
    form = {"do": do, "csrf": office.csrf, "nonce": nonce[1] if nonce else "", **fields}
    return office.web.post("/console/stars", data=form, headers={"HX-Request": "true"})


def states(chat):
    return [row.state for row in chat.rows(select(StarAward.state).order_by(StarAward.id))]


def test_a_round_is_reviewed_in_the_browser(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    neighbour(chat, "张大爷").says("推荐 王阿姨 05幢 给瘫痪的邻居送饭")
    office = Office(chat).signs_in(people.secretary)
    before = office.sees("/console/stars")
    assert "推荐中" in before
    assert "每天帮独居老人取奶" in before
    step(chat, clock, REVIEW)
    office = Office(chat).signs_in(people.secretary)
    seen = office.sees("/console/stars")
    assert "评议中" in seen
    assert "★ 1 号 甲一员" in seen
    assert "邻居推荐 +" in seen.replace("\u3000", " ")
    assert "提到健康情况" in seen
    answer = decides(office, "accept", numbers="1", deeds="风雨无阻，每天帮独居老人取奶")
    assert "已通过 1 位" in plain(answer.text)
    assert answer.headers["HX-Trigger"] == "stars-changed"
    assert "风雨无阻" in plain(office.web.get("/console/stars/live").text)
    assert "当面同意公示" in plain(decides(office, "consent", number="1", shown="甲师傅").text)
    assert "3次核实" in plain(decides(office, "return", number="2", reason="3次核实都找不到人").text)
    assert "3次核实都找不到人" in office.sees("/console/stars")
    assert states(chat) == ["accepted", "returned"]
    step(chat, clock, NOTICE, auntie)
    assert any("甲师傅" in text and "风雨无阻" in text for text in auntie.notices)


def test_a_form_sent_twice_is_done_once_and_a_filled_one_is_not_the_empty_one(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    step(chat, clock, REVIEW)
    office = Office(chat).signs_in(people.secretary)
    form = {"do": "accept", "numbers": "1", "number": "1", "csrf": office.csrf, "nonce": "one-page"}
    first, again = (plain(office.web.post("/console/stars", data=form).text) for _ in range(2))
    assert "已通过 1 位" in first
    assert again == first
    lacking = office.web.post("/console/stars", data={**form, "do": "return"})
    assert lacking.status_code == 422
    assert "请填写：理由" in plain(lacking.text)
    assert "已退回" in plain(office.web.post("/console/stars", data={**form, "do": "return", "reason": "再看看"}).text)
    assert states(chat) == ["returned"]
    none = decides(office, "accept_all")
    assert none.status_code == 409
    assert "没有可以通过的候选人" in plain(none.text)
    assert office.web.post("/console/stars", data={**form, "do": "rm -rf"}).status_code == 400
    assert office.web.post("/console/stars", data={**form, "csrf": "x"}).status_code == 400


def test_two_names_of_one_person_become_one(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 王阿姨 05幢 每天帮独居老人取奶")
    neighbour(chat, "张大爷").says("推荐 王阿婆 05幢 每天帮独居老人倒垃圾")
    office = Office(chat).signs_in(people.secretary)
    assert "把 2 号并入 1 号" in plain(decides(office, "merge", number="2", other="1").text)
    assert "王阿婆" not in office.sees("/console/stars")
    assert [row.award_id for row in chat.rows(select(Nomination.award_id))] == [1, 1]


def test_an_objection_is_settled_without_a_word_of_who_made_it(chat, clock, people, auntie):
    to_notice(chat, clock, people, people.members[0], "甲一员", auntie)
    other = neighbour(chat, "张大爷")
    other.says("异议 1 取奶的是另外一个人")
    office = Office(chat).signs_in(people.secretary)
    seen = office.sees("/console/stars")
    assert "取奶的是另外一个人" in seen
    assert "张大爷" not in seen
    assert "请填写：核实情况" in plain(decides(office, "dismiss", number="1").text)
    assert "不成立，恢复公示中" in plain(decides(office, "dismiss", number="1", note="已走访核实").text)
    step(chat, clock, ANNOUNCE, auntie)
    office = Office(chat).signs_in(people.secretary)
    page = office.web.get("/console/stars").text
    code = re.search(r'href="(/awards/[^".]+)\.png"', page)
    assert code
    assert office.web.get(f"{code[1]}.png").data[:4] == b"\x89PNG"
    assert "取奶的是另外一个人" not in page


def test_putting_off_and_skipping(chat, clock, people):
    step(chat, clock, OPEN)
    office = Office(chat).signs_in(people.secretary)
    assert "评选推迟 2 天" in plain(decides(office, "delay", community="梧桐社区", days="2", reason="3天后换届").text)
    assert "3天后换届" in office.sees("/console/stars")
    many = decides(office, "delay", community="梧桐社区", days="很多", reason="太忙")
    assert many.status_code == 422
    assert "请填数字" in plain(many.text)
    assert 'value="很多"' in many.text
    assert 'value="太忙"' in many.text
    too_many = decides(office, "delay", community="梧桐社区", days="90", reason="太忙")
    assert too_many.status_code == 409
    assert "推迟请写天数和原因" in plain(too_many.text)
    assert "评选已取消" in plain(decides(office, "skip", community="梧桐社区", reason="正在换届").text)
    assert chat.rows(select(StarRound.state).order_by(StarRound.id))[0].state == "skipped"


def test_nobody_else_sees_or_decides_anything(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    auntie.sends_picture()
    chat.work()
    (picture,) = chat.rows(select(Attachment.id).where(Attachment.purpose == "nomination"))
    secretary = Office(chat).signs_in(people.secretary)
    assert f"/console/stars/pictures/{picture.id}" in secretary.web.get("/console/stars").text
    assert secretary.web.get(f"/console/stars/pictures/{picture.id}").data[:3] == b"\xff\xd8\xff"
    assert secretary.web.get("/console/stars/pictures/999").status_code == 404
    head = Office(chat).signs_in(people.head)
    assert "美善之星" not in head.sees("/console/")
    for path in ("stars", "stars/live", f"stars/pictures/{picture.id}"):
        assert head.web.get(f"/console/{path}").status_code == 403
    assert decides(head, "accept", numbers="1").status_code == 403
    assert chat.app.test_client().get("/console/stars").status_code == 302


def test_who_is_a_candidate_does_not_judge_themselves(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 吴范例 05幢 天天在楼下值守")
    step(chat, clock, REVIEW)
    office = Office(chat).signs_in(people.secretary)
    assert "您是本人，请别的负责人来评" in office.sees("/console/stars")
    refused = decides(office, "accept", numbers="1", deeds="天天在楼下值守")
    assert refused.status_code == 409
    assert "您是本人" in plain(refused.text)
    assert 'role="alert"' in refused.text
    assert "HX-Trigger" not in refused.headers
    assert refused.headers["HX-Retarget"] == "this"
    assert 'value="天天在楼下值守"' in refused.text
    assert states(chat) == ["candidate"]


def test_what_was_put_off_or_skipped_is_taken_back_on_the_page(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    office = Office(chat).signs_in(people.secretary)
    before = office.sees("/console/stars")
    assert "取消推迟" not in before
    assert "恢复评选" not in before
    decides(office, "delay", community="梧桐社区", days="2", reason="下雪")
    assert "取消推迟" in office.sees("/console/stars")
    assert "恢复原来的时间：评议11月26日" in plain(decides(office, "undo_delay", community="梧桐社区").text)
    assert "取消推迟" not in office.sees("/console/stars")
    gone = decides(office, "undo_delay", community="梧桐社区")
    assert gone.status_code == 409
    assert "没有可以取消的推迟" in plain(gone.text)
    decides(office, "skip", community="梧桐社区", reason="正在换届")
    skipped = office.sees("/console/stars")
    assert "本月不评" in skipped
    assert "甲一员" not in skipped
    assert "候选 1 位都还在" in plain(decides(office, "restore", community="梧桐社区").text)
    assert "甲一员" in office.sees("/console/stars")
    assert states(chat) == ["candidate"]


def test_a_form_that_names_another_s_community_is_refused(chat, clock, people):
    step(chat, clock, OPEN)
    office = Office(chat).signs_in(people.secretary)
    for community, why in (("银杏社区", "银杏社区不归您负责"), ("雪松社区", "没有找到“雪松社区”")):
        for do, fields in (("delay", {"days": "2"}), ("skip", {}), ("undo_delay", {}), ("restore", {})):
            answer = decides(office, do, community=community, reason="正在换届", **fields)
            assert answer.status_code == 409, (do, answer.text)
            assert why in plain(answer.text)
    assert {row.state for row in chat.rows(select(StarRound.state))} == {"nominating"}


def test_what_is_typed_arrives_whole_whatever_it_begins_with(chat, clock, people, auntie):
    """Words that a sentence would have read as a verdict, a number or a signature."""
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    step(chat, clock, REVIEW)
    office = Office(chat).signs_in(people.secretary)
    decides(office, "return", number="1", reason="15 号楼的人说，成立小组再核实")
    assert [row.note for row in chat.rows(select(StarAward.note))] == ["15 号楼的人说，成立小组再核实"]
    decides(office, "accept", numbers="1", deeds="2026年事迹：风雨无阻")
    assert [row.deeds for row in chat.rows(select(StarAward.deeds))] == ["2026年事迹：风雨无阻"]
    decides(office, "consent", number="1", shown="署名甲")
    assert [row.public_name for row in chat.rows(select(StarAward.public_name))] == ["署名甲"]


def test_what_is_missing_is_said_beside_its_field_and_the_rest_stays(chat, clock, people):
    step(chat, clock, OPEN)
    office = Office(chat).signs_in(people.secretary)
    answer = decides(office, "delay", community="梧桐社区", days="2")
    assert answer.status_code == 422
    assert (answer.headers["HX-Retarget"], answer.headers["HX-Reswap"]) == ("this", "outerHTML")
    assert re.search(r'name="days"[^>]* value="2"', answer.text)
    assert re.search(r'name="reason"[^>]* aria-invalid="true"[^>]*><small[^>]*>请填写：原因</small>', answer.text)
    assert 'name="community" value="梧桐社区"' in answer.text
    nonce = re.search(r'name="nonce" value="([^"]+)"', answer.text)
    form = {
        "do": "delay",
        "community": "梧桐社区",
        "days": "2",
        "reason": "下雪",
        "csrf": office.csrf,
        "nonce": nonce[1],
    }
    assert "评选推迟 2 天" in plain(office.web.post("/console/stars", data=form).text)


def test_a_refused_form_may_be_sent_again_when_it_fits(chat, clock, people, auntie):
    step(chat, clock, OPEN)
    auntie.says("推荐 甲一员 05幢 每天帮独居老人取奶")
    auntie.says("推荐 王阿姨 05幢 给邻居送饭")
    step(chat, clock, REVIEW)
    office = Office(chat).signs_in(people.secretary)
    decides(office, "accept", numbers="1")
    refused = decides(office, "accept", numbers="2")
    assert refused.status_code == 409
    assert "要换人请先退回 1 号" in plain(refused.text)
    people.secretary.says("评议退回 1 换人")
    nonce = re.search(r'name="nonce" value="([^"]+)"', refused.text)
    form = {"do": "accept", "numbers": "2", "csrf": office.csrf, "nonce": nonce[1]}
    assert "已通过 1 位" in plain(office.web.post("/console/stars", data=form).text)
