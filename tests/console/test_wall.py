"""The screen on the wall: what it counts, how it hangs, and that nobody has to look after it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from governance.roles import Role
from handlers.context import Context
from handlers.office.wall_trends import trends_for
from storage.models import Ticket
from storage.unit_of_work import UnitOfWork
from tests.filled import filled
from tests.looks import cut, letters, serious
from tests.office import Office
from tests.patience import patient
from tests.staff import staff

MIDNIGHT = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
"""The beginning of the 24th in Shanghai, as the clock of the tests stands at ten."""


def put(chat, number, opened, ended=None, category="lighting", **more):
    row = {"number": f"NH20261001-{number:04d}", "state": "closed" if ended else "in_progress", "channel": "wechat"}
    with chat.database.write() as connection:
        connection.execute(
            insert(Ticket).values(
                **row, category=category, text="灯", summary="灯", opened_at=opened, ended_at=ended, draft=False, **more
            )
        )


def trends(chat):
    with chat.database.read() as connection:
        return trends_for(Context(UnitOfWork(connection), chat.console.config, chat.clock(), chat.console.book))


def test_days_and_hours_are_those_of_the_subdistrict_and_what_was_voided_never_came(chat):
    minute = timedelta(minutes=1)
    put(chat, 1, MIDNIGHT - minute, MIDNIGHT)
    put(chat, 2, MIDNIGHT)
    put(chat, 3, MIDNIGHT + minute, MIDNIGHT + 2 * minute, category="water")
    put(chat, 4, MIDNIGHT, MIDNIGHT + minute, closed_as="voided")
    put(chat, 5, MIDNIGHT - timedelta(days=29))
    put(chat, 6, MIDNIGHT - timedelta(days=29) - minute)
    put(chat, 7, MIDNIGHT, category=None)
    found = trends(chat)
    assert [(each.day.day, each.came, each.closed) for each in found.week[-2:]] == [(23, 1, 0), (24, 3, 2)]
    assert (len(found.days), found.days[0].day.isoformat(), found.days[0].came) == (30, "2026-10-26", 1)
    assert [row.category for row in found.hours] == ["照明", "供水"], "the most first, and none without a name"
    assert {hour: count for hour, count in enumerate(found.hours[0].counts) if count} == {0: 2, 23: 1}
    assert (found.hours[0].shades[0], found.hours[0].shades[12]) == (4, 0)


def test_last_month_s_rates_stand_beside_this_month_s(chat, clock):
    last = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
    for number, taken in ((1, 1), (2, 1), (3, 9)):
        put(chat, number, last, taken_at=last + timedelta(hours=taken), take_due=last + timedelta(hours=4))
    share = trends(chat).last_month.response
    assert (share.good, share.of) == (2, 3)


@pytest.fixture
def wall(chat, browser):
    """A screen whose first page is the address that an administrator was shown, and where it hangs."""
    town = filled(chat)
    office = Office(chat).signs_in(town.people[Role.ADMINISTRATOR])
    made = office.web.post("/console/screens", data={"name": "一楼大厅", "csrf": office.csrf}).text
    address = re.search(r'id="address">(http\S+#[A-Z2-9-]+)<', made)[1]
    page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    page.clock.install()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(re.sub(r"^http://[^/]+", chat.webhook.removesuffix("/wechat"), address))
    page.wait_for_url(re.compile(r"/console/wall$"), timeout=patient(9000))
    return page


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_is_one_screen_that_is_read_from_five_metres_by_day_and_night(chat, clock, wall):
    assert wall.locator("form, .top").count() == 0, "a screen shows the wall and leads nowhere"
    wall.clock.fast_forward(21_000)
    assert wall.locator(".sheet.trends").is_visible(), "the sheets take turns"
    for width, height in ((1920, 1080), (3840, 2160)):
        wall.set_viewport_size({"width": width, "height": height})
        assert_reads(wall, width, height)
    clock.now = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
    wall.wait_for_selector(".screen.night", timeout=patient(9000))
    wall.set_viewport_size({"width": 1920, "height": 1080})
    assert "超时" in wall.inner_text(".wall-hazards .late"), "the clocks run on"
    assert_reads(wall, 1920, 1080)
    assert wall.problems == []


def assert_reads(wall, width, height):
    """Each sheet in its turn: nothing beside the screen, nothing cut, nothing smaller than 22 px of 1080."""
    seen = set()
    for _ in range(3):
        seen.add(wall.locator(".sheet:visible h2").first.inner_text()[:3])
        size = wall.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
        assert size == [width, height]
        assert letters(wall, 22 * width / 1920) + cut(wall) + serious(wall) == []
        wall.keyboard.press("ArrowRight")
    assert seen == {"各社区", "近 7", "几点报"}


def test_a_danger_hangs_there_by_its_kind_and_building_and_in_nobodys_words(chat):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院05幢3楼302张三丰家闻到煤气味，电话13812345678")
    shown = Office(chat).signs_in(people.dispatcher).sees("/console/wall")
    assert "燃气" in shown
    assert "梧桐里1号院05幢" in shown
    assert not [word for word in ("张三丰", "302", "5678", "煤气味") if word in shown]
