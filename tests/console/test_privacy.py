"""People's own data at the office: requests decided within a day, and what is done for who comes to the window."""

import io
import json
from zipfile import ZipFile

from sqlalchemy import select

from governance.roles import Role
from storage.models import Account, Audit, Person, Post
from tests.office import Office, plain


def does(office, do, **fields):
    form = {"do": do, "csrf": office.csrf, "nonce": f"{do}{fields}", **fields}
    return office.web.post("/console/privacy", data=form, headers={"HX-Request": "true"})


def test_a_correction_that_was_asked_by_chat_is_done_and_binds_from_then_on(chat, people, office):
    people.leader.says("更正资料 电话 19900000505")
    chat.work()
    assert any("有人申请更正资料" in text for text in people.dispatcher.notices)
    page = office.sees("/console/privacy")
    assert "1 号 R5 王**" in page
    assert "更正电话为：19900000505" in page
    answer = does(office, "grant", request="1")
    assert "已照办" in plain(answer.text)
    assert answer.headers["HX-Trigger"] == "privacy-changed"
    chat.work()
    assert any("已经改好" in text for text in people.leader.notices)
    assert "199****0505" in people.leader.says("我的资料")
    people.leader.says("解绑")
    assert "绑定成功" in people.leader.says("绑定 王样本 0505")
    assert "没有。" in office.sees("/console/privacy")
    again = does(office, "grant", request="1", nonce="again")
    assert again.status_code == 409
    deeds = chat.rows(select(Audit.whose, Audit.address).where(Audit.action == "person.correct_granted"))
    assert [tuple(row) for row in deeds] == [("person:R5", "127.0.0.1")]


def test_a_refusal_needs_a_reason_which_is_told(chat, people, office):
    people.leader.says("更正资料 姓名 王样板")
    assert does(office, "refuse", request="1").status_code == 422
    assert "已答复" in plain(does(office, "refuse", request="1", reason="身份证上不是这个名字").text)
    chat.work()
    assert any("身份证上不是这个名字" in text for text in people.leader.notices)
    assert "姓名 王**" in people.leader.says("我的资料")


def test_the_office_erases_somebody_with_a_post_after_the_handover(chat, people, office):
    people.leader.says("确认删除我的资料")
    assert "他有岗位" in office.sees("/console/privacy")
    assert "几分钟内" in plain(does(office, "grant", request="1").text)
    chat.work()
    assert {row.code for row in chat.rows(select(Person.code))}.isdisjoint({"R5"})
    assert people.leader.openid not in {row.openid for row in chat.rows(select(Account.openid))}


def test_at_the_window_somebody_looks_takes_a_copy_has_it_corrected_and_erased(chat, office):
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院05幢3楼楼道灯坏了，电话19900000777")
    number = chat.tickets()[0].number
    shown = office.sees(f"/console/privacy?who={number}")
    assert "没有登记姓名和电话" in shown
    assert "上报 1 件" in shown
    got = office.web.post("/console/privacy/copy", data={"csrf": office.csrf, "who": number})
    with ZipFile(io.BytesIO(got.data)) as archive:
        assert "19900000777" in json.loads(archive.read("我的资料.json"))["tickets"][0]["text"]
    assert "王**，电话 199****0005" in office.sees("/console/privacy?who=r5")
    assert "已更正 R5 王**" in plain(does(office, "correct", who="R5", field="phone", value="19900000909").text)
    assert does(office, "correct", who="R5", field="phone", value="abc").status_code == 409
    assert does(office, "correct", who="R5", field="left_at", value="x").status_code == 422
    assert does(office, "correct", who="R99", field="unit", value="x").status_code == 409
    assert "不能恢复" in plain(does(office, "erase", who=number).text)
    assert "已登记删除" in plain(does(office, "erase", who=number, sure="1").text)
    chat.work()
    assert "没有上报记录" in resident.says("进度")
    assert "没有找到 NH00000000-0001" in office.sees("/console/privacy?who=NH00000000-0001")
    deeds = [row.action for row in chat.rows(select(Audit.action).where(Audit.actor.like("console:%")))]
    assert deeds.count("person.export") == 1


def test_who_may_not_serve_sees_and_does_nothing(chat, people):
    for speaker in (people.worker, people.secretary, people.lead):
        office = Office(chat).signs_in(speaker)
        assert office.web.get("/console/privacy").status_code == 403
        assert office.web.get("/console/privacy/live").status_code == 403
        assert does(office, "erase", who="R5", sure="1").status_code == 403
        assert office.web.post("/console/privacy/copy", data={"csrf": office.csrf, "who": "R5"}).status_code == 403
    with chat.database.write() as connection:  # a dispatcher of one community serves not the whole subdistrict
        post = select(Post.id).where(Post.role == Role.COMMUNITY_SECRETARY.value).limit(1).scalar_subquery()
        connection.execute(Post.__table__.update().where(Post.id == post).values(role="dispatcher"))
    office = Office(chat).signs_in(people.secretary)
    assert office.web.get("/console/privacy?who=R5").status_code == 404
    assert does(office, "erase", who="R5", sure="1").status_code == 409
    assert office.web.post("/console/privacy/copy", data={"csrf": office.csrf, "who": "R5"}).status_code == 404
    assert chat.app.test_client().post("/console/privacy/copy", data={"who": "R5"}).status_code == 403


def test_bad_input_is_refused_in_words(chat, office):
    assert office.web.get("/console/privacy?who=%00").status_code == 400
    for who in ("", "'", "²", "长" * 500):
        assert office.web.get(f"/console/privacy?who={who}").status_code == 200
    for request in ("", "²", "9" * 30, "-1", "0"):
        answer = does(office, "grant", request=request)
        assert answer.status_code in (409, 422), request
        assert "Traceback" not in answer.text
    assert does(office, "no_such").status_code == 400
