"""Another platform brings its matters by the door, and hears how they get on."""

import json

import pytest
from sqlalchemy import update

from storage.models import ConnectorItem
from tests.journeys.breaking_tickets import change
from tests.others import LIGHT, SECRET, items, links, other, outs, take_in, tell
from tests.staff import lines, staff

BAD_SIGN = ("bad_sign", "里面有不成字的字符")


@pytest.fixture
def people(chat):
    return staff(chat)


@pytest.fixture
def them(chat, people):
    with other(chat) as found:
        yield found


def states(chat):
    return [ticket.state for ticket in chat.tickets()]


def test_what_they_bring_is_a_ticket_and_they_hear_how_it_gets_on(chat, people, them):
    status, said = them.sends("A-1", **LIGHT, caller="李示范", phone="13912345678")
    assert (status, said) == (202, {"taken": 1, "known": 0, "set_aside": []})
    assert chat.tickets() == []
    chat.work()
    (ticket,) = chat.tickets()
    assert (ticket.channel, ticket.state, ticket.category) == ("connect", "dispatched", "lighting")
    assert "13912345678" not in ticket.text
    assert them.heard == {}  # open is what they know
    people.worker.says("接单")
    chat.work()
    assert them.states["A-1"] == "working"
    people.worker.sends_picture()
    people.worker.says("办结 已换灯泡")
    people.head.says("核查通过")
    chat.work()
    assert them.states["A-1"] == "done"
    assert [body["data"].get("note") for body in them.heard.values()][-1] == "已换灯泡"
    them.sends("A-1", state="closed")
    chat.work()
    assert states(chat) == ["closed"]
    assert links(chat)["A-1"].agreed == "closed"
    assert len(them.heard) == 2


def test_a_sign_that_is_none_sets_its_record_aside_and_the_others_are_taken(chat, people, them):
    bodies = [
        them.body("A-1", **LIGHT),
        them.body("HALF", **LIGHT),
        them.body("A-3", **{**LIGHT, "text": "HALF灯坏了"}),
    ]
    content = json.dumps(bodies).replace("HALF", "\\ud800").encode()
    for new, known in ((1, 0), (0, 3)):
        status, said = them.post(them.name, content, them._headers(content))
        assert (status, said["taken"], said["known"]) == (202, new, known)
        assert [(each["reason"], each["said"]) for each in said["set_aside"]] == [BAD_SIGN] * 2 * new
    assert [row.state for row in items(chat)] == ["received", "set_aside", "set_aside"]
    assert "\ud800灯坏了" in json.loads(items(chat)[2].payload)["data"]["text"]
    chat.work()
    assert len(chat.tickets()) == 1


def test_nothing_of_what_came_is_kept_once_it_is_done(chat, people, them):
    them.sends("A-1", **LIGHT, caller="李示范", phone="13912345678")
    assert items(chat)[0].payload is not None
    take_in(chat)
    assert [(row.state, row.payload) for row in items(chat)] == [("done", None)]


def test_the_same_again_changes_nothing_and_another_body_under_it_is_set_aside(chat, people, them):
    body = them.body("A-1", **LIGHT)
    assert them.sends_all([body])[1]["taken"] == 1
    assert them.sends_all([body])[1] == {"taken": 0, "known": 1, "set_aside": []}
    take_in(chat)
    again = {**body, "data": {**LIGHT, "text": "别的事"}}
    said = them.sends_all([again])[1]
    assert said["set_aside"] == [{"id": "A-1", "reason": "id_reused", "said": "同一编号、同一版本，内容却不同"}]
    assert them.sends_all([again])[1]["known"] == 1
    take_in(chat)
    assert len(chat.tickets()) == 1
    assert [row.state for row in items(chat)] == ["done", "set_aside"]


def test_who_does_not_sign_is_refused_and_nothing_is_kept(chat, people, them):
    for fault in ("wrong_signature", "yesterday"):
        them.plan(fault)
        status, said = them.sends(f"A-{fault}", **LIGHT)
        assert status == 403
        assert "签名" in said["description"]
    answer = chat.app.test_client().post("/connect/nobody", data=b"{}")
    assert answer.status_code == 403
    assert items(chat) == []


