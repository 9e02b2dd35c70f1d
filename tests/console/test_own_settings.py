"""Rules, categories and templates set at the office: checked, looked at first, in force without a restart, taken back."""

import pytest
from sqlalchemy import func, select

from bot.in_force import InForce
from governance.notices import Group
from governance.roles import Role
from storage.models import Audit, OwnSetting
from storage.own_settings import add_change, changes_of
from storage.unit_of_work import UnitOfWork
from tests.entries import CHECK, CONFIRM, UNDO, EntryForm
from tests.everybody import everybody
from tests.office import Office

ONE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def town(chat):
    people = everybody(chat)
    return people, Office(chat).signs_in(people[Role.ADMINISTRATOR])


def sets(office, what, key=""):
    return EntryForm(office, f"directory/setting?what={what}&key={key}")


def followed(chat):
    """As each process of the product follows what is set."""
    templates = {}
    InForce(chat.database, chat.reception._config, templates).refresh()
    return templates


def test_a_rule_is_changed_after_a_look_and_holds_without_a_restart(chat, town):
    people, office = town
    page = sets(office, "rules", "leave_days")
    assert "一次请假最多几天" in page.text
    assert "默认 31，范围 1～366" in page.text
    looked = page.sends(CHECK, value="2")
    assert "值：31 → 2" in looked.text
    followed(chat)
    assert chat.reception._config.rules.leave_days == 31
    done = looked.sends(CONFIRM)
    followed(chat)
    assert "一次最多请假 2 天" in people[Role.GRID_WORKER].says("请假 11月25日到11月29日 由赵演示代岗")
    (row,) = chat.rows(select(Audit.subject, Audit.detail).where(Audit.action == "setting.change"))
    assert (row.subject, row.detail) == ("rules:leave_days", "值 31 → 2")
    assert "2" in done.text
    done.sends(UNDO)
    followed(chat)
    assert chat.reception._config.rules.leave_days == 31
    assert "恢复默认" in sets(office, "rules", "leave_days").text


@ONE
def test_a_rule_out_of_its_range_changes_nothing_and_says_the_range(chat, town):
    _, office = town
    for wrong in ("0", "367", "三天", "-1", "1.5"):
        told = sets(office, "rules", "leave_days").sends(CHECK, value=wrong)
        assert told.status == 409
        assert "要填 1 到 366 之间的整数" in told.text
        assert told.fields(CHECK)["value"] == wrong
    assert "整除 12" in sets(office, "rules", "thing_months_pipe").sends(CHECK, value="5").text
    assert chat.rows(select(func.count()).select_from(OwnSetting))[0][0] == 0


@ONE
def test_of_two_who_change_one_rule_the_second_is_told(chat, town):
    _, office = town
    first, second = sets(office, "rules", "leave_days"), sets(office, "rules", "leave_days")
    looked = second.sends(CHECK, value="9")
    first.sends(CHECK, value="7").sends(CONFIRM)
    told = looked.sends(CONFIRM)
    assert told.status == 409
    assert "值：31 → 7" in told.text
    assert told.fields(CHECK)["value"] == "9"


def test_of_two_at_the_same_instant_one_writes(chat, town):
    with chat.database.write() as connection:
        uow = UnitOfWork(connection)
        assert add_change(uow, "rules", "leave_days", 1, "7", None, chat.clock())
        assert not add_change(uow, "rules", "leave_days", 1, "9", None, chat.clock())
        assert [each.value for each in changes_of(uow, "rules", "leave_days")] == [7]


@ONE
def test_a_new_category_is_understood_and_may_not_go_while_tickets_are_open(chat, town):
    people, office = town
    cells = {
        "code": "snow",
        "group": "环境卫生",
        "name": "扫雪",
        "line": "城管",
        "urgency": "一般",
        "words": "积雪 铲雪",
    }
    assert "将新增 类别“扫雪”" in sets(office, "categories").sends(CHECK, **cells).text
    done = sets(office, "categories").sends(CHECK, **cells).sends(CONFIRM)
    assert "已新增 类别“扫雪”" in done.text
    followed(chat)
    people[Role.RESIDENT].says("梧桐里1号院05幢门口积雪没人铲雪")
    ticket = chat.tickets()[-1]
    assert ticket.category == "snow"
    kept = sets(office, "categories", "snow").sends("撤回类别改动</button>")
    assert kept.status == 409
    assert ticket.number in kept.text


