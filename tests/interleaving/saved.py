"""A database as it stood, to go back to: each order of a case begins with the same rows and gives the same numbers."""

from typing import Any

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
            filled = [name for name in TABLES if _any_rows(connection, name)]
        self._statements = [
            *(f"DELETE FROM {name}" for name in TABLES),
            *(f"INSERT INTO {name} SELECT * FROM saved_{name}" for name in filled),
        ]

    def again(self) -> None:
        """Puts them back."""
        with self._database.migrate() as connection:
            cursor: Any = connection.connection.cursor()
            if self._database.is_sqlite:
                for statement in self._statements:
                    cursor.execute(statement)
            else:  # a hundred and fifty small statements are one message to the server
                cursor.execute("; ".join(["SET LOCAL session_replication_role = replica", *self._statements]))
            cursor.close()


def _any_rows(connection: Connection, name: str) -> bool:
    return connection.exec_driver_sql(f"SELECT 1 FROM {name} LIMIT 1").first() is not None
