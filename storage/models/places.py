"""Where things are: the place tree and the grids that cover it."""

from sqlalchemy import Float, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, Identity


class Place(Base):
    """A node of the tree: subdistrict, alliance, community, courtyard, building, unit, station."""

    __tablename__ = "places"
    __table_args__ = (UniqueConstraint("parent_id", "name"),)

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(80))
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    qr_scene: Mapped[str | None] = mapped_column(String(64), unique=True)


class Grid(Base):
    """A grid: comprehensive (covers buildings) or exclusive (one large unit)."""

    __tablename__ = "grids"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(16), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))
    community_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)


class GridPlace(Base):
    """A place that a grid covers."""

    __tablename__ = "grid_places"

    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    grid_id: Mapped[int] = mapped_column(ForeignKey("grids.id"), primary_key=True, index=True)
