from sqlalchemy import inspect, text

from storage.database import Database
from storage.schema import differences, upgrade


def test_models_and_migrations_agree(database):
    assert differences(database) == []


def test_a_second_upgrade_changes_nothing(database):
    before = inspect(database.engine).get_table_names()
    upgrade(database)
    assert inspect(database.engine).get_table_names() == before


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
