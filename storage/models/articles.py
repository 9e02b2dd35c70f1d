"""Articles to all who live somewhere, from the first draft to the last reader."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, Text, false
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity

_ON_ITS_WAY = "state IN ('scheduled', 'sending')"


class Article(Base):
    """An article. State: draft, asked, scheduled, sending, sent, dropped. `places`: JSON list of the places it is for.

    `version`: how often it was saved, so that of two who have it in hand the second is told. `goes_at`: when it is to go, None: as
    soon as it is agreed to. `consent`: nobody's face or home is in its picture without their word. `cursor`: the account that was
    told last, in the order of their ids. `copy`: of it in the account's drafts: no, wanted, sending, made, refused, doubtful.
    """

    __tablename__ = "articles"
    __table_args__ = (
        Index("ix_articles_due", "goes_at", sqlite_where=sql(_ON_ITS_WAY), postgresql_where=sql(_ON_ITS_WAY)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    title: Mapped[str] = mapped_column(Sealed)
    digest: Mapped[str] = mapped_column(Sealed)
    body: Mapped[str] = mapped_column(Sealed)
    places: Mapped[str] = mapped_column(Text)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    consent: Mapped[bool] = mapped_column(Boolean, server_default=false())
    state: Mapped[str] = mapped_column(String(12))
    version: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    goes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    edited_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    why: Mapped[str | None] = mapped_column(Sealed)
    cursor: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    told: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    copy: Mapped[str] = mapped_column(String(12), server_default="no")
    copy_id: Mapped[str | None] = mapped_column(String(128))
    copy_error: Mapped[str | None] = mapped_column(String(200))
    copy_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ShownPhotos(Base):
    """The two pictures of a closed matter that somebody has looked at for the photo wall: before and after."""

    __tablename__ = "shown_photos"

    number: Mapped[str] = mapped_column(String(24), ForeignKey("tickets.number"), primary_key=True)
    before_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"))
    after_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
