"""Units that build the neighbourhood with the subdistrict, their party branches, and who speaks for them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import UtcDateTime
from storage.models.base import Base, Identity


class Organisation(Base):
    """A unit (governance.alliance.kinds). `code`: the workbook's key; `place_id`: the alliance or community that it belongs to.

    A unit that leaves keeps its row (`left_at`): what it did stays told.
    """

    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(16))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Branch(Base):
    """A party branch: of a unit, of a community (`place_id`), or on a grid (支部建在网格上)."""

    __tablename__ = "branches"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    grid_id: Mapped[int | None] = mapped_column(ForeignKey("grids.id"), index=True)
    secretary_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OrganisationContact(Base):
    """Who speaks for a unit, from `since` until before `until`."""

    __tablename__ = "organisation_contacts"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    until: Mapped[datetime | None] = mapped_column(UtcDateTime)


class BranchMember(Base):
    """Who belongs to a branch; kept for those on grids above all."""

    __tablename__ = "branch_members"

    branch_id: Mapped[int] = mapped_column(ForeignKey("branches.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
