"""Which year or month of the past a text names, up to today."""

from datetime import date

import pytest

from understanding.period import period_in

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", "2026-01-01", "2026-11-24"),
        ("今年", "2026-01-01", "2026-11-24"),
        ("去年", "2025-01-01", "2025-12-31"),
        ("2024年", "2024-01-01", "2024-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2027年", "2027-01-01", "2027-01-01"),
        ("这个月", "2026-11-01", "2026-11-24"),
        ("本月", "2026-11-01", "2026-11-24"),
        ("上个月", "2026-10-01", "2026-10-31"),
        ("上月", "2026-10-01", "2026-10-31"),
        ("11月", "2026-11-01", "2026-11-24"),
        ("2月", "2026-02-01", "2026-02-28"),
        ("12月", "2025-12-01", "2025-12-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("去年3月", "2025-03-01", "2025-03-31"),
        ("2026年12月", "2026-12-01", "2026-12-01"),
        ("去年12月", "2025-12-01", "2025-12-31"),
        ("13月", "2026-01-01", "2026-11-24"),
    ],
)
def test_from_when_to_when(text, first, last):
    assert period_in(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"), [("上个月", "2025-12-01", "2025-12-31"), ("", "2026-01-01", "2026-01-01")]
)
def test_at_the_turn_of_the_year(text, first, last):
    assert period_in(text, date(2026, 1, 1)) == (date.fromisoformat(first), date.fromisoformat(last))
