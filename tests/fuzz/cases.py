"""Requests that Schemathesis makes from the application's own description, sent by several browsers; what they must never get.

It is read only by who makes some: a worker would pay for it at its start, and one in two has none to make.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from tests.office import Office

if TYPE_CHECKING:
    from schemathesis import Case

COOKIE = "linli_console"
NASTY = (
    "99999999999999999999", "-1", "²", "é", "＝1+1", "0001-01", "9999-12", "0001-01-01", "9999-12-31", "2026-13", "2026-02-30",
    "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "\0", "a\0b", "\r\nX: 1", "\ufffe", "𠀀" * 40, "%", "_", "[]", "{}",
    "' or 1=1--", "<script>", "../../etc/passwd", "nan", "1e400", "0x10", "１", "٣", "\u202e", " ", "true", "null", "长" * 5000,
)  # fmt: skip
"""What people who break into offices try first, and what broke this one."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2}")
_ASTRAY = (404, 405, 308)
"""An address that led to none of ours."""


@dataclass(frozen=True)
class Visitor:
    """A browser. `role`: of who is signed in (None: nobody is); `token`: whether it sends the token of its page."""

    role: Role | None
    office: Office | None = None
    token: bool = True

    def may(self, act: str) -> bool:
        """Whether the document says that they may."""
        return self.role in PERMISSIONS[Act(act)]


@dataclass(frozen=True)
class Target:
    """An application and its visitors; those of another one are the same people, in the same order."""

    name: str
    app: Flask
    visitors: Sequence[Visitor]


@dataclass
class Fuzz:
    """Applications under attack, by the same requests: to make one takes longer than to answer it.

    `known`: parts of an address that lead somewhere; `wrong`: what must not have come, by kind.
    """

    targets: Sequence[Target]
    document: dict[str, Any]
    known: dict[str, Sequence[Any]]
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)

    def run(self, cases: int, start: int = 0) -> None:
        """At least so many requests in all, as many for each operation that can be asked in so many ways."""
        from schemathesis.openapi import from_dict

        operations = [found.ok() for found in from_dict(self.document).get_all_operations()]
        while self.statuses.total() < cases:
            each = min((cases - self.statuses.total()) // (len(operations) * len(self.targets)) + 1, 200)
            for operation in operations:
                self._attack(operation, each, start + self.statuses.total())

    def _attack(self, operation: Any, examples: int, number: int) -> None:
        from schemathesis import GenerationMode

        made = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
        if operation.body or any(True for _ in operation.iter_parameters()):
            made = made | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

        @seed(number)
        @settings(
            max_examples=examples, phases=[Phase.generate], database=None, deadline=None,
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=made, visitor=st.integers(0, len(self.targets[0].visitors) - 1), data=st.data())
        def attack(case: Any, visitor: int, data: st.DataObject) -> None:
            self._bend(case, data)
            for target in self.targets:
                self._send(case, target, target.visitors[visitor])

        attack()

    def _bend(self, case: "Case", data: st.DataObject) -> None:
        """In half of the cases an address that leads somewhere, and a value that hurts."""
        parts = case.path_parameters or {}
        for name in parts:
            if name in self.known and data.draw(st.booleans()):
                parts[name] = data.draw(st.sampled_from(self.known[name]))
        where = [part for part in (case.query, case.body) if isinstance(part, dict) and part]
        if where and data.draw(st.booleans()):
            part = data.draw(st.sampled_from(where))
            part[data.draw(st.sampled_from(sorted(part, key=str)))] = data.draw(st.sampled_from(NASTY))

    def _send(self, case: "Case", target: Target, visitor: Visitor) -> None:
        from schemathesis.transport.wsgi import WSGI_TRANSPORT

        case.cookies.clear()
        case.headers.pop("X-CSRF", None)
        web = target.app.test_client()
        if visitor.office is not None:
            web.set_cookie(COOKIE, visitor.office.cookie, path="/console")
            if visitor.token:
                case.headers["X-CSRF"] = visitor.office.csrf
        sent = WSGI_TRANSPORT.serialize_case(case)
        with web.open(**sent) as answer:
            self.statuses[answer.status_code] += 1
            for kind in self._faults(case, visitor, answer):
                self.wrong.setdefault(
                    f"{target.name}: {case.operation.label} as {visitor.role}: {kind}", str(sent)[:600]
                )
        set_anew = any(each.startswith(f"{COOKIE}=") for each in answer.headers.getlist("Set-Cookie"))
        if visitor.office is not None and set_anew:  # signed out, or known by another cookie from now on
            visitor.office.signs_in_again()

    def _faults(self, case: "Case", visitor: Visitor, answer: TestResponse) -> list[str]:
        """What is wrong with an answer."""
        status, right = answer.status_code, case.operation.definition.raw.get("x-right")
        found = [f"answered {status}"] if status >= 500 else []
        if status >= 400 and not _CHINESE.search(answer.text):
            found.append(f"answered {status} without a word")
        if "X-Content-Type-Options" not in answer.headers or "frame-ancestors" not in answer.headers.get(
            "Content-Security-Policy", ""
        ):
            found.append("lacks headers")
        if right is not None and status not in _ASTRAY:
            found += self._ignored(case, visitor, right, answer)
        return found

    def _ignored(self, case: "Case", visitor: Visitor, right: str, answer: TestResponse) -> list[str]:
        """What was done for somebody who may not."""
        status = answer.status_code
        if visitor.office is None:
            to_sign_in = status == 302 and answer.headers["Location"].endswith("/console/sign-in")
            return [] if to_sign_in or status == 403 else [f"{status} for nobody"]
        if case.method == "POST" and not visitor.token:
            return [] if status in (400, 403) else [f"{status} without a token"]
        return [] if visitor.may(right) or status == 403 else [f"{status} without {right}"]
