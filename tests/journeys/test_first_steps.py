"""Who comes new, a unit's contact or a council's member, reads what they can say first, and help on it in plain words."""

import pytest
from sqlalchemy import select, update

from storage.models import Organisation
from tests.activities import town
from tests.councils import council
from tests.units import with_units
from understanding.help_topics import HELP_NAMES


def test_a_new_contact_reads_what_to_say_first(chat):
    people = town(chat)
    chat.bound("毕样本", "0051")
    again = people.contact.says("解绑")
    assert again
    people.contact.says("是")
    answer = people.contact.says("绑定 卫示范 0052")
    assert "· 示范市审计局的单位联系人" in answer, answer
    assert "可以先说：企业诉求 园区停车位不够" in answer


def test_a_bound_contact_is_told_the_unit_and_the_first_words(chat, quota):
    _, units = with_units(chat)
    assert "· 示范银行的单位联系人" in units.bank.says("我的身份")
    answer = units.bank.says("帮助")
    assert "企业：企业诉求 园区停车位不够" in answer
    assert "还有：项目、" in answer
    assert len(answer.encode()) <= 2048
    on = units.bank.says("帮助 企业")
    assert on.startswith("企业可以这样说"), on
    assert "企业诉求 园区停车位不够" in on
    assert "预订 12 20人" in units.bank.says("帮助 活动")
    assert "认领项目3" in units.bank.says("帮助 项目")
    assert "我的结对" in units.bank.says("帮助 共建")
    assert "评议异议 3" in units.bank.says("帮助 评议")
    assert "设施：" not in units.bank.says("帮助")
    assert "已登记企业诉求" in units.bank.says("企业诉求 园区停车位不够")


def test_a_resident_reads_of_what_residents_may(chat, quota):
    with_units(chat)
    resident = chat.person("李阿姨")
    answer = resident.says("帮助")
    assert "企业" not in answer
    assert "还有：项目、议事、活动、评议、走访" in answer
    assert len(answer.encode()) <= 2048
    assert "认领项目" not in resident.says("帮助 项目")
    assert "提需求" in resident.says("帮助 项目")
    assert "预订" not in resident.says("帮助 活动")
    assert "邻里可以这样用" in resident.says("帮助 企业")


def test_a_council_s_member_reads_of_its_meetings(chat):
    people = council(chat)
    member = people.members[0]
    assert any("议事可以先说：看议事会" in text for text in member.notices)
    answer = member.says("帮助")
    assert "议事：" in answer
    assert "表决3 同意" in member.says("帮助 议事")


@pytest.mark.parametrize("topic", HELP_NAMES)
def test_help_on_each_topic_is_short_enough_for_who_has_it(chat, quota, topic):
    staff, _ = with_units(chat)
    for speaker in (staff.secretary, staff.worker, chat.person("李阿姨")):
        answer = speaker.says(f"帮助 {topic}")
        assert answer
        assert len(answer.encode()) <= 2048, topic
        assert "看不懂" not in answer


def test_who_looks_after_things_reads_how_and_nobody_else(chat, quota):
    staff, _ = with_units(chat)
    assert "今天要查什么" in staff.worker.says("帮助 设施")
    assert "评议处理 3 成立" in staff.secretary.says("帮助 评议")
    resident = chat.person("李阿姨")
    assert "邻里可以这样用" in resident.says("帮助 设施")
    assert "评议异议" not in resident.says("帮助 评议")


def test_the_contact_of_a_unit_that_left_is_none_any_more(chat, quota):
    _, units = with_units(chat)
    with chat.database.write() as connection:
        connection.execute(update(Organisation).where(Organisation.code == "U1").values(left_at=chat.clock()))
    assert "单位联系人" not in units.bank.says("我的身份")
    assert "企业" not in units.bank.says("帮助")
    assert chat.rows(select(Organisation.id))


def test_who_is_new_and_asks_how_to_begin_hears_how_to_bind(chat):
    town(chat)
    answer = chat.person("新邻居").says("您好，刚搬来的，去哪登记啊")
    assert "绑定 姓名 手机后四位" in answer, answer
    assert "普通居民不用绑定" in answer
