"""Forms of the office stand for commands: what is typed stays as it is, and what can't be done is shown as refused."""

import ast
import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from console.command_forms import Spot, filled, form_view
from console.forms import FORMS
from governance.tickets.lifecycle import TABLE, Move, Need
from storage.models import TicketEvent
from tests.office import Office, code_shown, number_shown, plain
from tests.pictures import snapshot

CJK = re.compile(r"[\u3400-\u9fff]")
CONSOLE = Path(__file__).parent.parent.parent / "console"
OF_MOVE = {
    Move.PLAN: "plan", Move.REACH: "reach", Move.HANDLE: "handle", Move.RETURN: "return", Move.REJECT: "reject",
    Move.REOPEN: "reopen", Move.ESCALATE: "escalate", Move.STAND_DOWN: "no_danger", Move.ARRIVE: "arrive", Move.CREW: "crew",
    Move.TAKE: "take", Move.DISPATCH: "dispatch", Move.TRANSFER: "transfer", Move.VERIFY: "verify",
}  # fmt: skip
ASKED_BESIDES = {"reopen"}
"""Forms that want a reason although the table does not."""


@pytest.fixture
def number(chat, people):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    return chat.tickets()[-1].number


def posts(office, number, do, **fields):
    """A form as it is sent, without looking at the page again."""
    form = {"do": do, "csrf": office.csrf, "nonce": "n", **fields}
    return office.web.post(f"/console/tickets/{number}", data=form, headers={"HX-Request": "true"})


def seen_on(office, number):
    return re.search(r"seen=(\d+)", office.web.get(f"/console/tickets/{number}").text)[1]


def notes(chat, kind):
    return [row.note for row in chat.rows(select(TicketEvent.note).where(TicketEvent.kind == kind).order_by("id"))]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_any_remark_is_kept_to_the_letter(chat, office, number):
    @settings(max_examples=25)
    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=300))
    @example("单子已转")
    @example("到 7 号楼，号牌已换")
    @example("给陈试用 {n}：1234 ")
    @example("第一行\r\n第二行  两个空格")
    def keeps(text):
        answer = posts(office, number, "remark", note=text)
        if text.strip():
            assert answer.status_code == 200, answer.text
            assert notes(chat, "remark")[-1] == text.strip()
        else:
            assert answer.status_code == 422

    keeps()


@pytest.mark.parametrize("note", ["号牌已换", "不通过原因已排除，电话13900001111", "给李阿姨换了灯泡"])
def test_what_was_done_is_kept_to_the_letter(chat, people, office, number, note):
    office.does(number, "dispatch", whom="R1")
    worker = Office(chat).signs_in(people.worker)
    worker.does(number, "take")
    asked = posts(worker, number, "handle", note=note)
    assert asked.status_code == 200
    assert 'class="said asks"' in asked.text
    assert f'value="{note}"' in asked.text
    picture = (io.BytesIO(snapshot()), "sign.png")
    worker.web.post(f"/console/tickets/{number}/picture", data={"csrf": worker.csrf, "picture": picture})
    again = re.search(r'name="nonce" value="([^"]+)"', asked.text)[1]
    assert 'class="said good"' in posts(worker, number, "handle", note=note, nonce=again).text
    assert notes(chat, "handle") == [note]


def test_a_refusal_is_shown_as_one_beside_all_that_was_typed(chat, office, number):
    refused = posts(office, number, "dispatch", whom="查无此人", note="今天之内看一下")
    assert refused.status_code == 409
    assert 'class="said bad"' in refused.text
    assert 'value="查无此人"' in refused.text
    assert 'value="今天之内看一下"' in refused.text
    assert refused.headers["HX-Retarget"] == "this"
    assert notes(chat, "dispatch") == []
    right = posts(office, number, "dispatch", whom="R1", note="今天之内看一下")
    assert right.status_code == 200, right.text
    assert "陈试用" in plain(right.text)


def test_what_is_missing_or_too_much_is_said_beside_the_field(chat, office, number):
    missing = posts(office, number, "dispatch", whom=" ", note="今天之内看一下")
    assert missing.status_code == 422
    assert "请填写：给谁" in plain(missing.text)
    assert 'value="今天之内看一下"' in missing.text
    long = "长" * 301
    much = posts(office, number, "remark", note=long)
    assert much.status_code == 422
    assert "最多 300 字，现在 301 字" in plain(much.text)
    assert long in much.text
    assert notes(chat, "remark") == []
    assert posts(office, number, "explode").status_code == 400


def test_of_forms_that_saw_the_same_one_is_done_and_the_others_are_told_so(chat, people, office, number):
    seen, most = seen_on(office, number), 6
    offices = [Office(chat).signs_in(people.dispatcher) for _ in range(most)]

    def remarks(place):
        return posts(offices[place], number, "remark", note=f"第{place}次", seen=seen, nonce=f"n{place}")

    with ThreadPoolExecutor(most) as pool:
        answers = list(pool.map(remarks, range(most)))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * (most - 1)
    assert len(notes(chat, "remark")) == 1
    for place, answer in enumerate(answers):
        if answer.status_code == 409:
            assert "何派单 备注" in plain(answer.text)
            assert f'value="第{place}次"' in answer.text


def test_who_dispatches_right_after_a_colleague_confirms_it_with_a_tick(chat, people, office, number):
    head = Office(chat).signs_in(people.head)
    assert head.does(number, "dispatch", whom="R1")[0] == 200
    asked = posts(office, number, "dispatch", whom="R8")
    assert 'class="said asks"' in asked.text
    assert 'name="again"' in asked.text
    assert 'name="again"' not in office.web.get(f"/console/tickets/{number}").text
    sure = posts(office, number, "dispatch", whom="R8", again="1")
    assert "郑假设" in plain(sure.text), sure.text


