"""Articles: written, locked, listed, on their way."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, or_, select, update

from governance.articles import PUBLIC, ArticleState
from governance.notices import NoticeKind
from storage.attachments import stored_values
from storage.lock_order import Lock
from storage.models import Article, Attachment, Outbox
from storage.pictures import Picture
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class ArticleRow:
    """An article as it stands. Instants are UTC."""

    id: int
    title: str
    digest: str
    body: str
    places: tuple[int, ...]
    picture_id: int | None
    consent: bool
    state: ArticleState
    version: int
    goes_at: datetime | None
    by_id: int
    edited_by_id: int
    approved_by_id: int | None
    created_at: datetime
    edited_at: datetime
    approved_at: datetime | None
    sent_at: datetime | None
    why: str | None
    cursor: int
    told: int
    copy: str
    copy_id: str | None
    copy_error: str | None


_COLUMNS = [Article.__table__.c[name] for name in ArticleRow.__annotations__]


def add_article(uow: UnitOfWork, **row: Any) -> int:
    """Writes a draft; answers its number."""
    values = {**row, "places": json.dumps(list(row["places"])), "state": ArticleState.DRAFT.value}
    return int(uow.execute(insert(Article).values(**values).returning(Article.id)).scalar_one())


def article(uow: UnitOfWork, number: int) -> ArticleRow | None:
    """One article."""
    return next(iter(_read(uow.execute(select(*_COLUMNS).where(Article.id == number), of=(Article,)))), None)


def lock_article(uow: UnitOfWork, number: int, *, wait: bool = True) -> ArticleRow | None:
    """The article, locked until the transaction ends; None where there is none, or (without waiting) another has it."""
    statement = select(*_COLUMNS).where(Article.id == number)
    found = uow.lock(statement, Lock.ARTICLE, [number]) if wait else uow.lock_free(statement)
    return next(iter(_read(found)), None)


def change_article(uow: UnitOfWork, number: int, **values: Any) -> None:
    """Writes columns of one article."""
    if "places" in values:
        values["places"] = json.dumps(list(values["places"]))
    uow.execute(update(Article).where(Article.id == number).values(**values))


def recent_articles(uow: UnitOfWork, most: int) -> list[ArticleRow]:
    """The newest articles, those that were dropped aside."""
    statement = select(*_COLUMNS).where(Article.state != ArticleState.DROPPED.value)
    return _read(uow.execute(statement.order_by(Article.id.desc()).limit(most), of=(Article,)))


def newest_article_of(uow: UnitOfWork, person_id: int) -> int | None:
    """The number of the article that somebody began last."""
    found: int | None = uow.execute(
        select(Article.id).where(Article.by_id == person_id).order_by(Article.id.desc()).limit(1)
    ).scalar()
    return found


def published_article(uow: UnitOfWork, number: int) -> ArticleRow | None:
    """An article that anybody may read; None where it is not one yet."""
    found = article(uow, number)
    return found if found is not None and found.state in PUBLIC else None


def articles_due(uow: UnitOfWork, now: datetime) -> list[int]:
    """Those whose time has come, and those that are on their way, the oldest first."""
    come = (Article.state == ArticleState.SCHEDULED.value) & or_(Article.goes_at.is_(None), Article.goes_at <= now)
    due = or_(come, Article.state == ArticleState.SENDING.value)
    return list(uow.execute(select(Article.id).where(due).order_by(Article.id)).scalars())


def keep_article_picture(uow: UnitOfWork, sha256: str, picture: Picture, now: datetime) -> int:
    """Notes a picture that was sent for an article; answers its id."""
    row = {"kind": "image", "purpose": "article", "attempts": 0, "not_before": now, "received_at": now}
    made = insert(Attachment).values(**row, **stored_values(sha256, picture)).returning(Attachment.id)
    return int(uow.execute(made).scalar_one())


def _read(rows: Any) -> list[ArticleRow]:
    return [
        ArticleRow(**{**row._mapping, "places": tuple(json.loads(row.places)), "state": ArticleState(row.state)})
        for row in rows
    ]


def article_progress(uow: UnitOfWork, number: int) -> dict[str, int]:
    """How many of its pushes stand in each state of the outbox."""
    count = func.count().label("pushes")
    own = (Outbox.kind == NoticeKind.ARTICLE.value, Outbox.dedupe_key.startswith(f"article:{number}:", autoescape=True))
    rows = uow.execute(select(Outbox.state, count).where(*own).group_by(Outbox.state))
    return {row.state: int(row.pushes) for row in rows}


def article_file(uow: UnitOfWork, picture_id: int) -> tuple[str, int] | None:
    """The file of an article's picture and how large it is; None once it is forgotten."""
    wanted = (Attachment.id == picture_id, Attachment.purpose == "article", Attachment.sha256.is_not(None))
    row = uow.execute(select(Attachment.sha256, Attachment.size).where(*wanted)).first()
    return None if row is None else (str(row.sha256), int(row.size or 0))
