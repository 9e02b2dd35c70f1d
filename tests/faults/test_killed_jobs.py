"""A worker killed outright at the commits of every job: what is due is done once all the same."""

import uuid
from collections import Counter

import pytest
from sqlalchemy import func, select

from storage.backup import read_backup, write_backup
from storage.database import Database
from storage.files import FileStore
from storage.models import (
    Announcement,
    AreaNotice,
    Article,
    Attachment,
    Base,
    Deadline,
    Erasure,
    Event,
    EventReport,
    JobRun,
    Outbox,
    StarRound,
    Ticket,
    TicketEvent,
)
from tests.faults.everything_due import bring_about
from tests.faults.killing import NEVER, work, worker_of
from tests.journeys.deliveries import received

SAYS_NOTHING = {"star_plan"}
OF_A_YEAR = {"booking_units", "evaluation_draft", "evaluation_publish", "project_milestones", "year_looks"}
"""What has something to do only in its season, and is killed there (test_killed_year)."""
OF_OTHERS = {"appointments", "case_lookups", "connector_mail", "article_copies"}
"""What has something to do only with a platform beside us, or with a picture that somebody answers for: tried where these are
(test_killed_services, test_articles).
"""
ONCE, GROWING, EACH = (1, 2, NEVER), tuple(range(1, 60)), (1, 2, 3, 4, 5)
"""At the first commit and at the second, then left alone; at the first, then at the second of what is left, …; or at nearly each,
for one to four are let through.
"""


@pytest.fixture
def second_url(request, database, tmp_path):
    """Another empty database of the same kind."""
    if database.is_sqlite:
        path = tmp_path / "second.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        yield f"sqlite:///{path}"
        return
    with request.getfixturevalue("postgres_copy")(f"s{uuid.uuid4().hex}") as url:
        yield url


def became_of(database):
    """What there is, keys of the database's own aside."""

    def rows(*columns):
        with database.read() as connection:
            return Counter(map(tuple, connection.execute(select(*columns))))

    with database.read() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
            if table.name != "nonces"  # a worker that comes again after a while finds some more of them old
        }
    return counts, {
        "pushes": rows(Outbox.dedupe_key, Outbox.kind, Outbox.number),
        "tickets": rows(Ticket.number, Ticket.state),
        "events": rows(TicketEvent.number, TicketEvent.kind),
        "deadlines": rows(Deadline.number, Deadline.kind, Deadline.stage),
        "runs": rows(JobRun.job, JobRun.period),
        "files": rows(Attachment.kind, Attachment.state, Attachment.number, Attachment.sha256),
        "rounds": rows(StarRound.month, StarRound.state),
        "drafts": rows(Announcement.running),
        "many at once": rows(Event.number, Event.state, Event.places, Event.settled_at.is_not(None)),
        "reports of it": rows(EventReport.number, EventReport.event_number, EventReport.told, EventReport.over),
        "notices": rows(AreaNotice.number, AreaNotice.state),
        "articles": rows(Article.id, Article.state, Article.told),
        "erasures": rows(Erasure.settled_at.is_not(None)),
    }


@pytest.mark.parametrize(
    "plan", [ONCE, pytest.param(GROWING, marks=pytest.mark.soak), pytest.param(EACH, marks=pytest.mark.soak)]
)
def test_a_worker_killed_at_its_commits_leaves_nothing_undone_and_does_nothing_twice(
    chat, clock, quota, database_url, second_url, tmp_path, valkey_url, plan
):
    bring_about(chat, clock)
    copy, second = tmp_path / "copy.zip", Database(second_url)
    write_backup(chat.database, chat.tools.files, copy, clock())
    read_backup(second, FileStore(tmp_path / "second" / "files"), copy)
    spared = worker_of(chat, second_url, tmp_path / "second", valkey_url)
    killed = worker_of(chat, database_url, tmp_path, valkey_url)
    done, kills = work(spared, killed, plan)
    assert {job for job, count in done.items() if not count} <= SAYS_NOTHING | OF_A_YEAR | OF_OTHERS, (
        "each job has something to do"
    )
    assert {job for job, count in kills.items() if not count} <= OF_A_YEAR | OF_OTHERS, "and is killed at it"
    counts, what = became_of(chat.database)
    spared_counts, spared_what = became_of(second)
    assert what == spared_what
    assert counts == spared_counts
    assert counts["job_failures"] == 0
    once, at_most = pushes(second), pushes(chat.database)
    assert once["sent"] + once["kept"] == at_most["sent"] + at_most["maybe_sent"] + at_most["kept"] == 8
    both = received(chat)
    assert once["sent"] + at_most["sent"] <= sum(both.values()) <= 2 * once["sent"]
    assert max(both.values()) <= 2
    assert drafts(second) == {"made": 2, "deleted": 4}
    made = drafts(chat.database)
    assert (made["made"] + made["doubtful"], made["deleted"]) == (2, 4)
    second.close()


def pushes(database):
    """States of those that the scenario has put there."""
    with database.read() as connection:
        found = connection.execute(select(Outbox.state).where(Outbox.dedupe_key.startswith("owed")))
        return Counter(found.scalars())


def drafts(database):
    with database.read() as connection:
        return Counter(connection.execute(select(Announcement.draft)).scalars())
