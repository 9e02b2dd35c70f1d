"""Things that somebody keeps, and each time at which one was looked at or is to be."""

from datetime import date, datetime

from sqlalchemy import Date, Float, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

_OPEN = "done_at IS NULL"


class Thing(Base):
    """A pipe, a tree, a lamp. `code`: what is written on it; degrees in WGS-84; `line`: points of what is long; `fields`: those of
    its kind, as JSON. `keeper`: who keeps it, where they are not of the roster.

    `source`, `updated_at`: of all that `origins` (JSON: a field's source and time) does not say otherwise. One that is gone
    keeps its row (`ended_at`); `joined_to`: it was another's double.
    """

    __tablename__ = "things"
    __table_args__ = (
        Index("ix_things_place_id_kind", "place_id", "kind"),
        Index("ix_things_grid_id_kind", "grid_id", "kind"),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(80))
    spot: Mapped[str] = mapped_column(String(80), server_default="")
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    line: Mapped[str | None] = mapped_column(Text)
    keeper_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    keeper_unit_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    keeper: Mapped[str | None] = mapped_column(Sealed)
    contract: Mapped[str | None] = mapped_column(String(80))
    contract_until: Mapped[date | None] = mapped_column(Date)
    warranty_until: Mapped[date | None] = mapped_column(Date)
    fields: Mapped[str] = mapped_column(Text, server_default="{}")
    source: Mapped[str] = mapped_column(String(24))
    origins: Mapped[str] = mapped_column(Text, server_default="{}")
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    joined_to: Mapped[int | None] = mapped_column(ForeignKey("things.id"))
    qr_url: Mapped[str | None] = mapped_column(String(256))


class ThingInspection(Base):
    """A thing is to be looked at in a period (governance.things.inspections), once. `result`: of the last look in it; `number`: the
    ticket of what was found; `told_at`: when the grid head was told that it is late.
    """

    __tablename__ = "thing_inspections"
    __table_args__ = (
        UniqueConstraint("thing_id", "period"),
        Index("ix_thing_inspections_open", "due_on", sqlite_where=sql(_OPEN), postgresql_where=sql(_OPEN)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    thing_id: Mapped[int] = mapped_column(ForeignKey("things.id"))
    period: Mapped[str] = mapped_column(String(16))
    due_on: Mapped[date] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    result: Mapped[str | None] = mapped_column(String(8))
    note: Mapped[str | None] = mapped_column(Sealed)
    number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("attachments.id"))
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ThingPair(Base):
    """Two things of which somebody said that they are not the same; the smaller id first."""

    __tablename__ = "thing_pairs"

    one_id: Mapped[int] = mapped_column(ForeignKey("things.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("things.id"), primary_key=True, index=True)
    said_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OrganisationRisk(Base):
    """A danger that a unit or shop of a grid brings (gas, a kitchen, chemicals), and when it is looked at next."""

    __tablename__ = "organisation_risks"
    __table_args__ = (UniqueConstraint("organisation_id", "kind"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    months: Mapped[int] = mapped_column(Integer)
    looked_on: Mapped[date | None] = mapped_column(Date)
    looked_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
