"""What is asked of a whole year at its end: nothing was said twice to anybody, nothing was lost, no job failed."""

from collections import Counter

from sqlalchemy import select

from governance.notices import NoticeKind
from storage.models import JobFailure, JobRun
from tests.journeys.year_town import Year

OF_THE_YEAR = (
    NoticeKind.ALLIANCE, NoticeKind.REMIND, NoticeKind.LATE, NoticeKind.COUNCIL, NoticeKind.COUNCIL_CALL, NoticeKind.COUNCIL_NEWS,
    NoticeKind.COUNCIL_LATE, NoticeKind.PROJECT, NoticeKind.PROJECT_NEWS, NoticeKind.EVALUATION, NoticeKind.CASES,
    NoticeKind.LOOK_BACK, NoticeKind.VISIT,
)  # fmt: skip
UNSETTLED = ("waiting", "sending", "maybe_sent")
PREFIXES = (
    "milestone:", "council:resolution:", "council:minutes:", "council:topic:", "project:1:", "stuck:", "cases:2026:begun",
    "cases:2026:ended", "yearlook:",
)  # fmt: skip


def kept_once(year: Year) -> None:
    """Each notice was owed once, by its key and by its words; and each that was sent was read once."""
    rows = list(year.owed.values())
    assert [key for key, count in Counter(row.dedupe_key for row in rows).items() if count > 1] == []
    own = [row for row in rows if row.kind in OF_THE_YEAR]
    assert [said for said, count in Counter((row.account_id, row.text) for row in own).items() if count > 1] == []
    missing = [each for each in PREFIXES if not any(row.dedupe_key.startswith(each) for row in rows)]
    assert missing == ([each for each in missing if each == "cases:2026:begun"] if year.sleeps else []), missing
    for told in ("opened", "published"):
        parts = [row.dedupe_key.split(":") for row in rows if row.dedupe_key.startswith("evaluation:")]
        assert len({part[1] for part in parts if part[2] == told}) == 2, "both rounds, whatever their numbers"
    assert [row for row in rows if row.state in UNSETTLED] == [], "nothing is on its way for ever"
    assert year.chat.rows(select(JobFailure.job, JobFailure.item)) == []
    runs = Counter(tuple(row) for row in year.chat.rows(select(JobRun.job, JobRun.period)))
    assert max(runs.values()) == 1
    for row in own:
        if row.state == "sent":
            assert _read(year, row.text) >= 1, row


def read_once(year: Year) -> None:
    """On no phone the same notice of the year stands twice."""
    texts = {row.text for row in year.owed.values() if row.kind in OF_THE_YEAR}
    for person in year.chat.platform.people.values():
        bubbles = [each.text for each in year.chat.platform.journal.of(person.openid) if each.side == "account"]
        twice = [text for text in texts if sum(text in (bubble or "") for bubble in bubbles) > 1]
        assert twice == [], (person.name, twice)


def _read(year: Year, text: str) -> int:
    first = text.splitlines()[0]
    return sum(first in (bubble.text or "") for bubble in _bubbles(year))


def _bubbles(year: Year):
    return [
        each
        for person in year.chat.platform.people.values()
        for each in year.chat.platform.journal.of(person.openid)
        if each.side == "account"
    ]
