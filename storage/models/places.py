"""Where things are: the place tree and the grids that cover it."""

from datetime import datetime

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, Identity


class Place(Base):
    """A node of the tree (governance.places lists the kinds). `code`: the roster's key; `aliases`: joined by 、.

    A place that the roster no longer has is retired, not deleted: old tickets lie there.
    """

    __tablename__ = "places"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(80))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    aliases: Mapped[str] = mapped_column(Text, default="")
    qr_scene: Mapped[str | None] = mapped_column(String(64), unique=True)
    qr_url: Mapped[str | None] = mapped_column(String(256))
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Grid(Base):
    """A grid: comprehensive (covers buildings) or exclusive (one large unit). `branch`: its party branch."""

    __tablename__ = "grids"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))
    community_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    branch: Mapped[str | None] = mapped_column(String(80))
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class GridPlace(Base):
    """A place that a grid covers: one that it names (`named`), or one that lies in such a place."""

    __tablename__ = "grid_places"

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"), primary_key=True, index=True)
    named: Mapped[bool] = mapped_column(Boolean, default=True)


class PlaceOutline(Base):
    """The outline of a place as a file gave it. `rings`: corners in WGS-84 as `lat,lon`, blanks between them, a line a part."""

    __tablename__ = "place_outlines"

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    rings: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class RosterState(Base):
    """One row: how often places, grids, people or posts were changed; who keeps a copy sees that it is old."""

    __tablename__ = "roster_state"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
