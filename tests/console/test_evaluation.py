"""The yearly evaluation at the office, and as anybody may read it once it is published."""

import pytest
from sqlalchemy import select, update

from storage.models import Account, Audit, CommunityBrand, EvaluationEntry, Lecture
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.evaluation import does, number_of, rounds, year_begun
from tests.office import Office, plain

AUDIT = "示范市审计局"


@pytest.fixture
def pair(chat):
    return year_begun(chat)


@pytest.fixture
def office(chat, pair):
    return Office(chat).signs_in(pair.lead)


def said(response):
    return plain(response.text)


def of_round(chat):
    return str(rounds(chat)[-1].id)


def published(chat, clock, office):
    does(office, "draft", term="year_end")
    clock.turn(days=6)
    office.signs_in_again()
    return said(does(office, "publish", round=of_round(chat)))


def test_a_round_is_drafted_once_with_its_sums(chat, office):
    assert "2026年年终评议已起草并公示：单位 2 家、结对 2 个、项目 0 个" in said(does(office, "draft", term="year_end"))
    assert "已经起草过" in said(does(office, "draft", term="year_end"))
    assert len(rounds(chat)) == 1
    page = office.sees("/console/evaluation")
    assert "+10 分 党课 2 次" in page
    assert "公示中" in page
    assert "还没到时候" in said(does(office, "draft", term="year_end", year="2030"))
    for year in ("11943", "9999", "1999", "0", "02026", "٢٠٢٦"):
        assert "2000 到 2099" in said(does(office, "draft", term="july", year=year)), year
    assert "2025年7月" not in page


def test_publishing_waits_for_the_end_and_is_done_once(chat, clock, office):
    does(office, "draft", term="year_end")
    number = of_round(chat)
    assert "还在公示" in said(does(office, "publish", round=number))
    clock.turn(days=6)
    office.signs_in_again()
    assert "已发布，表扬 2 个" in said(does(office, "publish", round=number))
    assert "已经发布过" in said(does(office, "publish", round=number))
    assert "没有这一轮" in said(does(office, "publish", round="77"))


def test_the_same_form_sent_twice_is_done_once(chat, clock, office):
    does(office, "draft", term="year_end")
    clock.turn(days=6)
    office.signs_in_again()
    form = {"do": "publish", "csrf": office.csrf, "nonce": "n1", "round": of_round(chat)}
    answers = [office.web.post("/console/evaluation", data=form, headers={"HX-Request": "true"}) for _ in range(2)]
    assert all("已发布，表扬 2 个" in said(each) for each in answers)


def test_an_objection_is_read_without_who_said_it_and_settled_by_form(chat, pair, office):
    does(office, "draft", term="year_end")
    number = str(number_of(chat, AUDIT))
    pair.contact.says(f"评议异议 {number} 少算了一次党课，王样本13912345678知道")
    page = office.sees("/console/evaluation")
    assert "少算了一次党课" in page
    assert "13912345678" not in page
    assert "卫示范" not in page
    assert "改几分" in said(does(office, "uphold", number=number, note="补上一次党课"))
    assert "共 16 分" in said(does(office, "uphold", number=number, points="4", less="1", note="多算了"))
    assert "没有等您处理" in said(does(office, "dismiss", number=number, note="已经算过"))


def test_the_recount_gives_the_same_and_says_whose_facts_were_corrected_since(chat, clock, office):
    published(chat, clock, office)
    assert "核对一致：2026年年终评议 4 项" in (same := said(does(office, "recount", round=of_round(chat))))
    assert "更正" not in same
    with chat.database.write() as connection:
        connection.execute(Lecture.__table__.delete().where(Lecture.topic == "防诈骗"))
    changed = said(does(office, "recount", round=of_round(chat)))
    assert "核对一致" in changed
    assert f"有更正的：{AUDIT}、" in changed
    with chat.database.write() as connection:
        connection.execute(EvaluationEntry.__table__.update().values(total=99))
    assert "核对不一致" in said(does(office, "recount", round=of_round(chat)))


def test_a_community_keeps_its_brand_of_the_year_with_nobody_in_it(chat, office):
    fields = {"community": "银杏社区", "title": "银杏议事角", "story": "王样本电话13912345678每周三议事"}
    assert "一居一品已记下：银杏议事角，没有照片" in said(does(office, "brand", **fields))
    assert "已更新" in said(does(office, "brand", **{**fields, "title": "银杏议事亭"}))
    (brand,) = chat.rows(select(CommunityBrand.title, CommunityBrand.story))
    assert brand.title == "银杏议事亭"
    assert "13912345678" not in brand.story
    assert "没有找到社区“月球社区”" in said(does(office, "brand", **{**fields, "community": "月球社区"}))
    assert "没有可以公开的现场照片" in said(does(office, "brand", **fields, source="NH20261124-0999"))
    assert "银杏议事亭" in office.sees("/console/evaluation")


