"""The schema's version: brought up to date, compared with the models, or found behind.

Alembic is read only where something is to be changed or compared: it and the migrations are a tenth of what a process reads.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from storage.database import Database
from storage.errors import DatabaseBehind
from storage.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Applies all migrations that the database does not have yet, in one transaction, one process at a time."""
    if is_current(database):
        return
    from alembic import command

    with database.migrate() as connection:
        if not database.is_sqlite:
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20261124)")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def require_current(database: Database) -> None:
    """Raises DatabaseBehind when migrations are missing."""
    if not is_current(database):
        raise DatabaseBehind


def is_current(database: Database) -> bool:
    """Whether the database has the schema of this version of the code."""
    with database.read() as connection:
        return current_version(connection) == newest_version()


def newest_version() -> str:
    """The version that this code needs: the number in the name of the last migration."""
    return max(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def differences(database: Database) -> list[str]:
    """What the models say and the database does not, or the other way round; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def current_version(connection: Connection) -> str | None:
    """The version that the database has."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
