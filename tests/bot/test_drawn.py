"""What takes seconds to draw is drawn once, whoever asks how often, and anew when something in it has changed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import sleep

from bot import booklet_pdf
from bot.drawn import Drawn
from tests.evaluation import does, year_begun
from tests.office import Office


def test_many_at_once_have_one_drawn():
    drawn, times, at_once, busiest, lock = Drawn(), [], [0], [0], Lock()

    def draw():
        with lock:
            at_once[0] += 1
            busiest[0] = max(busiest[0], at_once[0])
            times.append(1)
        sleep(0.05)
        with lock:
            at_once[0] -= 1
        return b"%PDF"

    with ThreadPoolExecutor(20) as people:
        answers = list(people.map(lambda number: drawn.file(("pdf", number % 2), draw), range(20)))
    assert answers == [b"%PDF"] * 20
    assert len(times) == 2, "each of the two is drawn once"
    assert busiest == [1], "and never beside the other"


def test_only_the_newest_are_kept():
    drawn, times = Drawn(2), []
    for name in ("甲", "乙", "丙", "丙", "甲"):
        drawn.file(name, lambda: times.append(1) or b"")
    assert len(times) == 4, "甲 has been given up for 丙"


def test_a_booklet_that_strangers_ask_for_again_and_again_is_drawn_again_only_when_it_changes(chat, monkeypatch):
    office, web, drawn = Office(chat).signs_in(year_begun(chat).lead), chat.app.test_client(), []
    does(office, "brand", community="银杏社区", title="银杏议事角", story="每周三在银杏树下议事")
    really = booklet_pdf.booklet_pdf
    monkeypatch.setattr(booklet_pdf, "booklet_pdf", lambda *of: drawn.append(1) or really(*of))
    first, again = (web.get("/booklets/2026.pdf").data for _ in range(2))
    assert first == again
    assert len(drawn) == 1
    does(office, "brand", community="银杏社区", title="银杏议事亭", story="每周三在银杏树下议事")
    assert web.get("/booklets/2026.pdf").data != first, "what was corrected is not shown any more"
