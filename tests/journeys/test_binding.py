"""Who somebody is: bound by name and phone, by invitation, by a building's code, or not at all."""

import pytest
from sqlalchemy import select

from storage.models import Account, Audit, Invitation
from tests.roster import line, small


@pytest.fixture(autouse=True)
def _subdistrict(chat):
    chat.subdistrict()


def test_name_and_last_four_digits_bind_an_account(chat):
    leader = chat.person("王样本")
    answer = leader.says("绑定 王样本 0005")
    assert "绑定成功：王**" in answer
    assert "红色楼栋长（梧桐里1号院05幢）" in answer
    card = leader.says("我的身份")
    assert "王**" in card
    assert "您的楼栋：梧桐里1号院05幢" in card
    assert "网格员：陈试用" in card
    assert "社区书记：吴范例" in card
    assert "王楼栋长" in card
    assert [row.action for row in chat.rows(select(Audit.action).where(Audit.actor.like("account:%")))] == [
        "account.bind"
    ]


@pytest.mark.parametrize(
    "text", ["绑定王样本0005", "绑定 我是王样本 手机19900000005", "绑定：王样本，0005", "绑定身份 王样本 ０００５"]
)
def test_people_write_it_in_many_ways(chat, text):
    assert "绑定成功" in chat.person("王样本").says(text)


def test_a_wrong_name_and_a_wrong_number_read_the_same_and_are_counted(chat, clock):
    stranger = chat.person("路人")
    wrong_number = stranger.says("绑定 王样本 9999")
    wrong_name = stranger.says("绑定 王不在 0005")
    assert wrong_number.replace("4", "3") == wrong_name
    for _ in range(3):
        stranger.says("绑定 王样本 9999")
    assert "次数太多" in stranger.says("绑定 王样本 0005")
    clock.turn(hours=25)
    assert "绑定成功" in stranger.says("绑定 王样本 0005")


def test_one_name_cannot_be_tried_from_many_accounts(chat):
    for number in range(10):
        chat.person(f"路人{number}").says(f"绑定 王样本 {8000 + number}")
    assert "次数太多" in chat.person("王样本").says("绑定 王样本 0005")


def test_binding_alone_tells_how_and_a_resident_may_stay_anonymous(chat):
    resident = chat.person("李阿姨")
    assert "绑定 姓名 手机后四位" in resident.says("绑定")
    assert "居民身份" in resident.says("我是谁")


def test_rebinding_wants_its_own_word(chat):
    person = chat.bound("王样本", "0005")
    assert "已经绑定好了" in person.says("绑定 王样本 0005")
    assert "改绑" in person.says("绑定 周虚构 0007")
    assert "绑定成功：周**" in person.says("改绑 周虚构 0007")
    assert "在职党员（梧桐社区）" in person.says("我的身份")
    assert "已解除绑定" in person.says("解绑")
    assert "没有绑定" in person.says("解绑")


def test_a_second_wechat_needs_an_invitation_and_the_first_is_told(chat):
    old = chat.bound("王样本", "0005")
    new = chat.person("王样本的新手机")
    assert "已经绑定了另一个微信" in new.says("绑定 王样本 0005")
    secretary = chat.bound("吴范例", "0006")
    answer = secretary.says("邀请 王样本")
    code = answer.split("：")[1][:9]
    assert "绑定成功：王**" in new.says(f"绑定 {code.lower()}")
    chat.work()
    assert "改绑到另一个微信" in old.notices[-1]
    assert "居民身份" in old.says("我的身份")
    assert "邀请码不对、已用过或已过期" in chat.person("捡到邀请码的人").says(f"绑定 {code}")


def test_an_account_that_unfollowed_can_be_replaced(chat):
    old = chat.bound("王样本", "0005")
    old.phone.unfollow()
    assert "绑定成功" in chat.person("王样本的新手机").says("绑定 王样本 0005")


@pytest.mark.parametrize("since", [None, "2027-03-01"])
def test_an_administrator_is_bound_by_a_code_only(chat, since):
    found = small()
    found["people"].append({"code": "A1", "name": "毛管理", "phone": "19911110043"})
    found["posts"].append({"person": "A1", "role": "管理员", "place": "S", "since": since})
    chat.subdistrict(found)
    answer = chat.person("路人").says("绑定 毛管理 0043")
    assert "邀请码" in answer
    assert "linli person invite" in answer
    assert "居民身份" in chat.person("路人").says("我的身份")
    chat.invited("毛管理")


def test_an_invitation_ends_after_a_week_and_with_the_next_one(chat, clock):
    secretary = chat.bound("吴范例", "0006")
    first = secretary.says("邀请 R5").split("：")[1][:9]
    second = secretary.says("邀请 R5").split("：")[1][:9]
    person = chat.person("王样本")
    assert "邀请码不对" in person.says(f"绑定 {first}")
    clock.turn(days=8)
    assert "邀请码不对" in person.says(f"绑定 {second}")
    assert all(first.replace("-", "") not in row.digest for row in chat.rows(select(Invitation.digest)))


def test_who_may_not_invite_is_told_whom_to_ask(chat):
    resident = chat.person("李阿姨")
    assert "社区书记、管理员来办" in resident.says("邀请 王样本")
    worker = chat.bound("陈试用", "0001")
    worker.says("我住梧桐里1号院1幢")
    assert "您可以找社区书记吴范例" in worker.says("邀请 王样本")


def test_one_phone_for_two_people_and_two_of_one_name(chat):
    lines = small()
    lines["people"] += [
        {"code": "R10", "name": "何夫妻", "phone": "19900000020"},
        {"code": "R11", "name": "许夫妻", "phone": "19900000020"},
        {"code": "R12", "name": "何夫妻", "phone": "19911110020"},
    ]
    lines["posts"] += [{"person": code, "role": "居民", "place": "Y1-1"} for code in ("R10", "R11", "R12")]
    chat.subdistrict(lines)
    assert "绑定成功：许**" in chat.person("许夫妻").says("绑定 许夫妻 0020")
    assert "有 2 位同名且尾号相同" in chat.person("何夫妻").says("绑定 何夫妻 0020")


def test_a_person_who_left_has_no_rights_any_more(chat):
    worker = chat.bound("陈试用", "0001")
    assert "第1网格" in worker.says("我的网格")
    lines = small()
    lines["people"] = [each for each in lines["people"] if each["code"] != "R1"]
    lines["posts"] = [each for each in lines["posts"] if each["person"] != "R1"]
    chat.subdistrict(lines)
    assert "已离任" in worker.says("我的身份")
    assert "抱歉" in worker.says("我的网格")
    assert "已经离任" in chat.person("冒名").says("绑定 陈试用 0001")


def test_a_role_ends_with_its_term(chat, clock):
    lines = small()
    line(lines, "posts", "R1")["until"] = "2026-11-24"
    chat.subdistrict(lines)
    worker = chat.bound("陈试用", "0001")
    assert "第1网格" in worker.says("我的网格")
    clock.turn(hours=14)
    assert "抱歉" in worker.says("我的网格")


def test_following_by_a_buildings_code_chooses_the_building_and_unfollowing_keeps_it(chat):
    resident = chat.person("李阿姨")
    assert "梧桐里1号院1幢" in resident.scans("p-Y1-1")
    resident.phone.unfollow()
    (account,) = chat.rows(select(Account.__table__).where(Account.openid == resident.openid))
    assert account.unsubscribed_at is not None
    assert account.place_id is not None
    resident.phone.follow()
    assert "您的楼栋：梧桐里1号院1幢" in resident.says("我的身份")
