"""Who serves and how much: enrolments, qualifications, check-ins, the ledger of hours, certificates, calendar addresses."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

_RUNNING = "until IS NULL"


class Enrolment(Base):
    """报到: a member serves in a community. `skills`: joined by 、. `wishes`: governance.duty.wishes, joined by commas."""

    __tablename__ = "enrolments"
    __table_args__ = (
        Index(
            "uq_enrolments_running", "person_id", "place_id", unique=True,
            sqlite_where=sql(_RUNNING), postgresql_where=sql(_RUNNING),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    unit: Mapped[str | None] = mapped_column(String(80))
    skills: Mapped[str] = mapped_column(String(200))
    wishes: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Qualification(Base):
    """What somebody is trained for; given by a lead or the duty workbook, never by oneself."""

    __tablename__ = "qualifications"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str] = mapped_column(String(40))
    given_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class CheckIn(Base):
    """打卡 or 巡楼: one a person, place, day and kind. `day`: local. `by_id`: who did it for somebody beside them.

    `number`: the ticket that a finding became.
    """

    __tablename__ = "check_ins"
    __table_args__ = (
        UniqueConstraint("person_id", "place_id", "day", "kind"),
        Index("ix_check_ins_place_id_day", "place_id", "day"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    day: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(12))
    method: Mapped[str] = mapped_column(String(12))
    distance_m: Mapped[int | None] = mapped_column(Integer)
    note: Mapped[str | None] = mapped_column(Sealed)
    number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ServiceHours(Base):
    """The ledger, in minutes: never changed, only countered (`counters_id`). `day`: local, the month it counts in.

    `source`: shift, campaign, patrol, correction; `source_key`: what it is for, once.
    """

    __tablename__ = "service_hours"
    __table_args__ = (Index("ix_service_hours_person_id_day", "person_id", "day"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date] = mapped_column(Date, index=True)
    minutes: Mapped[int] = mapped_column(Integer)
    source: Mapped[str] = mapped_column(String(12))
    source_key: Mapped[str] = mapped_column(String(80), unique=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    counters_id: Mapped[int | None] = mapped_column(ForeignKey("service_hours.id"))
    reason: Mapped[str | None] = mapped_column(Sealed)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Certificate(Base):
    """A certificate of hours; only the digest of its code is kept. `minutes`: what it said."""

    __tablename__ = "certificates"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Feed(Base):
    """The address of a person's own calendar; only its digest is kept, and a new one ends the old."""

    __tablename__ = "feeds"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32), unique=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