def test_a_withdrawal_before_work_begins_withdraws_and_tells_whose_it_is(chat, people, them):
    them.sends("A-1", **LIGHT)
    chat.work()
    them.sends("A-1", state="withdrawn")
    chat.work()
    assert states(chat) == ["withdrawn"]
    assert any("撤回" in notice for notice in people.worker.notices)


def test_a_withdrawal_while_somebody_works_waits_for_a_person(chat, people, them):
    them.sends("A-1", **LIGHT)
    chat.work()
    people.worker.says("接单")
    them.sends("A-1", state="withdrawn")
    take_in(chat)
    assert states(chat) == ["in_progress"]
    assert [(row.state, row.about) for row in items(chat)][-1] == ("conflict", "working/withdrawn")


def test_a_change_that_comes_first_waits_for_the_record_that_it_changes(chat, clock, people, them):
    first, second = them.body("A-1", **LIGHT), them.body("A-1", state="withdrawn")
    them.sends_all([second])
    take_in(chat)
    assert chat.tickets() == []
    them.sends_all([first])
    take_in(chat)
    assert states(chat) == ["withdrawn"]
    assert [row.state for row in items(chat)] == ["done", "done"]


def test_a_change_of_something_that_never_comes_is_set_aside_after_a_day(chat, clock, people, them):
    them.sends("A-9", state="withdrawn")
    for _ in range(26):
        take_in(chat)
        clock.turn(hours=1)
    assert [(row.state, row.reason) for row in items(chat)] == [("set_aside", "never_begun")]


def test_an_older_version_that_comes_late_changes_nothing(chat, people, them):
    first, second, third = (them.body("A-1", **LIGHT, state=each) for each in ("open", "open", "withdrawn"))
    for body in (first, third):
        them.sends_all([body])
        take_in(chat)
    them.sends_all([second])
    take_in(chat)
    assert states(chat) == ["withdrawn"]
    assert items(chat)[-1].reason == "overtaken"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"state": "on_hold"}, "unknown_state"),
        ({"due": "2026-11-25T18:00:00"}, "no_zone"),
        ({"due": "nächste Woche"}, "bad_time"),
        ({"lat": "Nord"}, "bad_number"),
    ],
)
def test_what_cannot_be_read_is_set_aside_with_its_reason_and_nothing_is_lost(chat, people, them, said, reason):
    them.sends("A-1", **LIGHT, **said)
    take_in(chat)
    (row,) = items(chat)
    assert (row.state, row.reason, chat.tickets()) == ("set_aside", reason, [])
    assert row.payload is not None


def test_one_that_cannot_be_worked_off_holds_up_none_that_came_with_it(chat, clock, people, them):
    bodies = [them.body(f"A-{n}", text=f"{n}楼楼道灯坏了", place="梧桐里1号院05幢") for n in range(5)]
    assert them.sends_all(bodies)[1]["taken"] == 5
    change(chat, update(ConnectorItem).where(ConnectorItem.their_id == "A-2").values(payload="{"))
    take_in(chat)
    assert [row.state for row in items(chat)] == ["done", "done", "received", "done", "done"]
    assert set(links(chat)) == {"A-0", "A-1", "A-3", "A-4"}
    for _ in range(12):
        clock.turn(hours=2)
        take_in(chat)
    assert [(row.state, row.reason) for row in items(chat) if row.their_id == "A-2"] == [("set_aside", "failed")]
    assert len(chat.tickets()) == 4


def test_a_record_without_a_number_is_kept_once_and_set_aside(chat, people, them):
    body = {key: value for key, value in them.body("A-1", **LIGHT).items() if key != "subject"}
    assert them.sends_all([body])[1]["set_aside"][0]["reason"] == "no_id"
    assert them.sends_all([body])[1]["known"] == 1
    assert len(items(chat)) == 1


def test_an_unknown_category_or_a_place_that_is_gone_is_taken_and_marked(chat, people, them):
    them.sends("A-1", **LIGHT, category="9999")
    them.sends("A-2", text="路灯不亮", place="已拆迁小区7幢")
    take_in(chat)
    assert [row.reason for row in items(chat)] == ["unknown_category", "unknown_place"]
    assert [ticket.category for ticket in chat.tickets()] == ["lighting", "lighting"]
    assert chat.tickets()[1].place_id is None


