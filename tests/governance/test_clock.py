from datetime import UTC, date, datetime

from governance.clock import local_day


def test_the_day_is_shanghais():
    assert local_day(datetime(2026, 11, 24, 15, 59, tzinfo=UTC)) == date(2026, 11, 24)
    assert local_day(datetime(2026, 11, 24, 16, 0, tzinfo=UTC)) == date(2026, 11, 25)
