"""A demo as a visitor starts it, and what they do on its chat page, by its HTTP calls."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from datetime import time as hour
from pathlib import Path
from typing import Any

import requests

from governance.clock import SHANGHAI
from tests.processes import command

DAY = hour(7, 30), hour(21, 29)
"""When pushes go out at once."""


@dataclass(frozen=True)
class Demo:
    """A demo that has said where it is."""

    chat: str
    office: str
    process: Any
    said: str

    def says(self, name: str, text: str) -> str:
        """What somebody types, and the answer."""
        return str(self._post(f"{self._openid(name)}/say", {"text": text})["reply"])

    def forward(self, hours: int) -> str:
        """Lets time pass; answers what time it is then."""
        return str(self._post("forward", {"hours": hours})["now"])

    def by_day(self) -> "Demo":
        """Lets the rest of a night pass, in which nobody is sent what is no danger; the same demo."""
        now = datetime.now(SHANGHAI)
        if not DAY[0] <= now.time() < DAY[1]:
            self.forward((DAY[0].hour + 1 - now.hour) % 24)
        return self

    def read_by(self, name: str) -> list[str]:
        """What the account wrote to somebody."""
        openid = self._openid(name)
        return [b["text"] for b in self._state()["bubbles"] if b["openid"] == openid and b["side"] == "account"]

    def waits_for(self, name: str, words: str, seconds: float = 40) -> str:
        """The first message to somebody that says this."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for text in self.read_by(name):
                if words in text:
                    return text
            time.sleep(0.2)
        raise AssertionError(f"{name} never read {words}: {self.read_by(name)}")

    def _openid(self, name: str) -> str:
        return next(str(person["openid"]) for person in self._state()["people"] if person["name"] == name)

    def _state(self) -> Any:
        return requests.get(f"{self.chat}/chat/state", timeout=10).json()

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        response = requests.post(f"{self.chat}/chat/{path}", json=body, timeout=150)
        assert response.status_code == 200, (path, response.status_code)
        return response.json()


@contextmanager
def started(data: Path, log: Path) -> Iterator[Any]:
    """`linli demo` on a data folder: a process that is not ready yet."""
    with command("demo", settings={"LINLI_DATA_DIR": str(data)}, log=log) as process:
        yield process


def ready(process: Any, log: Path, seconds: float = 120) -> Demo:
    """The demo once it has printed its addresses."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        text = log.read_text() if log.exists() else ""
        if "Ctrl-C" in text:
            chat, office, *_ = re.findall(r"http://127\.0\.0\.1:\d+", text)
            return Demo(chat, office, process, text)
        time.sleep(0.1)
    raise AssertionError(log.read_text())
