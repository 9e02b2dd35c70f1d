"""One reading transaction for all jobs of a pass that find nothing to do, as most do most of the time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from storage.database import Database
from storage.unit_of_work import UnitOfWork


class Glance:
    """What a pass looks through. Its transaction begins when somebody looks, and is to end before anything is done."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open = ExitStack()
        self._uow: UnitOfWork | None = None

    @contextmanager
    def looking(self) -> Iterator[UnitOfWork]:
        """For one look. One that fails ends the transaction: the next look begins another."""
        if self._uow is None:
            self._uow = UnitOfWork(self._open.enter_context(self._database.read()))
        try:
            yield self._uow
        except BaseException as error:
            self._uow = None
            self._open.__exit__(type(error), error, error.__traceback__)
            raise

    def end(self) -> None:
        """The next look sees what was done meanwhile."""
        self._uow = None
        self._open.close()
