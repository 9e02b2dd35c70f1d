"""Outcomes for programs: each kind that is registered can be told in JSON."""

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import handlers.registry  # noqa: F401 - registers everything
from governance.tickets.lifecycle import Move
from handlers.intake.outcomes import RequestRefused, Unfit
from handlers.outcomes import TONES, as_json
from handlers.tickets.denials import TakenBy
from handlers.tickets.outcomes import OnSite, Ref

PLAIN = (str, int, float, bool, NoneType, datetime, date, Enum)


def told(kind: Any) -> bool:
    """Whether all values of this type have a form in JSON; `Any`: other outcomes, each told by itself."""
    if kind is Any:
        return True
    if get_origin(kind) in (Union, UnionType, tuple, list, frozenset, dict):
        return all(each is Ellipsis or told(each) for each in get_args(kind))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return all(told(hints[each.name]) for each in fields(kind))
    return isinstance(kind, type) and issubclass(kind, PLAIN)


def test_each_registered_outcome_consists_of_values():
    assert [kind.__name__ for kind in TONES if not told(kind)] == []


def test_an_outcome_in_json():
    ticket = Ref("NH20261124-0007", "楼道灯坏了", None)
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)
    assert as_json(OnSite(ticket, Move.ARRIVE, at, (Move.PLAN, Move.CREW))) == {
        "tone": "done",
        "kind": "on_site",
        "fields": {
            "ticket": {"number": "NH20261124-0007", "summary": "楼道灯坏了", "place": None},
            "move": "arrive",
            "at": "2026-11-24T02:00:00+00:00",
            "moves": ["plan", "crew"],
        },
    }
    refused = as_json(RequestRefused(Unfit.NO_KEY))
    assert refused == {"tone": "refused", "kind": "request_refused", "fields": {"why": "no_key"}}
    assert json.dumps(as_json(TakenBy(ticket, "陈试用", at)))