def test_their_day_counts_where_it_comes_first(chat, people, them):
    them.sends("A-1", **LIGHT, due="2026-11-25T18:00:00+08:00")
    them.sends("A-2", text="2楼楼道灯坏了", place="梧桐里1号院01幢")
    chat.work()
    early, usual = chat.tickets()
    assert early.handle_due.isoformat() == "2026-11-25T10:00:00+00:00"
    assert usual.handle_due > early.handle_due
    them.sends("A-2", due="2026-11-26T12:00:00+08:00")
    chat.work()
    assert chat.tickets()[1].handle_due.isoformat() == "2026-11-26T04:00:00+00:00"


def test_a_lost_acknowledgement_or_a_platform_that_is_away_doubles_and_loses_nothing(chat, clock, people, them):
    them.sends("A-1", **LIGHT)
    chat.work()
    people.worker.says("接单")
    them.plan("lost_acknowledgement")
    tell(chat)
    assert outs(chat)[0].state == "pending"
    for _ in range(4):
        clock.turn(minutes=2)
        tell(chat)
    assert len(them.heard) == 1
    assert len(them.numbers) == 2
    assert outs(chat)[0].state == "done"
    assert them.states["A-1"] == "working"


def test_what_they_refuse_is_set_aside_and_goes_no_further(chat, people, them):
    them.sends("A-1", **LIGHT)
    chat.work()
    people.worker.says("接单")
    them.plan("refused")
    tell(chat)
    (row,) = outs(chat)
    assert (row.state, row.last_error) == ("set_aside", "422 code unknown")
    assert row.payload is not None


def test_what_others_report_is_told_without_a_word_of_theirs(chat, people, them):
    people.leader.says("梧桐里1号院05幢301室王样本家漏水，电话13912345678")
    chat.work()
    (body,) = them.heard.values()
    assert (body["type"], body["data"]["place"]) == ("cn.linli.ticket", "梧桐里1号院")
    assert "王样本" not in str(body)
    assert "note" not in body["data"]


def test_they_are_asked_from_where_the_last_answer_ended(chat, clock, people):
    with other(chat, asked=True) as them:
        them.kept += [them.body(f"A-{n}", text=f"{n}楼楼道灯坏了", place="梧桐里1号院05幢") for n in range(1, 121)]
        chat.run("connector_ask", "connector_items")
        assert len(items(chat)) == 120
        them.kept.append(them.body("A-121", **LIGHT))
        chat.run("connector_ask")
        assert len(items(chat)) == 120  # once a minute
        clock.turn(minutes=2)
        chat.run("connector_ask")
        assert len(items(chat)) == 121


def test_a_secret_is_not_to_be_read_in_the_database(chat, people, them):
    with chat.database.engine.connect() as connection:
        raw = connection.exec_driver_sql("SELECT secret FROM connectors").scalar()
    assert SECRET.encode() not in bytes(raw)


def test_a_platform_that_is_silent_is_told_of_once_until_it_is_heard_of_again(chat, clock, people):
    administrator = administrator_of(chat)
    with other(chat, "hotline") as them:
        them.sends("12345-1", **LIGHT)
        clock.turn(hours=11)
        chat.work()
        assert silent(administrator) == []
        for _ in range(3):
            clock.turn(hours=4)
            chat.work()
        administrator.says("帮助")
        chat.work()
        assert len(silent(administrator)) == 1
        them.sends("12345-2", **LIGHT)
        clock.turn(hours=24)
        administrator.says("帮助")
        chat.work()
        assert len(silent(administrator)) == 2


def administrator_of(chat):
    roster = lines()
    roster["people"].append({"code": "AD", "name": "管试用", "phone": "19911110099"})
    roster["posts"].append({"person": "AD", "role": "管理员", "place": "S"})
    return chat.staffed(roster, [("管试用", "")])[0]


def silent(speaker):
    return [notice for notice in speaker.notices if "没有来过数据" in notice]
