"""Which unit a ticket is for."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base
from storage.models.tickets import Number


class UnitTicket(Base):
    """A ticket that the contact of a unit opened for it: a request of the enterprise, or a danger that it told of."""

    __tablename__ = "unit_tickets"

    number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
