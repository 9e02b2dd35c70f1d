"""Databases of tests, which compile each statement once a worker and not once a test, as a process that runs for weeks does."""

from typing import Any

from sqlalchemy import Dialect

from storage.database import Database

_DIALECTS: dict[str, Dialect] = {}
_COMPILED: dict[Any, Any] = {}


def opened(url: str) -> Database:
    """A database as the product opens it. What SQLAlchemy compiles is kept by dialect, so all databases of a kind share theirs."""
    database = Database(url)
    engine = database.engine
    if engine.dialect.name not in _DIALECTS:
        with database.read():  # the dialect asks the first server that it meets what it can do
            _DIALECTS[engine.dialect.name] = engine.dialect
    engine.dialect = _DIALECTS[engine.dialect.name]
    engine.update_execution_options(compiled_cache=_COMPILED)
    return database
