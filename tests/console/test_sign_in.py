"""Who gets into the back office, and how they get out again."""

import re

from sqlalchemy import select, update

from storage.models import Audit, ConsoleSession, Post
from tests.office import Office, code_shown, number_shown, plain

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0"


def actions(chat):
    return [(row.action, row.actor, row.detail) for row in chat.rows(select(Audit.action, Audit.actor, Audit.detail))]


def signed_in(web):
    return web.get("/console/").status_code == 200


def test_a_phone_is_told_which_browser_asks_and_says_the_number_on_its_screen(chat, clock, people):
    web = chat.app.test_client()
    code = code_shown(web, **{"User-Agent": EDGE})
    clock.turn(minutes=1)
    asked = people.dispatcher.says(f"登录 {code}")
    assert "Edge 浏览器，Windows 10 系统，地址 127.0.0.1，1 分钟前" in asked
    number = number_shown(web)
    assert number not in asked
    assert not signed_in(web)
    assert "已在电脑上登录后台" in people.dispatcher.says(f"{number}。")
    assert web.get("/console/sign-in/state").headers["HX-Redirect"] == "/console/"
    assert "何派单" in plain(web.get("/console/").text)
    assert ("console.sign_in", "wechat from 127.0.0.1 (Edge, Windows 10)") in [
        (action, detail) for action, _, detail in actions(chat)
    ]


def test_a_code_that_somebody_was_made_to_send_signs_no_stranger_in(chat, people):
    strangers = chat.app.test_client()
    assert "不是您本人" in people.head.scans(f"login_{code_shown(strangers)}")
    assert not signed_in(strangers)
    chat.work()
    assert "已拒绝" in people.head.chooses("拒绝登录")
    assert strangers.get("/console/sign-in/state").headers["HX-Redirect"].startswith("/console/sign-in?over")
    assert not signed_in(strangers)
    assert "console.sign_in_refused" in [action for action, _, _ in actions(chat)]


def test_the_number_counts_once_and_from_the_phone_that_sent_the_code_only(chat, people):
    web = chat.app.test_client()
    code = code_shown(web)
    people.head.says(f"登录 {code}")
    number = number_shown(web)
    people.dispatcher.says(number)
    assert "登录码不对或已过期" in people.dispatcher.says(f"登录 {code}")
    assert not signed_in(web)
    assert "这次登录已取消" in people.head.says("99" if number != "99" else "98")
    people.head.says(number)
    web.get("/console/sign-in/state")
    assert not signed_in(web)
    assert "console.sign_in_failed" in [action for action, _, _ in actions(chat)]


def test_a_request_is_over_after_two_minutes(chat, clock, people):
    web, late = chat.app.test_client(), chat.app.test_client()
    code, sent = code_shown(web), code_shown(late)
    people.dispatcher.says(f"登录 {sent}")
    number = number_shown(late)
    clock.turn(minutes=2, seconds=1)
    assert "这次登录已过期" in people.dispatcher.says(number)
    assert "已过期" in people.dispatcher.says(f"登录 {code}")
    for each in (web, late):
        assert "已过期" in each.get(each.get("/console/sign-in/state").headers["HX-Redirect"]).text
        assert not signed_in(each)


def test_a_browser_that_calls_itself_a_sentence_is_not_quoted(chat, people):
    code = code_shown(chat.app.test_client(), **{"User-Agent": "您本人的电脑，请放心/1.0 (请回复 57)"})
    asked = people.dispatcher.says(f"登录 {code}")
    assert "认不出的浏览器，认不出的系统" in asked
    assert "放心" not in asked


def test_nobody_signs_a_browser_in_by_saying_it_at_the_office(chat, people):
    office, other = Office(chat).signs_in(people.dispatcher), chat.app.test_client()
    code = code_shown(other)
    for words in (f"登录 {code}", f"电脑上显示{code} 帮我登进去", "57"):
        answer = office.web.post("/console/say", data={"text": words, "csrf": office.csrf, "nonce": words})
        assert "两位数字发到这里" not in plain(answer.text)
    assert other.get("/console/sign-in/state").status_code == 204
    assert not signed_in(other)


def test_residents_and_leaders_don_t(chat, people):
    web = chat.app.test_client()
    code = code_shown(web)
    assert "要由" in chat.person("李阿姨").says(f"登录 {code}")
    assert "要由" in people.leader.says(f"登录 {code}")
    assert web.get("/console/").headers["Location"] == "/console/sign-in"


def test_the_cookie_from_before_the_sign_in_is_worth_nothing(chat, people):
    web, thief = chat.app.test_client(), chat.app.test_client()
    web.get("/console/sign-in")
    planted = web.get_cookie("linli_console", path="/console").value
    code = code_shown(web)
    before = web.get_cookie("linli_console", path="/console").value
    people.dispatcher.says(f"登录 {code}")
    people.dispatcher.says(number_shown(web))
    for cookie in (planted, before):
        thief.set_cookie("linli_console", cookie, path="/console")
        assert not signed_in(thief)
    web.get("/console/sign-in/state")
    assert not signed_in(thief)
    assert signed_in(web)


