"""The one place that reads the machine's clock."""

from datetime import UTC, datetime


def system_clock() -> datetime:
    """Now, UTC, timezone-aware."""
    return datetime.now(UTC)