@ONE
def test_a_template_with_a_missing_or_unknown_variable_is_refused(chat, town):
    _, office = town
    right = {"id": "T1", "kind": "订阅通知", "fields": "thing1=title time2=time"}
    for fields, why in {
        "time2=time": "少了内容变量", "thing1=titel": "“thing1=titel”看不懂", "thing1=title time2=number": "time、date 开头",
        "": "没有填",
    }.items():  # fmt: skip
        told = sets(office, "templates", "work").sends(CHECK, **right | {"fields": fields})
        assert told.status == 409, fields
        assert why in told.text
        assert told.fields(CHECK)["id"] == "T1"
    assert sets(office, "templates", "work").sends(CHECK, **right | {"fields": "thing2=rest time3=time"}).status == 200
    sets(office, "templates", "work").sends(CHECK, **right).sends(CONFIRM)
    assert followed(chat)[Group.WORK].fields == {"thing1": "title", "time2": "time"}
    assert "T1" in office.sees("/console/directory?what=templates")
    sets(office, "templates", "work").sends("撤回通知模板</button>").sends(CONFIRM)
    assert followed(chat) == {}


@ONE
def test_only_administrators_set_anything(chat, town):
    people, _ = town
    office = Office(chat).signs_in(people[Role.DISPATCHER])
    assert office.web.get("/console/directory/setting?what=rules&key=leave_days").status_code == 403
    assert "一次请假最多几天" in office.sees("/console/directory?what=rules&q=请假")


@ONE
def test_another_system_gets_a_key_once_that_opens_what_it_says_and_no_more(chat, town):
    _, office = town
    form = {"csrf": office.csrf, "name": "样本平台", "a_minute": "30", "tickets": "1"}
    wrong = office.web.post("/console/keys", data=form | {"tickets": ""})
    assert wrong.status_code == 422
    assert 'value="样本平台"' in wrong.text
    made = office.web.post("/console/keys", data=form).text
    key = made.split('id="key">')[1].split("<")[0]
    assert key not in office.web.get("/console/keys").text
    bearer = {"X-Api-Key": key}
    assert office.web.get("/api/v1/tickets", headers=bearer).status_code == 200
    assert office.web.get("/api/v1/duty", headers=bearer).status_code == 403
    assert "已经有过密钥" in office.web.post("/console/keys", data=form).text
    assert office.web.post("/console/keys/1/end", data={"csrf": office.csrf}).status_code == 302
    assert office.web.get("/api/v1/tickets", headers=bearer).status_code == 403
    assert {row.action for row in chat.rows(select(Audit.action).where(Audit.subject == "api_key:样本平台"))} == {
        "api_key.make", "api_key.end",
    }  # fmt: skip


@ONE
def test_a_change_is_taken_back_later_from_its_line_in_the_history(chat, town):
    _, office = town
    for value in ("2", "5"):
        sets(office, "rules", "leave_days").sends(CHECK, value=value).sends(CONFIRM)
    page = sets(office, "rules", "leave_days")
    assert "艾样例：2 → 5" in page.text
    assert "艾样例：默认 → 2" in page.text
    looked = page.sends("改回 2</button>")
    assert "值：5 → 2" in looked.text
    looked.sends(CONFIRM)
    followed(chat)
    assert chat.reception._config.rules.leave_days == 2
    sets(office, "rules", "leave_days").sends("改回 默认</button>").sends(CONFIRM)
    followed(chat)
    assert chat.reception._config.rules.leave_days == 31


@ONE
def test_the_audit_says_what_was_set_in_words_and_leaves_out_who_only_looked(chat, town):
    _, office = town
    sets(office, "rules", "leave_days").sends(CHECK, value="2").sends(CONFIRM)
    office.sees("/console/directory/edit?what=people&key=R7")
    assert "查看个人资料 R7 周**" in office.sees("/console/audit")
    changes = office.sees("/console/audit?changes=1")
    assert "改规则、类别或模板 规则 一次请假最多几天" in changes
    assert "A1 艾样例" in changes
    assert "查看个人资料 R7" not in changes


@ONE
def test_a_word_of_one_character_is_refused_and_the_preview_says_what_new_words_would_have_caught(chat, town):
    people, office = town
    for said in ("梧桐里1号院05幢3楼楼道灯坏了", "梧桐里1号院05幢2楼楼道灯一直闪", "梧桐里1号院05幢门口有垃圾"):
        people[Role.RESIDENT].says(said)
    cells = {"code": "lamps", "group": "公共设施", "name": "灯具", "line": "城管", "urgency": "一般"}
    told = sets(office, "categories").sends(CHECK, **cells, words="灯 灯具")
    assert told.status == 409
    assert "“灯”只有一个字" in told.text
    assert (
        "最近 30 天的上报里，有 2 件说到" in sets(office, "categories").sends(CHECK, **cells, words="楼道灯 灯具").text
    )
    assert "最近 30 天的上报里，有 0 件说到" in sets(office, "categories").sends(CHECK, **cells, words="灯具").text
    shipped = sets(office, "categories", "garbage").sends(CHECK, name="垃圾桶")  # 脏 is said of it already
    assert "将修改" in shipped.text
    assert "最近 30 天" not in shipped.text