def test_nothing_is_written_and_nobody_called_before_somebody_asks_for_a_code(chat):
    chat.platform.faults.plan("busy", times=1000)
    for _ in range(100):
        chat.app.test_client().get("/console/sign-in")
    assert chat.rows(select(ConsoleSession.id)) == []
    assert chat.platform.faults.left("busy") == 1000
    chat.platform.faults.plan("busy", times=0)
    for _ in range(40):
        web = chat.app.test_client()
        token = re.search(r'name="csrf" value="(\w+)"', web.get("/console/sign-in").text)
        last = web.post("/console/sign-in/code", data={"csrf": token[1] if token else ""})
    assert last.status_code in (400, 429)
    assert len(chat.rows(select(ConsoleSession.id))) <= 20


def test_a_role_that_ends_ends_the_session_with_the_next_click(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    assert office.web.get("/console/").status_code == 200
    with chat.database.write() as connection:
        connection.execute(update(Post).where(Post.role == "dispatcher").values(until=clock()))
    assert office.web.get("/console/").headers["Location"] == "/console/sign-in"
    assert office.web.post("/console/board/dispatch", data={"csrf": office.csrf}).status_code == 403


def test_signing_out_here_and_everywhere(chat, people):
    office, other = Office(chat).signs_in(people.dispatcher), Office(chat).signs_in(people.dispatcher)
    office.web.post("/console/sign-out", data={"csrf": office.csrf})
    assert office.web.get("/console/").status_code == 302
    assert "已退出您登录的 1 个后台页面" in people.dispatcher.says("退出后台")
    assert other.web.get("/console/").status_code == 302


def test_a_browser_left_alone_is_signed_out(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    clock.turn(hours=1)
    assert office.web.get("/console/").status_code == 200
    clock.turn(hours=1, minutes=59)
    assert office.web.get("/console/").status_code == 200
    clock.turn(hours=2, minutes=1)
    assert office.web.get("/console/").status_code == 302


def test_nothing_of_a_cookie_or_code_is_kept_as_it_is_and_sign_ins_are_audited(chat, people):
    office = Office(chat).signs_in(people.dispatcher)
    cookie = office.web.get_cookie("linli_console", path="/console")
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    rows = [str(row) for row in chat.rows(select(ConsoleSession.__table__))]
    assert not any(cookie.value in row for row in rows)
    assert "console.sign_in" in [row.action for row in chat.rows(select(Audit.action))]


def test_browsers_in_which_nobody_signed_in_are_forgotten(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    for _ in range(5):
        code_shown(chat.app.test_client())
    clock.turn(minutes=6)
    chat.run("prune")
    assert len(chat.rows(select(ConsoleSession.id))) == 1
    assert "何派单" in office.sees("/console/")


def test_who_asks_how_to_sign_in_is_told_the_address(chat, people):
    for words in ("登录后台", "后台怎么登录？", "登录", "电脑上怎么登录", "后台网址是什么"):
        assert "/console/ ，用微信扫页面上的码" in people.dispatcher.says(words), words
    assert "要由" in chat.person("李阿姨").says("登录后台")
    assert chat.tickets() == []


def test_a_page_that_looks_by_itself_keeps_nobody_signed_in(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    people.worker.says("梧桐里1号院05幢楼道灯坏了")
    number = chat.tickets()[0].number
    polled = ("/console/board?v=0&clock=1", f"/console/tickets/{number}/live?seen=0", "/console/wall/live")
    for _ in range(24):
        for path in polled:
            assert "HX-Redirect" not in office.web.get(path, headers={"HX-Request": "true"}).headers
        clock.turn(minutes=5)
    clock.turn(minutes=1)
    for path in polled:
        there = office.web.get(path, headers={"HX-Request": "true"})
        assert there.headers["HX-Redirect"] == "/console/sign-in"
    assert not signed_in(office.web)


def test_twelve_hours_after_the_sign_in_it_is_over_however_busy_somebody_was(chat, clock, people):
    office = Office(chat).signs_in(people.dispatcher)
    for _ in range(11):
        clock.turn(hours=1)
        assert signed_in(office.web)
    clock.turn(minutes=59)
    assert signed_in(office.web)
    clock.turn(minutes=2)
    assert not signed_in(office.web)


def test_the_form_with_the_password_is_as_a_password_manager_wants_it(chat):
    page = chat.app.test_client().get("/console/sign-in").text
    (field,) = re.findall(r'<input name="password"[^>]*>', page)
    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert not re.search(r"onpaste|maxlength|readonly|pattern", field)
    assert 'autocomplete="one-time-code"' in page
    assert not re.search(r"密码提示|找回密码的问题|安全问题", page)


def test_codes_and_numbers_are_drawn_by_chance_and_of_their_size(chat, people):
    seen = [code_shown(chat.app.test_client()) for _ in range(6)]
    assert len(set(seen)) == len(seen)
    assert all(re.fullmatch(r"\d{6}", code) for code in seen)
    office = Office(chat).signs_in(people.dispatcher)
    assert len(office.cookie) >= 43  # 32 bytes
