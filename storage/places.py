"""Places by their QR code and by their key."""

from typing import Any

from sqlalchemy import Select, select

from storage.models import Place
from storage.unit_of_work import UnitOfWork

_PARENT = Place.__table__.alias("parent")
_NAMED: Select[Any] = select(Place.id, Place.name, _PARENT.c.name.label("parent_name")).join(
    _PARENT, _PARENT.c.id == Place.parent_id, isouter=True
)


def place_by_scene(uow: UnitOfWork, scene: str) -> tuple[int, str] | None:
    """The place whose QR code carries this scene: its id and its name as people say it, courtyard first."""
    row = uow.execute(_NAMED.where(Place.qr_scene == scene)).first()
    return None if row is None else (row.id, f"{row.parent_name or ''}{row.name}")


def place_name(uow: UnitOfWork, place_id: int) -> str | None:
    """A place's name as people say it."""
    row = uow.execute(_NAMED.where(Place.id == place_id)).first()
    return None if row is None else f"{row.parent_name or ''}{row.name}"
