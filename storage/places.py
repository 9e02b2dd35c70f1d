"""Places by their QR code."""

from sqlalchemy import select

from storage.models import Place
from storage.unit_of_work import UnitOfWork


def place_by_scene(uow: UnitOfWork, scene: str) -> int | None:
    """The place whose QR code carries this scene."""
    return uow.execute(select(Place.id).where(Place.qr_scene == scene, Place.retired_at.is_(None))).scalar()
