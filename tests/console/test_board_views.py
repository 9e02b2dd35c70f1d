"""The board as somebody wants it: views of their own and of their role, with which it opens, columns and signals."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from storage.models import BoardView
from tests.office import Office, plain

HAZARDS = "show=hazard&urgency=hazard"


@pytest.fixture
def worker(chat, people):
    return Office(chat).signs_in(people.worker)


def sends(office, what, **fields):
    return office.posts(f"/console/board/{what}", **{"asked": "", **fields})


def views(chat):
    rows = chat.rows(select(BoardView.id, BoardView.name, BoardView.role, BoardView.asked).order_by(BoardView.id))
    return [tuple(row) for row in rows]


def test_a_view_is_kept_leads_to_its_filters_and_is_nobody_else_s(chat, office, worker):
    page = office.web.get(f"/console/?{HAZARDS}").text
    assert f'name="asked" value="{HAZARDS.replace("&", "&amp;")}"' in page
    answer = sends(office, "views", name="隐患", asked=HAZARDS)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/console/?{HAZARDS}")
    assert (
        f'href="/console/?{HAZARDS.replace("&", "&amp;")}" aria-current="page">隐患'
        in office.web.get(answer.location).text
    )
    assert "隐患</a>" not in worker.web.get("/console/").text.partition('class="tabs views"')[2]
    assert sends(office, "views", name="隐患", asked="show=late").status_code == 303
    assert [row[1:] for row in views(chat)] == [("隐患", None, "show=late")]


def test_a_lead_gives_a_role_its_view_and_only_who_manages_the_office_may(chat, office, worker):
    assert sends(office, "views", name="我们的", asked="show=mine", role="grid_worker").status_code == 303
    assert "我们的 网格员" in plain(worker.web.get("/console/").text)
    ((number, *_),) = views(chat)
    assert sends(worker, "views", name="假的", asked="", role="grid_worker").status_code == 409
    assert sends(worker, "views/drop", view=str(number)).status_code == 409
    assert len(views(chat)) == 1
    assert sends(worker, "views/start", view=str(number)).status_code == 303
    assert worker.web.get("/console/").headers["Location"] == "/console/?show=mine"
    assert sends(office, "views/drop", view=str(number)).status_code == 303
    assert (views(chat), worker.web.get("/console/").status_code) == ([], 200)


def test_the_board_opens_with_the_chosen_view_in_any_browser_and_its_lists_stay_in_reach(chat, office):
    sends(office, "views", name="超时", asked="show=late&sort=old")
    sends(office, "views/start", view=str(views(chat)[0][0]))
    office.signs_in_again()
    assert office.web.get("/console/").headers["Location"] == "/console/?show=late&sort=old"
    shown = office.web.get("/console/?show=late&sort=old").text
    assert 'href="/console/?sort=old"' in shown
    assert office.web.get("/console/?show=open").status_code == 200
    sends(office, "views/start", view="")
    assert office.web.get("/console/").status_code == 200


def test_columns_and_signals_are_kept_for_the_person(chat, office):
    chat.person("李阿姨").says("梧桐里1号院05幢3楼楼道灯坏了")
    chat.work()
    assert 'data-label="承办"' in office.web.get("/console/").text
    assert sends(office, "wishes", column=["what", "due"], bell="1", desktop="1").status_code == 303
    office.signs_in_again()
    page = office.web.get("/console/").text
    assert ('data-label="承办"' in page, 'data-label="内容"' in page, 'data-label="到期"' in page) == (
        False,
        True,
        True,
    )
    assert 'name="bell" value="1" checked' in page
    assert 'name="counted" value="1" checked' not in page
    rows = office.web.get("/console/board").text
    assert 'data-label="承办"' not in rows
    sends(office, "wishes", column=["nonsense"])
    assert 'data-label="承办"' in office.web.get("/console/").text


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("views", {"name": ""}),
        ("views", {"name": "很" * 21}),
        ("views", {"name": "好", "role": "resident"}),
        ("views", {"name": "好", "role": "nobody"}),
        ("views/drop", {"view": "77"}),
        ("views/start", {"view": "77"}),
    ],
)
def test_what_can_not_be_kept_is_refused_and_nothing_is(chat, office, what, fields):
    answer = sends(office, what, **fields)
    assert answer.status_code == 409
    assert "视图" in plain(answer.text)
    assert views(chat) == []


def test_nobody_drops_or_opens_with_the_view_of_another(chat, office, worker):
    sends(office, "views", name="我的", asked="show=late")
    number = str(views(chat)[0][0])
    assert sends(worker, "views/drop", view=number).status_code == 409
    assert sends(worker, "views/start", view=number).status_code == 409
    assert len(views(chat)) == 1


def test_the_same_name_at_once_is_one_view_and_there_are_only_so_many(chat, office):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda n: sends(office, "views", name="一起", asked=f"page={n}"), range(1, 5)))
    assert {answer.status_code for answer in answers} == {303}
    assert len(views(chat)) == 1
    for number in range(19):
        assert sends(office, "views", name=f"第{number}个").status_code == 303
    assert "先删掉一个" in plain(sends(office, "views", name="再一个").text)
    assert sends(office, "views", name="一起", asked="show=all").status_code == 303


@pytest.mark.parametrize(
    "asked",
    ["show=zz", "page=99999999999999999999", "q=%00", "q=%ED%A0%80&show=zz", "https://evil.example/", "sort=due&who=1"],
)
def test_a_view_that_the_board_does_not_take_is_not_kept(chat, office, asked):
    answer = sends(office, "views", name="怪", asked=asked)
    assert answer.status_code == 422
    assert "没有存" in plain(answer.text)
    assert views(chat) == []


def test_a_view_kept_before_that_is_not_taken_any_more_leaves_the_board_plain(chat, office):
    assert sends(office, "views", name="隐患", asked=HAZARDS).status_code == 303
    [(number, *_)] = views(chat)
    assert sends(office, "views/start", view=number).status_code == 303
    assert office.web.get("/console/").status_code == 302
    with chat.database.write() as connection:
        connection.execute(update(BoardView).values(asked="show=zz&q=%00"))
    assert office.web.get("/console/", follow_redirects=True).status_code == 200
    assert "show=zz" not in office.web.get("/console/?show=open").text
