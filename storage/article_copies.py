"""Articles as drafts in the account: claimed by one worker, made once, or given up with a reason."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update

from governance.articles import PUBLIC
from storage.articles import ArticleRow, article
from storage.database import Database
from storage.job_failures import not_held_back
from storage.models import Article
from storage.unit_of_work import UnitOfWork

CLAIM_FOR = timedelta(minutes=2)
"""One claimed this long ago and not settled: its worker died, nobody knows whether the platform has it."""


def copies_due(uow: UnitOfWork, now: datetime, job: str) -> list[int]:
    """The articles on their way whose draft is wanted, and those whose worker died on the way."""
    died = (Article.copy == "sending") & (Article.copy_at < now - CLAIM_FOR)
    on_its_way = Article.state.in_([state.value for state in PUBLIC])
    due = (on_its_way, or_(Article.copy == "wanted", died), not_held_back(job, Article.id, now))
    return list(uow.execute(select(Article.id).where(*due).order_by(Article.id)).scalars())


def claim_copy(database: Database, number: int, now: datetime) -> ArticleRow | None:
    """Takes an article whose draft is wanted; None when it is not, or another has it. What a dead worker had in hand is noted as
    doubtful, and not made again.
    """
    with database.write() as connection:
        uow = UnitOfWork(connection)
        this = select(Article.copy, Article.copy_at).where(Article.id == number).with_for_update(skip_locked=True)
        found = uow.execute(this).first()
        if found is not None and found.copy == "sending" and found.copy_at < now - CLAIM_FOR:
            _set(uow, number, copy="doubtful")
        if found is None or found.copy != "wanted":
            return None
        _set(uow, number, copy="sending", copy_at=now)
        return article(uow, number)


def renew_copy(database: Database, number: int, now: datetime) -> None:
    """Keeps one that is still being made."""
    with database.write() as connection:
        ours = (Article.id == number, Article.copy == "sending")
        connection.execute(update(Article).where(*ours).values(copy_at=now))


def set_copy(database: Database, number: int, copy: str, **values: Any) -> None:
    """Writes what became of it."""
    with database.write() as connection:
        _set(UnitOfWork(connection), number, copy=copy, **values)


def _set(uow: UnitOfWork, number: int, **values: Any) -> None:
    uow.execute(update(Article).where(Article.id == number).values(**values))
