"""The figures of the rules file as shipped, each with the least and the most that it may be."""

from dataclasses import asdict
from datetime import timedelta

from governance.rules import LIMITS, Rules

SHIPPED = {
    "join_minutes": (10, 1, 60),
    "progress_days": (90, 1, 3650),
    "bind_tries": (5, 1, 20),
    "bind_tries_name": (10, 1, 100),
    "invitation_days": (7, 1, 90),
    "question_minutes": (30, 5, 240),
    "leave_days": (31, 1, 366),
    "work_from_hour": (9, 0, 11),
    "work_until_hour": (18, 12, 24),
    "accept_minutes_hazard": (10, 1, 120),
    "accept_minutes_urgent": (30, 5, 480),
    "accept_hours": (4, 1, 40),
    "survey_minutes": (120, 10, 1440),
    "plan_minutes": (120, 10, 1440),
    "crew_minutes": (120, 10, 1440),
    "hazard_handle_hours": (24, 1, 720),
    "urgent_late_hour": (18, 12, 24),
    "urgent_next_day_hour": (12, 6, 24),
    "handle_days": (5, 1, 60),
    "enquiry_days": (1, 1, 30),
    "verify_days": (1, 1, 30),
    "rate_hours": (72, 1, 720),
    "call_back_days": (1, 1, 30),
    "look_back_days": (30, 1, 365),
    "look_back_percent": (20, 0, 100),
    "arrive_metres": (500, 50, 5000),
    "reopen_days": (30, 1, 365),
    "extend_days": (30, 1, 365),
    "duplicate_days": (3, 1, 30),
    "most_open": (20, 1, 1000),
    "follow_minutes": (2, 0, 60),
    "quiet_from_minute": (1290, 720, 1439),
    "quiet_until_minute": (450, 0, 719),
    "awake_minutes": (30, 0, 240),
    "keep_shown": (3, 1, 10),
    "pushes_a_second": (50, 1, 1000),
    "emergency_pool_yuan": (300_000, 0, 100_000_000),
    "emergency_case_yuan": (2000, 0, 1_000_000),
    "check_in_metres": (150, 20, 2000),
    "yesterday_until_hour": (9, 0, 23),
    "patrol_minutes": (20, 0, 240),
    "patrols_a_day": (3, 0, 20),
    "cancel_hours": (12, 0, 168),
    "rest_hours": (8, 0, 24),
    "night_from_hour": (22, 18, 24),
    "night_until_hour": (6, 0, 10),
    "duty_early_minutes": (15, 0, 240),
    "duty_late_minutes": (15, 0, 120),
    "duty_remind_minutes": (60, 10, 720),
    "duty_weeks": (5, 1, 12),
    "code_minutes": (10, 1, 120),
    "star_open_day": (20, 1, 24),
    "star_review_day": (26, 3, 26),
    "star_notice_day": (28, 5, 28),
    "star_hour": (9, 8, 20),
    "star_notice_days": (3, 3, 15),
    "star_months_apart": (3, 1, 36),
    "star_least_points": (20, 1, 1000),
    "star_candidates": (3, 1, 20),
    "star_hour_points": (10, 0, 100),
    "star_hours_a_day": (4, 1, 24),
    "star_patrol_points": (3, 0, 100),
    "star_patrols_a_day": (1, 1, 20),
    "star_finding_points": (15, 0, 100),
    "star_findings_a_day": (2, 1, 20),
    "star_mediation_points": (20, 0, 100),
    "star_mediations_a_day": (2, 1, 20),
    "star_duty_points": (5, 0, 100),
    "star_duties_a_day": (2, 1, 10),
    "star_streak_points": (1, 0, 100),
    "star_streak_days": (20, 1, 31),
    "star_nomination_points": (20, 0, 100),
    "star_nominations": (5, 1, 50),
    "erase_hours": (12, 1, 24),
    "keep_messages_days": (30, 7, 365),
    "keep_pushes_days": (90, 30, 730),
    "keep_reports_days": (1095, 90, 3660),
    "keep_pictures_days": (365, 30, 3660),
    "keep_records_days": (1095, 90, 3660),
    "keep_nominations_days": (365, 60, 3660),
    "keep_left_days": (730, 30, 3660),
    "keep_silent_days": (1095, 180, 3660),
    "audit_days": (400, 184, 3660),
    "notice_second_people": (200, 1, 1_000_000),
    "notice_remind_minutes": (60, 10, 720),
    "notice_remind_after_hours": (6, 1, 72),
    "notice_open_hours": (24, 1, 240),
}
"""Name: as shipped, the least, the most. Who changes a figure of the product changes it here too."""


def test_every_figure_is_shipped_and_limited_so():
    assert {name: (value, *LIMITS[name]) for name, value in asdict(Rules()).items()} == SHIPPED
    assert set(LIMITS) == set(SHIPPED)


def test_two_figures_are_read_as_spans():
    rules = Rules(question_minutes=31, join_minutes=11)
    assert rules.question_window == timedelta(minutes=31)
    assert rules.join_window == timedelta(minutes=11)
