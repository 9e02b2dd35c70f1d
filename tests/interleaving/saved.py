"""A database as it stood, to go back to: each order of a case begins with the same rows and gives the same numbers."""

from sqlalchemy import Connection

from storage.database import Database
from storage.models import Base

KEPT = {"roster_state"}
"""What processes have read of the roster is kept under its version: that only goes on."""
TABLES = [table.name for table in Base.metadata.sorted_tables if table.name not in KEPT]


class Saved:
    """All rows as they are now."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.write() as connection:
            for name in TABLES:
                connection.exec_driver_sql(f"CREATE TABLE saved_{name} AS SELECT * FROM {name}")

    def again(self) -> None:
        """Puts them back."""
        with self._database.migrate() as connection:
            if not self._database.is_sqlite:
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for name in TABLES:
                self._put_back(connection, name)

    def _put_back(self, connection: Connection, name: str) -> None:
        connection.exec_driver_sql(f"DELETE FROM {name}")
        connection.exec_driver_sql(f"INSERT INTO {name} SELECT * FROM saved_{name}")
