"""What a release left under way goes on today: printed codes, browsers, papers, owed pushes, clocks, the star round."""

import re
from collections import Counter

from tests.duty import at
from tests.living.installation import Installation
from tests.office import Office, number_shown


def test_every_printed_code_still_leads_where_it_hangs(living):
    member, night, wired = living["丙一员"], living["戊一员"], living["子一员"]
    assert "地点已补充" in living["邻居甲"].scans(living.outside["scenes"]["Y1-2"])
    before = living.count("check_ins", "method = 'qr'")
    assert "05幢" in member.scans(living.outside["scenes"]["Y1-5"])
    assert living.count("check_ins", "method = 'qr'") == before + 1
    assert "已到岗" in night.scans(living.outside["scenes"]["H1"])
    assert "拍照转发" in wired.scans(living.outside["scenes"]["L1"])
    names = dict(map(tuple, living.sql("SELECT code, name FROM places")))
    for code, scene in living.outside["scenes"].items():
        got = living["李报事"].scans(scene)
        assert names[code] in got, (code, got)
    assert "梧桐里1号院1幢" in living["离开的人"].scans(living.outside["scenes"]["Y1-1"])
    assert "绑定成功" in living.chat.person("新手机").says(f"绑定 {living.outside['invitation']}")


def _browser(living: Installation, cookie: str) -> Office:
    office = Office(living.chat)
    office.web.set_cookie("linli_console", cookie, path="/console")
    return office


def test_the_office_papers_and_other_systems_go_on(living):
    office = _browser(living, living.outside["cookie"])
    assert "何派单" in office.sees("/console/")
    token = re.search(r'"X-CSRF": "(\w+)"', office.web.get("/console/").text)
    office.csrf = token[1]
    number = living.numbers["退单"]
    status, said = office.does(number, "remark", note="门已修好，等验收")
    assert status == 200, said
    assert "门已修好，等验收" in office.sees(f"/console/tickets/{number}")
    waiting = _browser(living, living.outside["waiting"])
    assert waiting.web.get("/console/").status_code == 302
    assert "认不出的浏览器" in living["陈试用"].scans(f"login_{living.outside['login_code']}")
    assert "已在电脑上登录后台" in living["陈试用"].says(number_shown(waiting.web))
    waiting.web.get("/console/sign-in/state")
    assert "陈试用" in waiting.sees("/console/")
    web = living.chat.app.test_client()
    code = web.get("/open311/v2/services.json").json[0]["service_code"]
    form = {"api_key": living.outside["api_key"], "service_code": code, "address_string": "梧桐里1号院05幢"}
    assert web.post("/open311/v2/requests.json", data={**form, "description": "路面破了"}).status_code == 201
    paper = living.outside["certificate"].removeprefix("http://127.0.0.1:8080")
    assert web.get(paper).data.startswith(b"%PDF")
    assert "是真的" in web.get(paper.replace("/certificates/", "/verify/").removesuffix(".pdf")).text
    assert "BEGIN:VCALENDAR" in web.get(living.outside["calendar"].removeprefix("http://127.0.0.1:8080")).text
    for end in ("", ".png", ".pdf"):
        assert web.get(f"/awards/{living.outside['award']}{end}").status_code == 200
    assert "护学的林大爷" in web.get("/stars/2026").text


def _fetched(living: Installation) -> None:
    """Everybody writes until nothing is kept for them any more."""
    for name in living.outside["people"]:
        kept = f"state = 'kept' AND account_id = (SELECT id FROM accounts WHERE openid = '{living[name].openid}')"
        for _ in range(40):
            if not living.count("outbox", kept):
                break
            living[name].says("帮助")


def _unlike(living: Installation) -> list[tuple[object, ...]]:
    """Whose phone shows a push that went out, or a picture, another number of times than it was owed."""
    wrong: list[tuple[object, ...]] = []
    for name, openid in living.outside["people"].items():
        mine = [row for row in living.pushed() if row.openid == openid]
        texts = [row.text for row in mine if row.picture_id is None]
        wrong += [
            (name, text, wanted, shown)
            for text in set(texts)
            if (wanted := sum(other.count(text) for other in texts)) != (shown := living.got(name, text))
        ]
        shown = sum(b.kind == "image" and b.side == "account" for b in living.chat.platform.journal.of(openid))
        pictures = len(mine) - len(texts)
        wrong += [(name, "pictures", pictures, shown)] if shown != pictures else []
    return wrong


