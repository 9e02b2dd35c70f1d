"""`linli import alliance` as an administrator meets it: all problems at once, all or nothing, twice is once, and quick."""

import time

import pytest
from sqlalchemy import func, select

from governance.alliance.sheets import SHEETS
from storage.models import Agreement, Audit, Branch, Milestone, Organisation, OrganisationContact, Pairing
from storage.workbook.writer import write_workbook
from tests.alliance import book_lines, roster_lines
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.linli.roster_import import imported
from tests.roster import written


@pytest.fixture
def env(database_url, tmp_path):
    found = {
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }
    assert imported(found, written(tmp_path / "roster.xlsx", roster_lines())).returncode == 0
    return found


def run(env, tmp_path, lines, *options):
    write_workbook(tmp_path / "book.xlsx", lines, sheets=SHEETS)
    done = linli("import", "alliance", str(tmp_path / "book.xlsx"), *options, env=env)
    assert "Traceback" not in done.stderr
    return done


def content(database):
    with database.read() as connection:
        return [
            list(connection.execute(select(model.__table__)).all())
            for model in (Organisation, Branch, OrganisationContact, Pairing, Agreement, Milestone, Audit)
        ]


def test_nothing_is_written_before_it_is_right_and_nothing_twice(env, database, tmp_path):
    empty = content(database)
    dry = run(env, tmp_path, book_lines(), "--dry-run")
    assert "单位：增加 2" in dry.stdout
    assert content(database) == empty
    wrong = book_lines()
    wrong["branches"].append(wrong["branches"][0])
    wrong["pairings"][0]["partner"] = "P9"
    refused = run(env, tmp_path, wrong)
    assert refused.returncode != 0
    assert "共建台账里有 2 个问题，什么都没有改" in refused.stderr
    assert "支部表 第 6 行 编号：编号“B1”与第 2 行重复" in refused.stderr
    assert "结对表 第 2 行 结对支部：找不到“P9”" in refused.stderr
    assert content(database) == empty
    assert "共建台账已导入" in run(env, tmp_path, book_lines()).stdout
    before = content(database)
    assert "没有要改的" in run(env, tmp_path, book_lines()).stdout
    assert content(database) == before


def test_a_moved_milestone_is_spoken_of_anew(env, database, tmp_path):
    run(env, tmp_path, book_lines())
    with database.write() as connection:
        connection.execute(Milestone.__table__.update().values(told=-1))
    lines = book_lines()
    lines["milestones"][0]["due"] = "2026-12-24"
    run(env, tmp_path, lines)
    with database.read() as connection:
        told = dict(connection.execute(select(Milestone.code, Milestone.told)).all())
    assert told == {"M1": None, "M2": -1}


def many():
    """247 branches of the neighbourhood and 124 of units."""
    lines = book_lines()
    lines["units"] = [{"code": f"U{n}", "name": f"单位{n}", "kind": "企业", "place": "C1"} for n in range(124)]
    lines["branches"] = [{"code": f"B{n}", "name": f"支部{n}", "community": "C1"} for n in range(247)]
    lines["branches"] += [{"code": f"P{n}", "name": f"单位支部{n}", "unit": f"U{n}"} for n in range(124)]
    lines["contacts"] = [{"person": "H2", "unit": f"U{n}"} for n in range(124)]
    lines["pairings"] = [{"code": f"J{n}", "branch": f"B{n}", "partner": f"P{n % 124}"} for n in range(247)]
    agreement = lines["agreements"][0]
    lines["agreements"] = [{**agreement, "code": f"A{n}", "pairing": f"J{n}"} for n in range(247)]
    milestone = lines["milestones"][0]
    lines["milestones"] = [{**milestone, "code": f"M{n}", "agreement": f"A{n // 3}"} for n in range(741)]
    return lines


def test_a_whole_subdistrict_is_in_within_ten_seconds(env, database, tmp_path):
    write_workbook(tmp_path / "book.xlsx", many(), sheets=SHEETS)
    begun = time.monotonic()
    done = linli("import", "alliance", str(tmp_path / "book.xlsx"), env=env)
    assert done.returncode == 0, done.stderr
    assert time.monotonic() - begun < 10
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Branch)).scalar() == 371
        assert connection.execute(select(func.count()).select_from(Milestone)).scalar() == 741


def test_a_piece_of_the_book_changes_nothing_unless_that_is_meant(env, database, tmp_path):
    run(env, tmp_path, many())
    before = content(database)
    lines = {**many(), "contacts": [], "agreements": [], "milestones": []}
    lines["units"] = lines["units"][:40]
    lines["branches"] = [
        each for each in lines["branches"] if each.get("unit") in {None, *(f"U{n}" for n in range(40))}
    ]
    lines["pairings"] = [each for each in lines["pairings"] if each["partner"] in {f"P{n}" for n in range(40)}]
    refused = run(env, tmp_path, lines)
    assert refused.returncode != 0
    assert "单位" in refused.stderr
    assert "--allow-removals" in refused.stderr
    assert content(database) == before
    assert run(env, tmp_path, lines, "--allow-removals").returncode == 0
    with database.read() as connection:
        ended = connection.execute(select(func.count()).where(Pairing.ended_at.is_not(None))).scalar()
        waiting = select(func.count()).select_from(Milestone).where(Milestone.dropped_at.is_(None))
        open_agreements = select(func.count()).select_from(Agreement).where(Agreement.ended_at.is_(None))
        assert ended == 247 - len(lines["pairings"])
        assert connection.execute(open_agreements).scalar() == len(lines["pairings"])
        assert 0 < connection.execute(waiting).scalar() < 741