def test_a_round_leaves_the_office_as_a_file(chat, office):
    does(office, "draft", term="year_end")
    file = office.web.get(f"/console/evaluation/{of_round(chat)}.xlsx")
    assert file.data.startswith(b"PK")
    assert office.web.get("/console/evaluation/77.xlsx").status_code == 404


def test_who_is_commended_is_read_by_anybody_with_a_letter_each(chat, clock, office):
    web = chat.app.test_client()
    assert web.get("/commendations/2026").status_code == 404, "nothing before the end"
    published(chat, clock, office)
    page = plain(web.get("/commendations/2026").text)
    assert f"第1名 {AUDIT} 20 分" in page
    assert "党课2次 +10" in page
    assert "样本科技公司" not in page, "who did nothing is not commended"
    assert "毕样本" not in page
    assert "卫示范" not in page
    letter = web.get(f"/commendations/letters/{number_of(chat, AUDIT)}.pdf")
    assert letter.data.startswith(b"%PDF")
    assert web.get(f"/commendations/letters/{number_of(chat, '样本科技公司')}.pdf").status_code == 404
    assert "表扬信" in office.sees("/console/evaluation")


def test_the_year_is_a_booklet_with_brands_and_commended(chat, clock, office):
    web = chat.app.test_client()
    assert web.get("/booklets/2026").status_code == 404
    does(office, "brand", community="银杏社区", title="银杏议事角", story="每周三在银杏树下议事")
    assert "银杏议事角" in plain(web.get("/booklets/2026").text)
    published(chat, clock, office)
    page = plain(web.get("/booklets/2026").text)
    assert f"第1名 {AUDIT}" in page
    assert "每周三在银杏树下议事" in page
    booklet = web.get("/booklets/2026.pdf")
    assert booklet.mimetype == "application/pdf"
    assert booklet.data.startswith(b"%PDF")
    assert booklet.data.count(b"/Type /Page\n") == 3


def test_the_booklet_is_made_on_the_command_line(chat, office, database_url, tmp_path):
    env = {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}
    out = tmp_path / "year.pdf"
    refused = linli("cases", "booklet", "--year", "2026", "--out", str(out), env=env)
    assert refused.returncode != 0
    assert "还没有公布的内容" in refused.stderr
    does(office, "brand", community="银杏社区", title="银杏议事角", story="每周三在银杏树下议事")
    assert linli("cases", "booklet", "--year", "2026", "--format", "pdf", "--out", str(out), env=env).returncode == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "银杏议事角" in linli("cases", "booklet", "--year", "2026", env=env).stdout


def test_an_objection_to_wrong_facts_is_upheld_with_those_of_the_books(chat, pair, office):
    does(office, "draft", term="year_end")
    number = str(number_of(chat, AUDIT))
    before = chat.rows(select(EvaluationEntry.total).where(EvaluationEntry.id == int(number)))[0].total
    pair.contact.says(f"评议异议 {number} 防诈骗那次党课是别人上的")
    same = said(does(office, "anew", number=number, note="查过台账"))
    assert "和台账一致，没有可更正的" in same
    with chat.database.write() as connection:
        connection.execute(Lecture.__table__.delete().where(Lecture.topic == "防诈骗"))
    assert does(office, "anew", number=number, note="").status_code == 422
    answer = said(does(office, "anew", number=number, note="台账已更正"))
    assert f"已按台账重新核算：-5 分，现在共 {before - 5} 分" in answer
    assert "去掉 党课 1 次（" in answer
    assert "防诈骗" in answer
    assert chat.rows(select(EvaluationEntry.total).where(EvaluationEntry.id == int(number)))[0].total == before - 5
    page = office.sees("/console/evaluation")
    assert "+5 分 党课 1 次" in page
    assert "没有等您处理" in said(does(office, "anew", number=number, note="再来一次"))
    assert "核对一致" in said(does(office, "recount", round=of_round(chat)))
    audit = [row for row in chat.rows(select(Audit.action, Audit.detail)) if row.action == "evaluation.facts_corrected"]
    assert len(audit) == 1
    assert audit[0].detail.startswith("-5; lecture:")
    pair.contact.says("你好")
    chat.work()
    assert any("的异议成立：-5 分" in text for text in pair.contact.notices)


def of(chat, speaker):
    return chat.rows(select(Account.person_id).where(Account.openid == speaker.openid))[0].person_id


def test_units_to_whom_nothing_can_be_told_are_listed(chat, pair, office):
    assert AUDIT not in office.sees("/console/evaluation").partition("通知不到的单位")[2]
    with chat.database.write() as connection:
        everybody = update(Account).where(Account.channel == "wechat", Account.person_id != of(chat, pair.lead))
        connection.execute(everybody.values(unsubscribed_at=chat.clock()))
    page = office.sees("/console/evaluation")
    assert "通知不到的单位" in page
    assert AUDIT in page.partition("通知不到的单位")[2][:200]