def test_what_is_owed_arrives_once_and_not_at_night(living):
    owed = living.sql(
        "SELECT id, state, kind, last_error, picture_id FROM outbox WHERE state IN ('waiting', 'sending', 'kept')"
    )
    assert {"waiting", "sending", "kept"} == {row.state for row in owed}
    assert {"quiet hours", "-1 system error"} <= {row.last_error for row in owed}
    living.tick("2026-11-28T22:07")
    by_night = {row.id for row in living.pushed()}
    assert by_night & {row.id for row in owed if row.kind == "hazard"}
    assert not by_night & {row.id for row in owed if row.last_error == "quiet hours"}
    living.tick("2026-11-28T22:20")
    living.tick("2026-11-29T07:31")
    living.chat.work()
    _fetched(living)
    states = dict(map(tuple, living.sql("SELECT id, state FROM outbox")))
    ends = Counter(states[row.id] for row in owed if row.picture_id is None)
    assert ends.keys() == {"sent", "maybe_sent", "dropped"}, ends
    assert ends["maybe_sent"] == 1, "only the one whose deliverer died is in doubt"
    assert ends["dropped"] == 1, "only what was for somebody who has left"
    left = living["离开的人"]
    assert left.notices == []
    wrong = _unlike(living)
    assert not wrong, "\n".join(map(str, wrong))


def test_the_clocks_of_a_danger_and_of_what_is_suspended_run_on(living):
    danger, hung = living.numbers["险情"], living.numbers["挂起"]
    living.tick("2026-11-28T23:45")
    late = living.sql(
        "SELECT kind, breached_at FROM deadlines WHERE number = :n AND kind IN ('plan', 'crew')", n=danger
    )
    assert len(late) == 2
    assert all(row.breached_at is not None for row in late)
    assert any("超时" in shown and danger in shown for name in ("孙模拟", "吴范例") for shown in living[name].notices)
    again = living.count("outbox")
    living.tick("2026-11-28T23:45")
    assert living.count("outbox") == again, "a second time there is nothing to say"
    assert "方案已记下" in living["陈试用"].says(f"方案 {danger} 拉警戒线，明天上午10点高空作业车清除")
    living["陈试用"].sends_picture()
    assert "已记进场" in living["陈试用"].says(f"进场 {danger} 3人1车")
    at(living.clock, "2026-12-04T20:00")
    living.chat.work()
    assert living.tickets()[hung]["state"] == "suspended"
    living.tick("2026-12-05T09:00")
    assert living.tickets()[hung]["state"] == "in_progress"
    assert "已拆分" in living["周报事"].says(f"拆分 {living.numbers['被并']}")


def test_the_star_round_goes_on_to_its_announcement(living):
    awards = living.outside["awards"]
    neighbour, secretary, other = living["孔伯伯"], living["吴范例"], living["湛书三"]
    assert "甲一员" in neighbour.says("美善之星")
    assert "扫楼道的是另外一个人" in secretary.says("异议列表")
    living.tick("2026-11-29T09:00")
    assert "已记下您同意公示" in living["钱练习"].says("同意公示")
    assert "已通过 1 位" in other.says("评议通过")
    at(living.clock, "2026-12-01T08:50")
    for speaker in (neighbour, living["甲一员"], secretary):
        speaker.says("帮助")
    living.tick("2026-12-01T09:00")
    living.tick("2026-12-01T09:00")
    assert living.got("孔伯伯", "11月美善之星揭晓") == 1
    states = dict(map(tuple, living.sql("SELECT id, state FROM star_awards")))
    assert (states[awards["甲一员"]], states[awards["王阿姨"]]) == ("announced", "announced")
    assert states[awards["丙一员"]] == "stopped"
    assert "恢复" in secretary.says(f"异议处理 {awards['丙一员']} 不成立 已走访核实，是本人做的")
    living.tick("2026-12-01T09:10")
    living.tick("2026-12-04T09:00")
    states = dict(map(tuple, living.sql("SELECT id, state FROM star_awards")))
    assert [states[awards[name]] for name in ("甲一员", "丙一员", "王阿姨", "钱练习")] == ["announced"] * 4
    assert living.got("孔伯伯", "已核实：不成立") == 1
    page = living.chat.app.test_client().get("/stars/2026").text
    assert all(name in page for name in ("甲一员", "丙一员", "热心的王阿姨", "钱练习", "护学的林大爷"))