def test_two_reports_are_joined_and_taken_apart(chat, office, number):
    chat.person("张大爷").says("梧桐里1号院05幢2楼楼道灯坏了")
    other = chat.tickets()[-1].number
    lacking = posts(office, other, "merge")
    assert lacking.status_code == 422
    assert "请填写：并入哪一件" in plain(lacking.text)
    for no_number in ("x", "NH", "1 2", "<b>", "NH20261128-", "-1", "²", "9" * 250):
        status, said = office.does(other, "merge", into=no_number)
        assert status == 200, no_number
        assert "要并到哪一件？请回复：合并 2 到" in said, no_number
        assert chat.tickets()[-1].merged_into is None, no_number
    status, said = office.does(other, "merge", into=number)
    assert status == 200, said
    assert chat.tickets()[-1].merged_into == number
    undoing = {"do": "merge", "csrf": office.csrf}
    assert office.web.post(f"/console/tickets/{other}/undo", data=undoing).status_code == 200
    assert chat.tickets()[-1].merged_into is None
    again = office.web.post(f"/console/tickets/{other}/undo", data=undoing)
    assert (again.status_code, "没有可撤销的" in plain(again.text)) == (409, True), again.text
    assert office.does(other, "merge", into=number)[0] == 200
    status, said = office.does(other, "unmerge")
    assert status == 200, said
    assert chat.tickets()[-1].merged_into is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_words_for_a_ticket_are_no_number_to_who_has_tickets_of_their_own(chat, people, office, number):
    office.does(number, "dispatch", whom="孙模拟")
    assert chat.tickets()[0].assignee_id is not None
    chat.person("张大爷").says("梧桐里1号院05幢2楼水管漏水")
    head = Office(chat).signs_in(people.head)
    status, said = head.does(chat.tickets()[-1].number, "merge", into="x")
    assert (status, "要并到哪一件" in said) == (200, True), said


def test_what_was_closed_is_opened_again_and_the_reporter_called(chat, people, office, number):
    office.does(number, "dispatch", whom="R1")
    people.worker.says("接单 1")
    people.worker.sends_picture()
    people.worker.says("办结 1 已换灯泡")
    assert Office(chat).signs_in(people.head).does(number, "verify")[0] == 200
    chat.work()
    chat.person("李阿姨").says("满意 1")
    assert office.does(number, "reopen", note="单子已转，又不亮了")[0] == 200
    assert notes(chat, "reopen")[-1].endswith("：单子已转，又不亮了")
    nothing_chosen = posts(office, number, "close", note="通话已录音")
    assert nothing_chosen.status_code == 422
    assert 'value="通话已录音"' in nothing_chosen.text
    status, said = office.does(number, "close", score="satisfied", note="通话已录音")
    assert status == 200, said
    assert notes(chat, "call_back") == ["通话已录音"]
    assert chat.tickets()[-1].state == "closed"


def test_many_at_once_go_to_whom_was_typed_last(chat, office, number):
    form = {"number": number, "csrf": office.csrf, "nonce": "same"}
    first = office.web.post("/console/board/dispatch", data={**form, "whom": "查无此人"})
    assert 'class="said bad"' in first.text
    second = office.web.post("/console/board/dispatch", data={**form, "whom": "维修队"})
    assert 'class="said good"' in second.text


def test_a_browser_signs_no_other_browser_in(chat, people, office):
    other = chat.app.test_client()
    code = code_shown(other)
    said = office.web.post("/console/say", data={"csrf": office.csrf, "text": f"登录 {code}", "nonce": "x"})
    assert "要用您自己的手机微信" in plain(said.text)
    assert other.get("/console/sign-in/state").status_code == 204
    assert "两位数字" in people.dispatcher.says(f"登录 {code}")
    assert "已在电脑上登录后台" in people.dispatcher.says(number_shown(other))


def test_a_note_is_wanted_where_the_table_wants_one():
    for move, do in OF_MOVE.items():
        wanted = any(Need.NOTE in row.needs for row in TABLE if row.move is move)
        needs = "note" in FORMS[do].form.needs
        assert needs == (wanted or do in ASKED_BESIDES), do


def test_each_form_can_be_shown_and_filled():
    typed = {
        "ticket": "NH20261124-0001",
        "title": "加装车棚",
        "note": "说明",
        "whom": "R1",
        "into": "2",
        "score": "satisfied",
        "unit": "U1",
        "why": "电话问过",
    }
    for do, each in FORMS.items():
        view = form_view(do, each.form, typed, {}, Spot("/"), asking=True)
        assert all(field.label for field in view.fields), do
        made = filled(each.form, typed)
        assert type(made.command) is each.form.command, (do, made.problems)


def test_no_page_writes_words_of_its_own():
    """Outside `texts.py` nothing in the back office's code is Chinese; free words go in on one page only."""
    for path in sorted(CONSOLE.glob("*.py")):
        tree = ast.parse(path.read_text())
        spoken = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module == "handlers.office.saying"
        ]
        names = {alias.name for node in spoken for alias in node.names}
        assert path.name == "say.py" or names <= {"Receive"}, path.name
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        words = [
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
            and CJK.search(node.value)
        ]
        assert path.name.endswith("texts.py") or words == [], path.name
