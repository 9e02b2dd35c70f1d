"""What people ask of their own data by chat: look, copy, correct, delete; each comes true within a day."""

import io
import json
import re
from zipfile import ZipFile

import pytest
from PIL import Image
from sqlalchemy import select

from storage.models import Account, Audit, DataRequest, NoticeShown, Person, Ticket
from tests.roster import small


@pytest.fixture
def resident(chat):
    """Somebody with a report, a picture and a home, not in the roster."""
    chat.subdistrict()
    resident = chat.person("李阿姨")
    resident.says("我住梧桐里1号院1幢")
    resident.says("楼道灯坏了，打我电话19900000777")
    resident.sends_picture()
    chat.work()
    return resident


def everything_of(chat, *models):
    return " ".join(str(row) for model in models for row in chat.rows(select(model.__table__)))


def test_a_resident_looks_at_what_is_kept(chat, resident):
    said = resident.says("我的资料")
    assert "没有登记姓名和电话" in said
    assert "住址：梧桐里1号院1幢" in said
    assert "上报 1 件" in said
    assert "照片、语音、位置 1 个" in said
    bound = chat.bound("王样本", "0005").says("看一下我的资料")
    assert "姓名 王**，电话 199****0005" in bound
    assert "19900000005" not in bound
    for words in ("我的个人信息", "查询我的数据", "我的资料"):
        assert "这里保存的您的资料" in resident.says(words), words


def test_a_resident_gets_a_copy_of_their_own_and_of_nobody_else(chat, resident):
    other = chat.person("张大爷")
    other.says("梧桐里2号院9幢下水道堵了")
    answer = resident.says("导出我的资料")
    path = re.search(r"/my-data/\w+", answer)[0]
    web = chat.app.test_client()
    got = web.get(path)
    assert got.status_code == 200
    with ZipFile(io.BytesIO(got.data)) as archive:
        data = json.loads(archive.read("我的资料.json"))
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("files/")]
    assert "19900000777" in data["tickets"][0]["text"]
    assert [Image.open(io.BytesIO(each)).format for each in pictures] == ["JPEG"]  # as it is kept: made anew
    assert "下水道" not in json.dumps(data, ensure_ascii=False)
    assert "attachment" in got.headers["Content-Disposition"]
    looked = chat.rows(select(Audit.actor, Audit.whose, Audit.address).where(Audit.action == "person.copy"))
    assert [(row.address, row.whose == row.actor) for row in looked] == [("127.0.0.1", True)]
    assert web.get("/my-data/unknown").status_code == 404
    again = re.search(r"/my-data/\w+", resident.says("要一份我的个人信息"))[0]
    assert web.get(path).status_code == 404  # the newest address only
    chat.clock.turn(hours=25)
    assert web.get(again).status_code == 404


def test_a_deletion_is_said_twice_waits_and_erases_everything(chat, resident, tmp_path):
    really = resident.says("删除我的资料")
    assert "1 件没办完" in really
    assert "确认删除我的资料" in really
    chat.clock.turn(hours=13)
    chat.work()
    assert "上报 1 件" in resident.says("我的资料")  # asked once is not said
    asked = resident.says("确认删除我的资料")
    assert "明天 11:00 自动删除" in asked
    assert resident.says("确认删除我的资料") == asked
    assert "申请了删除" in resident.says("我的资料")
    chat.clock.turn(hours=11)
    chat.work()
    assert "上报 1 件" in resident.says("我的资料")
    chat.clock.turn(hours=1, minutes=1)
    chat.work()
    kept = everything_of(chat, Account, Ticket, DataRequest, Person)
    assert resident.openid not in kept
    assert "19900000777" not in kept
    assert not list((tmp_path / "files").glob("*/*"))
    assert "没有登记姓名和电话" in resident.says("我的资料")
    assert "上报" not in resident.says("我的资料").partition("住址")[2].partition("要一份")[0]
    assert "没有上报记录" in resident.says("进度")


def test_a_deletion_is_taken_back(chat, resident):
    assert "没有申请过删除" in resident.says("取消删除资料")
    resident.says("确认删除我的资料")
    assert "都还在" in resident.says("取消删除我的资料")
    chat.clock.turn(days=2)
    chat.work()
    assert "上报 1 件" in resident.says("我的资料")


def test_who_serves_here_is_erased_by_the_office_only(chat):
    chat.subdistrict()
    leader = chat.bound("王样本", "0005")
    assert "您现在有岗位" in leader.says("注销账号")
    assert "最迟 明天 10:00 前答复您" in leader.says("确认删除我的资料")
    chat.clock.turn(days=2)
    chat.work()
    assert "红色楼栋长" in leader.says("我的身份")


def test_a_correction_waits_for_the_office_and_strangers_are_told_what_they_can_correct(chat, resident):
    assert "没有绑定身份" in resident.says("更正资料 电话 19900000001")
    leader = chat.bound("王样本", "0005")
    assert "请写明改哪一项" in leader.says("更正资料")
    assert "不像电话" in leader.says("更正资料 电话 12")
    assert "不像姓名" in leader.says("更正我的信息，姓名改为 3号")
    assert "电话改成什么" in leader.says("更正资料 电话")
    assert "最迟 明天 10:00 前" in leader.says("19900000505")
    assert chat.rows(select(DataRequest.field, DataRequest.value)) == [("phone", "19900000505")]
    assert "199****0005" in leader.says("我的资料")  # not before the office has looked
    leader.says("更正资料 手机号改为19900000606")
    waiting = chat.rows(select(DataRequest.value).where(DataRequest.state == "waiting"))
    assert [row.value for row in waiting] == ["19900000606"]


def test_the_information_notice_has_a_version_and_who_agreed_to_which_is_kept(chat, resident):
    assert "版本 2026-11-26" in chat.person("新关注的人").phone.follow()
    said = resident.says("隐私说明")
    assert "版本 2026-11-26" in said
    assert "消息记录 30 天" in said
    assert len(said.encode()) <= 2048
    assert "已记下您同意的版本" in resident.says("同意隐私说明")
    assert "同意过这个版本" in resident.says("我同意隐私政策")
    assert "您同意过的隐私说明版本：2026-11-26" in resident.says("我的资料")
    rows = chat.rows(select(NoticeShown.version, NoticeShown.agreed_at).order_by(NoticeShown.account_id))
    assert {(row.version, row.agreed_at is not None) for row in rows} == {("2026-11-26", True), ("2026-11-26", False)}
    assert "版本 2026-11-26" in chat.app.test_client().get("/privacy").text


def test_a_neighbour_of_the_same_words_is_still_heard(chat, resident):
    """Words that are near these commands, and none of them."""
    del resident
    chat.subdistrict(small())
    other = chat.person("王大爷")
    for words in ("资料室的灯坏了", "信息栏的玻璃碎了，在梧桐里1号院1幢"):
        assert "删除" not in other.says(words)
        assert "保存的您的资料" not in other.says(words)
