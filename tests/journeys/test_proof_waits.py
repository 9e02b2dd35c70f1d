"""What waits for its proof keeps its words until the proof comes, whatever other step was told in between."""

import pytest
from sqlalchemy import select

from storage.models import TicketEvent
from tests.journeys.handling import reported
from tests.scenes import begun

WIRE = "梧桐里1号院05幢楼下电线断了，裸着垂下来"


@pytest.fixture
def worker(chat, clock, people, resident):
    """Somebody on site at a broken wire, with a plan."""

    def begin():
        reported(chat, resident, WIRE)
        people.worker.says("接单 1")
        people.worker.says("到场 1")
        people.worker.sends_location("梧桐里1号院")
        return people.worker

    return begun(chat, clock, begin)


def notes(chat, kind):
    found = select(TicketEvent.note).where(TicketEvent.kind == kind)
    return [row.note for row in chat.rows(found)]


def test_the_end_of_work_still_waits_for_its_photo_behind_another_step_of_the_same_ticket(chat, worker):
    worker.says("方案 1 收线换新缆")
    worker.says("进场 1 两个电工")
    worker.sends_location("梧桐里1号院")
    assert "1 就办结" in worker.says("线接好了，收上去了，不垂了")
    assert "进场 1 的凭据" in worker.says("进场 1 又来了一辆升降车")
    answer = worker.sends_picture()
    assert "已记进场" in answer, answer
    assert "处理后的照片" in answer
    assert "已办结" in worker.sends_picture()
    assert notes(chat, "handle") == ["线接好了，收上去了，不垂了"]


def test_a_plan_told_together_with_men_and_material_is_kept_as_well(chat, worker):
    answer = worker.says("换一截新缆，两个电工，料运来了")
    assert "方案已记下" in answer, answer
    assert "进场 1 的凭据" in answer
    assert "已记进场" in worker.sends_picture()
    assert notes(chat, "plan") == ["换一截新缆"]


def test_men_alone_are_no_plan(chat, worker):
    worker.says("人和料都到了")
    assert notes(chat, "plan") == []
