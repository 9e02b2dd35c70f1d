import subprocess
import sys

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from storage.database import Database
from storage.errors import DatabaseBehind
from storage.schema import MIGRATIONS, current_version, differences, newest_version, require_current, upgrade


def test_models_and_migrations_agree(database):
    assert differences(database) == []


def test_a_second_upgrade_changes_nothing(database):
    before = inspect(database.engine).get_table_names()
    upgrade(database)
    assert inspect(database.engine).get_table_names() == before


def test_the_version_needed_is_where_the_migrations_end(database):
    assert newest_version() == ScriptDirectory(MIGRATIONS).get_current_head()
    with database.read() as connection:
        assert current_version(connection) == newest_version()
    require_current(database)


def test_a_database_of_another_version_or_of_none_is_found_behind(database, tmp_path):
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0022'"))
    with pytest.raises(DatabaseBehind):
        require_current(database)
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(DatabaseBehind):
        require_current(empty)
    empty.close()


def test_a_process_that_changes_no_schema_reads_no_migration():
    """What each process of a start would pay for."""
    said = (
        "import sys, linli.background, linli.web_app; print(sorted(n for n in sys.modules if n.startswith('alembic')))"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_table_is_told(database):
    with database.write() as connection:
        connection.execute(text("DROP TABLE nonces"))
    assert any("nonces" in difference for difference in differences(database))


def test_sqlite_is_durable_strict_and_patient(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    with database.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 4000}
    database.close()
