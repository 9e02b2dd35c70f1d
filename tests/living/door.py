"""Messages at the door of a rolling upgrade, one each quarter of a second, and how each was answered."""

import itertools
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import requests

from simulator.envelope import Secrets, sealed

TOKEN, FIRST = "rollingtoken", 7_000_000
EVERY_S, PLATFORM_WAITS_S = 0.25, 5.0


@dataclass
class Asked:
    """One message: when it was sent first, how long until it was answered, and how (busy: it says that it took nothing down)."""

    number: int
    at: float
    took: float = 0.0
    outcome: str = ""


@dataclass
class Door:
    """Sends a message every quarter of a second, by turns to all addresses at which a web process listens, as a proxy would."""

    addresses: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)
    waiting: list[threading.Thread] = field(default_factory=list)

    def run(self) -> None:
        for number in itertools.count(1):
            if self.stopping.is_set():
                return
            one = Asked(number, time.monotonic())
            self.asked.append(one)
            self.waiting.append(threading.Thread(target=self._send, args=(one,)))
            self.waiting[-1].start()
            self.stopping.wait(max(0.0, EVERY_S - (time.monotonic() - one.at)))

    def _send(self, one: Asked) -> None:
        fields = {
            "ToUserName": "gh_x", "FromUserName": f"oroll{one.number:023d}", "CreateTime": 1, "MsgType": "text",
            "Content": f"梧桐里1号院{one.number % 9 + 1}幢{one.number % 6 + 1}楼楼道灯坏了", "MsgId": FIRST + one.number,
        }  # fmt: skip
        for _ in range(3):
            post = sealed(Secrets(TOKEN, "", "", ""), fields, datetime.now(UTC))
            address = self.addresses[one.number % len(self.addresses)]
            try:
                got = requests.post(
                    f"http://{address}/wechat?{post.query}", post.body, headers={"Content-Type": "text/xml"},
                    timeout=PLATFORM_WAITS_S,
                )  # fmt: skip
            except requests.RequestException as error:
                one.outcome = type(error).__name__
            else:
                one.outcome = (
                    str(got.status_code) if got.status_code != 200 else "busy" if "繁忙" in got.text else "taken"
                )
            one.took = time.monotonic() - one.at
            if one.outcome in ("taken", "busy"):
                return

    def finish(self) -> None:
        self.stopping.set()
        for each in self.waiting:
            each.join()

    def figures(self) -> dict[str, Any]:
        """How it answered: each kind, the slowest answer, and the longest time without any message taken in."""
        taken = sorted(each.at + each.took for each in self.asked if each.outcome == "taken")
        silences = [after - before for before, after in itertools.pairwise(taken)]
        return {
            "messages": len(self.asked), **Counter(each.outcome for each in self.asked),
            "slowest": round(max(each.took for each in self.asked), 2),
            "later_than_5_s": sum(each.took > PLATFORM_WAITS_S for each in self.asked),
            "longest_silence": round(max(silences, default=0.0), 2),
        }  # fmt: skip
