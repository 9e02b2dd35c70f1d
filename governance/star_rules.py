"""The figures of the monthly stars: when their round goes, and what counts how much."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StarRules:
    """Part of `governance.rules.Rules`; the names are keys of the rules file."""

    star_open_day: int = 20
    """The day of the month on which nominations for the stars open."""
    star_review_day: int = 26
    """The day on which the community's review begins."""
    star_notice_day: int = 28
    """The day on which the public notice begins."""
    star_hour: int = 9
    """The hour of these steps, and of the announcement on the 1st."""
    star_notice_days: int = 3
    """How long the public notice lasts."""
    star_months_apart: int = 3
    """So many months after an award somebody may have the next."""
    star_least_points: int = 20
    """Who has fewer points and no nomination is no candidate."""
    star_candidates: int = 3
    """So many candidates from facts each area has, besides those who were nominated."""
    star_hour_points: int = 10
    """Points for an hour of service."""
    star_hours_a_day: int = 4
    """So many hours a day count."""
    star_patrol_points: int = 3
    """Points for a patrol that a scan or a position confirms, or a finding that was handled."""
    star_patrols_a_day: int = 1
    """So many patrols a day count."""
    star_finding_points: int = 15
    """Points for a report that others handled and closed."""
    star_findings_a_day: int = 2
    """So many of a day count."""
    star_mediation_points: int = 20
    """Points for a quarrel settled on duty."""
    star_mediations_a_day: int = 2
    """So many of a day count."""
    star_duty_points: int = 5
    """Points for a shift kept."""
    star_duties_a_day: int = 2
    """So many shifts a day count."""
    star_streak_points: int = 1
    """Points for each day of the longest streak of check-ins on the spot."""
    star_streak_days: int = 20
    """So many days of it count."""
    star_nomination_points: int = 20
    """Points for each household that nominates somebody."""
    star_nominations: int = 5
    """So many of them count."""
