"""Whether every row of a SQLite file points to rows that are there, after tables of it were made anew with foreign keys off."""

from sqlalchemy import Connection, text

from storage.errors import ForeignKeysBroken

_TABLES = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
_POINTING = text(
    "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k"
    " WHERE m.type = 'table' AND (m.name = :name OR k.\"table\" = :name)"
)
_BROKEN = text("SELECT 1 FROM pragma_foreign_key_check(:name) LIMIT 1")


def lying(connection: Connection) -> dict[str, int]:
    """Where each table lies in the file: one that is made anew lies elsewhere afterwards."""
    return {row.name: row.rootpage for row in connection.exec_driver_sql(_TABLES)}


def require_references(connection: Connection, before: dict[str, int] | None) -> None:
    """Raises ForeignKeysBroken when a row points to nothing. `before`: of tables that lay there so, only those that were made anew
    are looked at, and those that point to them; None: all are.
    """
    if before is None:
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise ForeignKeysBroken
        return
    now = lying(connection)
    anew = [name for name, page in before.items() if name in now and now[name] != page]
    looked_at = {row.name for name in anew for row in connection.execute(_POINTING, {"name": name})}
    if any(connection.execute(_BROKEN, {"name": name}).first() is not None for name in sorted(looked_at)):
        raise ForeignKeysBroken
