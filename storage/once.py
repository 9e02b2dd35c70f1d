"""A row that may be there already: written once, whoever comes first."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import Base
from storage.unit_of_work import UnitOfWork

_INSERT: dict[str, Any] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def insert_once(uow: UnitOfWork, model: type[Base], **row: Any) -> bool:
    """Writes the row; False when one with its key is there. Of two transactions one waits for the other and then sees its row."""
    key = next(iter(model.__table__.primary_key))
    statement = _INSERT[uow.dialect_name](model).values(**row).on_conflict_do_nothing().returning(key)
    return uow.execute(statement).first() is not None


def upsert(connection: Connection, model: type[Base], row: dict[str, Any]) -> Any:
    """The statement that writes a row, or all of it anew where one with its key is there."""
    keys = [column.name for column in model.__table__.primary_key]
    statement = _INSERT[connection.dialect.name](model).values(**row)
    changed = {name: value for name, value in row.items() if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)
