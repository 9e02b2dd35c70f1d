"""Twelve faults and a quiet day: each fault is told once and within a minute, the day raises nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from governance.alarms.judging import OVER_AFTER, UNKNOWN_FOR, Reading, judge
from governance.alarms.metrics import ALARMS

BEGIN = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
STEP = timedelta(seconds=10)
QUIET = {
    "linli_database_up": 1, "linli_queue_up": 1, "linli_answer_p99_seconds": 0.2, "linli_messages_lost": 0,
    "linli_unowned_danger_seconds": 5, "linli_push_due_seconds": 3, "linli_danger_push_due_seconds": 1,
    "linli_platform_refusing": 0, "linli_templates_refused": 0, "linli_jobs_set_aside": 0, "linli_scheduler_silent_seconds": 6,
    "linli_worker_silent_seconds": 7, "linli_web_silent_seconds": 8, "linli_lane_overrun": 0.1, "linli_clock_off_seconds": 0.02,
    "linli_disk_used_share": 0.6, "linli_memory_used_share": 0.7, "linli_process_bytes": 3e8, "linli_standby_lag_bytes": 2e5,
    "linli_standby_slots_idle": 0, "linli_backup_failing": 0, "linli_backup_age_seconds": 80_000,
    "linli_rehearsal_age_seconds": 500_000,
}  # fmt: skip


def rising(name, a_second):
    """A figure that counts up from when the fault begins."""
    return lambda seconds: {name: seconds * a_second}


def at_once(**figures):
    return lambda _seconds: {f"linli_{name}": value for name, value in figures.items()}


FAULTS = {
    "database away": ("linli_database_up", at_once(database_up=0)),
    "Redis away": ("linli_queue_up", at_once(queue_up=0)),
    "platform refusing": ("linli_platform_refusing", at_once(platform_refusing=3)),
    "disk at 95 %": ("linli_disk_used_share", at_once(disk_used_share=0.95)),
    "clock stopped": ("linli_scheduler_silent_seconds", rising("linli_scheduler_silent_seconds", 1)),
    "worker stuck": ("linli_lane_overrun", rising("linli_lane_overrun", 1 / 30)),
    "backlog growing": ("linli_push_due_seconds", lambda seconds: {"linli_push_due_seconds": 30 + seconds}),
    "standby lagging": ("linli_standby_lag_bytes", rising("linli_standby_lag_bytes", 4e6)),
    "backup failed": ("linli_backup_failing", at_once(backup_failing=1)),
    "template refused": ("linli_templates_refused", at_once(templates_refused=1)),
    "quarantine filling": ("linli_jobs_set_aside", rising("linli_jobs_set_aside", 0.1)),
    "memory growing": ("linli_process_bytes", lambda seconds: {"linli_process_bytes": 1.4e9 + seconds * 1e7}),
}


class Watch:
    """Judges again and again, and keeps what stands, as the job does."""

    def __init__(self):
        self.standing, self.raised, self.over, self.now = {}, [], [], BEGIN

    def look(self, **changed):
        figures = {name: Reading(value) for name, value in {**QUIET, **changed}.items() if value is not None}
        found = judge(figures, self.standing, self.now)
        for fault in found.kept:
            self.standing[fault.name] = fault
        for fault in (*found.over, *found.gone):
            del self.standing[fault.name]
        self.raised += [(fault.name, self.now) for fault in found.raised]
        self.over += [fault.name for fault in found.over]
        self.now += STEP


def test_a_quiet_day_raises_nothing_though_a_figure_twitches():
    watch = Watch()
    for step in range(8640):
        night = 6 * 3600 < step * 10 < 9 * 3600
        watch.look(
            linli_backup_age_seconds=(step * 10 + 40_000) % 86_400,
            linli_answer_p99_seconds=3 if step % 500 == 0 else 0.3,
            linli_platform_refusing=4 if step % 700 == 0 else 0,
            linli_push_due_seconds=39 if night else 2,
        )
    assert watch.raised == []
    assert watch.standing == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_once_within_a_minute_and_once_when_it_is_over(fault):
    name, figures = FAULTS[fault]
    watch = Watch()
    for _ in range(10):
        watch.look()
    begun = watch.now
    for second in range(0, 1800, 10):
        watch.look(**figures(second))
    assert [each for each, _ in watch.raised] == [name]
    assert watch.raised[0][1] - begun <= timedelta(seconds=60)
    assert watch.over == []
    while watch.now - begun < timedelta(seconds=1800) + OVER_AFTER + STEP:
        watch.look()
    assert watch.over == [name]
    assert watch.standing == {}


def test_each_alarm_has_a_value_of_a_quiet_day_and_one_bound():
    assert set(QUIET) == set(ALARMS)
    for name, alarm in ALARMS.items():
        assert (alarm.over is None) != (alarm.under is None), name
        assert not alarm.holds(QUIET[name]), name


def test_one_that_comes_and_goes_is_one_fault():
    watch = Watch()
    for _ in range(20):
        for value in (0, 0, 0, 1, 1, 1):
            watch.look(linli_queue_up=value)
    assert [name for name, _ in watch.raised] == ["linli_queue_up"]
    assert watch.over == []


def test_what_nobody_can_read_any_more_is_no_all_clear():
    watch = Watch()
    for _ in range(5):
        watch.look(linli_disk_used_share=0.99)
    while watch.now - BEGIN < UNKNOWN_FOR + timedelta(minutes=2):
        watch.look(linli_disk_used_share=None)
    assert watch.standing == {}
    assert watch.over == []


def test_a_clock_that_is_set_back_holds_no_alarm_up():
    watch = Watch()
    watch.look(linli_queue_up=0)
    watch.now -= timedelta(hours=3)
    back = watch.now
    for _ in range(4):
        watch.look(linli_queue_up=0)
    assert watch.raised[0][1] - back <= timedelta(seconds=30)
