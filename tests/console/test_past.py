"""The board's way back through all that ever was: a bounded stretch a page, each ticket once."""

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import insert

from storage.models import Ticket
from tests.office import Office
from tests.staff import staff


@pytest.fixture
def office(chat):
    return Office(chat).signs_in(staff(chat).dispatcher)


def closed_tickets(chat, clock, count):
    rows = [
        {
            "number": f"NH20261101-{n:04d}", "state": "closed", "channel": "wechat", "urgency": "normal", "draft": False,
            "text": "井盖翘起来了" if n == 3 else "楼道灯坏了", "summary": f"旧事{n:04d}",
            "opened_at": clock() - timedelta(minutes=n // 2),
            "ended_at": clock(),
        }
        for n in range(count)
    ]  # fmt: skip
    with chat.database.write() as connection:
        connection.execute(insert(Ticket), rows)
    return [row["number"] for row in sorted(rows, key=lambda row: (row["opened_at"], row["number"]), reverse=True)]


def pages_back(office, path, link):
    """The numbers on a page and on those that its link leads to, and the pages."""
    found, pages = [], []
    while path:
        page = office.web.get(path).get_data(as_text=True)
        pages.append(page)
        found += re.findall(r'class="number" href="[^"]+">(NH[0-9-]+)<', page)
        onward = re.search(f'href="([^"]+)">{link}<', page)
        path = html.unescape(onward[1]) if onward else None
    return found, pages


def test_the_past_is_paged_back_to_its_first_ticket_each_once(chat, clock, office):
    numbers = closed_tickets(chat, clock, 130)
    found, pages = pages_back(office, "/console/?show=ended", "更早的")
    assert found == numbers
    assert len(pages) == 3
    assert "回到最新" in pages[1]
    assert pages_back(office, "/console/?show=ended&before=NH20990101-0001", "更早的")[0] == numbers


def test_a_search_goes_back_a_stretch_at_a_time_and_a_number_is_found_at_once(chat, clock, office, monkeypatch):
    monkeypatch.setattr("storage.console.board_search.STRETCH", 40)
    closed_tickets(chat, clock, 130)
    found, pages = pages_back(office, "/console/?show=all&q=井盖", "继续往前找")
    assert found == ["NH20261101-0003"]
    assert len(pages) == 4
    assert "已找到" in pages[0]
    found, pages = pages_back(office, "/console/?show=all&q=nh20261101-0129", "继续往前找")
    assert (found, len(pages)) == (["NH20261101-0129"], 1)
