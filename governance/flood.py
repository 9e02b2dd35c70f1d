"""How many reports one account may open in an hour."""

from datetime import timedelta

from governance.rules import Rules

HOUR = timedelta(hours=1)


def is_one_too_many(opened: int, danger: bool, rules: Rules) -> bool:
    """Whether the next report is kept for a person instead, where so many were opened within the hour; a danger never is."""
    return not danger and opened >= rules.reports_an_hour
