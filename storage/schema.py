"""The schema's version: brought up to date, compared with the models, or found behind.

Alembic is read only where something is to be changed or compared: it and the migrations are a tenth of what a process reads.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from storage.database import Database
from storage.errors import DatabaseBehind
from storage.models import Base
from storage.owed_steps import OWED, owed, owed_fills

if TYPE_CHECKING:
    from alembic.config import Config

    from storage.upgrading import Tell

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database, tell: "Tell" = lambda _: None) -> None:
    """Applies all migrations that the database does not have yet, each in a transaction, one process at a time; takes up what was
    cut off. `tell` hears what is done. Old rows may be left to be filled in (storage.filling).
    """
    with database.read() as connection:
        if current_version(connection) == newest_version() and owed_fills(connection) == owed(connection):
            return
    from storage.upgrading import run

    run(database, tell)


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
    return max(known_versions())


def known_versions() -> frozenset[str]:
    """Every version that this code can bring up to date: the numbers in the names of the migrations."""
    return frozenset(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def differences(database: Database) -> list[str]:
    """What the models say and the database does not, or the other way round; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": _is_ours})
        return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def current_version(connection: Connection) -> str | None:
    """The version that the database has."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()


def _is_ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
    return kind != "table" or name != OWED.name


def config() -> "Config":
    """Where Alembic finds the migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
