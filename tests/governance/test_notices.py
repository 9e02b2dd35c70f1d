"""Which pushes are what, and until when the quiet hours last."""

from datetime import UTC, datetime

import pytest

from governance.clock import SHANGHAI
from governance.notices import KINDS, MUTABLE, Group, Kind, NoticeKind, is_muted, kind_of, quiet_until
from governance.rules import Rules


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-24 21:29:59", None),
        ("2026-11-24 21:30:00", "2026-11-25 07:30"),
        ("2026-11-24 23:59:59", "2026-11-25 07:30"),
        ("2026-11-25 00:00:00", "2026-11-25 07:30"),
        ("2026-11-25 07:29:59", "2026-11-25 07:30"),
        ("2026-11-25 07:30:00", None),
        ("2026-11-25 12:00:00", None),
        ("2026-12-31 22:00:00", "2027-01-01 07:30"),
    ],
)
def test_when_the_quiet_hours_are_over(now, until):
    found = quiet_until(at(now), SHANGHAI, Rules())
    assert found == (until and at(until))
    assert found is None or found.tzinfo is UTC


def test_quiet_hours_as_the_rules_file_has_them():
    rules = Rules(quiet_from_minute=23 * 60 + 5, quiet_until_minute=0)
    assert quiet_until(at("2026-11-24 23:04"), SHANGHAI, rules) is None
    assert quiet_until(at("2026-11-24 23:05"), SHANGHAI, rules) == at("2026-11-25 00:00")
    assert quiet_until(at("2026-11-25 00:00"), SHANGHAI, rules) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("hazard", Kind(Group.WORK, 0, by_night=True)),
        ("call_up", Kind(Group.WORK, 1, by_night=True)),
        ("late", Kind(Group.REMINDER, 2)),
        ("given", Kind(Group.WORK, 3)),
        ("of an earlier release", Kind(Group.WORK, 3)),
    ],
)
def test_the_kind_of_a_push(name, kind):
    assert kind_of(name) == kind


def test_only_a_danger_a_call_for_people_an_attack_an_alarm_and_a_sign_in_come_at_night_and_before_all_else():
    """An attack as well: who is to notice it within a minute is woken by it, once an hour at most; and an alarm once a fault."""
    by_night = {each for each, kind in KINDS.items() if kind.by_night}
    assert by_night == {
        NoticeKind.HAZARD,
        NoticeKind.CALL_UP,
        NoticeKind.TAKE_ON,
        NoticeKind.ATTACK,
        NoticeKind.ALARM,
        NoticeKind.SIGN_IN,
    }
    assert all(
        KINDS[first].priority < kind.priority
        for first in by_night
        for each, kind in KINDS.items()
        if each not in by_night
    )
    assert Group.WORK not in MUTABLE


@pytest.mark.parametrize(
    ("muted", "silent"),
    [
        ("", set()),
        ("news", {"news", "closed"}),
        ("reminder,brief", {"late", "brief"}),
        ("area", {"area_water", "area_power"}),
        ("water", {"area_water"}),
        ("brief,power", {"brief", "area_power"}),
        ("work", set()),
        ("work,news", {"news", "closed"}),
        ("hazard", set()),
    ],
)
def test_who_muted_something_does_not_hear_of_it_and_hears_of_all_else(muted, silent):
    """Work and dangers come whatever somebody has muted, and so does what an earlier release called otherwise."""
    names = {"news", "closed", "late", "brief", "area_water", "area_power", "given", "hazard", "of an earlier release"}
    assert {name for name in names if is_muted(name, muted)} == silent
