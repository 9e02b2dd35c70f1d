"""The storm drill: in a small form it is passed, it counts what goes wrong, and an operator reads it in Chinese."""

import tempfile
import uuid
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from linli.drill.figures import figures
from linli.drill.grouping import grouping
from linli.drill.plan import Message, Size, buildings_of, planned
from linli.drill.printing import lines
from linli.drill.storm import drill
from linli.drill.town import town
from linli.drill.wordings import UPDATE
from linli.sample_roster import sample_roster
from linli.settings import Settings
from storage import keyring
from storage.models import Account, Ticket
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.postgres import run_sql

SMALL = Size(60, 10, 10, 15, "停水")


@contextmanager
def storm(size):
    """A town after its storm, and what was written in it."""
    names = buildings_of(sample_roster())
    messages = planned(size, names[: size.buildings], names, 20)
    try:
        with tempfile.TemporaryDirectory() as folder, town(Settings(_env_file=None), Path(folder)) as found:
            drill(found, size, messages)
            yield found, messages
    finally:
        keyring.unlock([SECRET_KEY])


def test_a_small_storm_is_passed_and_whatever_goes_wrong_is_counted():
    with storm(SMALL) as (found, messages):
        counted = figures(found, messages, "停水")
        printed = "\n".join(lines(counted, 0.1))
        assert counted.clean, printed
        assert counted.grouping.b_cubed >= 0.95, printed
        assert (counted.grouping.precision, counted.events, counted.strangers) == (1.0, 1, 0), printed
        assert counted.proposed <= 30, printed
        assert counted.told.words == 3
        assert counted.told.due >= 2 * 60, printed
        assert (counted.filed.reports, counted.dangers.count) == (75, 1)
        assert max(counted.workers) > 0
        assert "丢失 0，一件记成两件 0" in printed
        assert printed.endswith("没有丢失、重复和被掩盖的。")

        of_storm = [each.openid for each in messages if each.of_storm]
        others = [each.openid for each in messages if not each.of_storm]
        hear_twice(found, of_storm[0])
        found.journal.seen[of_storm[1]].clear()
        give(found, others[0], others[1])
        write(found, update(Ticket).where(Ticket.urgency == "hazard").values(urgency="normal"))
        nobody = Message("o-nobody", timedelta(), "停水了", of_storm=True)
        asked = Message("o-asked", timedelta(), "水", of_storm=True)
        found.journal.add(asked.openid, "account", "text", "您是想上报吗？回复“是”")
        wrong = figures(found, [*messages, nobody, asked], "停水")
        assert (wrong.told.twice, wrong.told.untold) == (1, 3)
        assert (wrong.filed.lost, wrong.filed.doubled, wrong.filed.asked) == (2, 1, 1)
        assert (wrong.dangers.count, wrong.dangers.hidden, wrong.dangers.alarms) == (1, 1, 0)
        assert not wrong.clean
        assert "\n".join(lines(wrong, 0.1)).endswith("见上。")


def hear_twice(found, openid):
    bubble = next(bubble for _, bubble in found.journal.seen[openid] if UPDATE in bubble.text)
    found.journal.add(openid, "account", "text", bubble.text)


def give(found, one, other):
    """One's report is kept as the other's."""

    def account(openid):
        return select(Account.id).where(Account.openid == openid).scalar_subquery()

    write(found, update(Ticket).where(Ticket.account_id == account(one)).values(account_id=account(other)))


def write(found, statement):
    with found.database.write() as connection:
        connection.execute(statement)


@pytest.fixture
def empty(postgres):
    """A PostgreSQL database with nothing in it."""
    name = f"drill{uuid.uuid4().hex}"
    run_sql(postgres, f"CREATE DATABASE {name}")
    yield postgres.get_uri(name)
    run_sql(postgres, f"DROP DATABASE {name} WITH (FORCE)")


def test_reports_from_all_over_are_no_matter_and_the_drill_is_not_passed(empty, tmp_path):
    wide = ("--reports", "3", "--minutes", "5", "--buildings", "380", "--unrelated", "0", "--kind", "停电")
    done = linli("drill", "storm", *wide, "--database", empty, env={"LINLI_DATA_DIR": str(tmp_path)})
    assert done.returncode == 1, done.stderr
    assert "停电，5分钟内3件上报，来自380栋楼" in done.stdout
    assert "数据库：PostgreSQL" in done.stdout
    assert "提出事件：没有提出" in done.stdout
    assert "上报：3件，丢失 0" in done.stdout
    assert not (tmp_path / "linli.db").exists(), "it leaves the real data alone"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_a_drill_does_not_begin(database_url, tmp_path):
    env = {"LINLI_DATA_DIR": str(tmp_path)}
    filled = linli("drill", "storm", "--database", database_url, env=env)
    assert (filled.returncode, filled.stdout) == (1, "")
    assert "空的数据库" in filled.stderr
    many = linli("drill", "storm", "--buildings", "1000", env=env)
    assert (many.returncode, many.stdout) == (1, "")
    assert "只有380栋楼" in many.stderr


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["停水", "停电", "停气", "断网"])
def test_a_thousand_reports_within_the_hour(kind, tmp_path):
    done = linli("drill", "storm", "--kind", kind, env={"LINLI_DATA_DIR": str(tmp_path)}, timeout=3600)
    _passed(done)


@pytest.mark.soak
def test_a_thousand_reports_on_postgresql(empty, tmp_path):
    _passed(linli("drill", "storm", "--database", empty, env={"LINLI_DATA_DIR": str(tmp_path)}, timeout=3600))


def _passed(done):
    assert done.returncode == 0, done.stdout + done.stderr
    assert "上报：1300件，丢失 0，一件记成两件 0" in done.stdout


@pytest.mark.parametrize(
    ("meant", "found", "measures"),
    [
        ("aaabc", "xxxyz", (1.0, 1.0, 1.0)),
        ("aaabc", "xxxxz", (3 / 6, 1.0, 2 * 0.7 / 1.7)),
        ("aaaa", "wxyz", (1.0, 0.0, 2 * 0.25 / 1.25)),
        ("", "", (1.0, 1.0, 1.0)),
    ],
)
def test_how_well_reports_were_put_together(meant, found, measures):
    counted = grouping(meant, found)
    assert (counted.precision, counted.recall, counted.b_cubed) == pytest.approx(measures)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=40))
def test_the_measures_are_what_counting_each_pair_gives(rows):
    meant, found = [each for each, _ in rows], [each for _, each in rows]
    pairs = [(meant[i] == meant[j], found[i] == found[j]) for i in range(len(rows)) for j in range(i)]
    right, put, due = (sum(map(test, pairs)) for test in (all, lambda pair: pair[1], lambda pair: pair[0]))
    counted = grouping(meant, found)
    assert counted.precision == pytest.approx(right / put if put else 1.0)
    assert counted.recall == pytest.approx(right / due if due else 1.0)
    assert 0 <= counted.b_cubed <= 1
