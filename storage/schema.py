"""The schema's version: brought up to date, compared with the models, or found behind."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.database import Database
from storage.errors import DatabaseBehind
from storage.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Applies all migrations that the database does not have yet, in one transaction, one process at a time."""
    with database.migrate() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261124)")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def require_current(database: Database) -> None:
    """Raises DatabaseBehind when migrations are missing."""
    with database.read() as connection:
        if current_version(connection) != ScriptDirectory.from_config(_config()).get_current_head():
            raise DatabaseBehind


def differences(database: Database) -> list[str]:
    """What the models say and the database does not, or the other way round; empty when they agree."""
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def current_version(connection: Connection) -> str | None:
    """The version that the database has."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
