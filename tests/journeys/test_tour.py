"""docs/tour.md is held to the code: each way it tells is walked, and its functions are seen to run in the order told."""

import re
import sys
import threading
from pathlib import Path

import pytest

from tests.duty import crew
from tests.staff import staff

ROOT = Path(__file__).parent.parent.parent
STEP = re.compile(r"^\d+\. `(?P<file>[\w/]+\.py):(?P<function>\w+)`", re.MULTILINE)
TOUR = (ROOT / "docs" / "tour.md").read_text()


def way(title):
    """The steps of one chapter, in order."""
    chapter = TOUR.partition(f"## {title}\n")[2].partition("\n## ")[0]
    steps = [(found["file"], found["function"]) for found in STEP.finditer(chapter)]
    assert len(steps) >= 6, title
    return steps


@pytest.fixture
def calls():
    """What was called of our own code, in order, in whatever thread."""
    seen = []

    def note(frame, event, _argument):
        if event == "call":
            name = frame.f_code.co_filename
            if name.startswith(str(ROOT)) and "/.venv/" not in name:
                seen.append((name[len(str(ROOT)) + 1 :], frame.f_code.co_name))

    threading.setprofile_all_threads(note) if hasattr(threading, "setprofile_all_threads") else threading.setprofile(
        note
    )
    sys.setprofile(note)
    yield seen
    sys.setprofile(None)
    threading.setprofile(None)


def walked(steps, seen):
    """The first step that does not come after the one before it; None when all do."""
    calls = iter(seen)
    return next((step for step in steps if step not in calls), None)


def test_the_life_of_a_report(calls, chat):
    people = staff(chat)
    del calls[:]
    chat.person("李阿姨").says("梧桐里1号院1幢3楼楼道灯坏了")
    chat.work()
    assert people.worker.notices
    assert walked(way("The life of one report"), calls) is None


def test_the_life_of_a_deadline(calls, chat, clock):
    people = staff(chat)
    chat.person("李阿姨").says("梧桐里1号院1幢3楼楼道灯坏了")
    del calls[:]
    chat.work()
    clock.turn(hours=3)
    chat.work()
    assert people.worker.notices
    assert walked(way("The life of one deadline"), calls) is None


def test_the_life_of_a_sign_up(calls, chat, clock):
    people = crew(chat)
    del calls[:]
    assert "报名成功" in people.members[0].says("报名 1")
    assert walked(way("The life of one sign-up"), calls) is None
