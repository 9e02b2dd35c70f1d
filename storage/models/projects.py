"""Projects that units claim, the lists of what is offered and needed, and calls for help at once."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, Integer, String
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Sealed, UtcDateTime
from storage.models.base import Base, Identity
from storage.models.tickets import Number

HELD = "left_at IS NULL"
"""A claim that runs, in the words of its indexes."""
CALLING = "state = 'calling'"
_LISTED = "ended_at IS NULL"
_STEPS_TO_COME = "next_at IS NOT NULL"
MILESTONE_OPEN = "step_id IS NULL AND dropped_at IS NULL"
"""A step that somebody still waits for."""
_STANDS = "dropped_at IS NULL"
_OF_RESOLUTION = "state <> 'withdrawn'"
_Kinds = String(120)


class Project(Base):
    """A project (governance.projects.states). Its id is its number: 项目3. `kinds`: what it is about, joined by blanks;
    `shares`: so many units may have it at once; `until`: the day until which it is to be done; `ticket_number`, `need_id`,
    `resolution_id`: what it came from; `reminded`: the last reminder that its holders got (governance.projects.due).
    """

    __tablename__ = "projects"
    __table_args__ = (
        Index("ix_projects_running", "state", sqlite_where=sql(_LISTED), postgresql_where=sql(_LISTED)),
        Index(
            "uq_projects_resolution", "resolution_id", unique=True, sqlite_where=sql(_OF_RESOLUTION),
            postgresql_where=sql(_OF_RESOLUTION),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    title: Mapped[str] = mapped_column(Sealed)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    kinds: Mapped[str] = mapped_column(_Kinds)
    state: Mapped[str] = mapped_column(String(12))
    shares: Mapped[int] = mapped_column(Integer)
    until: Mapped[date | None] = mapped_column(Date)
    ticket_number: Mapped[str | None] = mapped_column(Number, ForeignKey("tickets.number"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("needs.id"), index=True)
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("resolutions.id"))
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    reminded: Mapped[str | None] = mapped_column(String(8))


class ProjectClaim(Base):
    """A unit's share of a project, until it is given up. Of a slot there is one holder at a time, and no unit has two."""

    __tablename__ = "project_claims"
    __table_args__ = (
        Index(
            "uq_project_claims_slot",
            "project_id",
            "slot",
            unique=True,
            sqlite_where=sql(HELD),
            postgresql_where=sql(HELD),
        ),
        Index(
            "uq_project_claims_unit",
            "project_id",
            "organisation_id",
            unique=True,
            sqlite_where=sql(HELD),
            postgresql_where=sql(HELD),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"), index=True)
    slot: Mapped[int] = mapped_column(Integer)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ProjectStep(Base):
    """Append-only: what was done to a project (governance.projects.states.ProjectAct, or thanks), by whom, for which unit."""

    __tablename__ = "project_steps"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str] = mapped_column(String(16))
    note: Mapped[str | None] = mapped_column(Sealed)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class ProjectMilestone(Base):
    """A step into which a project is divided, with its own last day. `position`: as it is spoken of (第2步); `organisation_id`:
    whose it is, None where it is whoever's that has the project; `told`: the last stage that both sides heard of
    (governance.milestones); `step_id`: what was told when it was proved; `dropped_why`: governance.projects.milestones.DroppedWhy.
    """

    __tablename__ = "project_milestones"
    __table_args__ = (
        Index(
            "uq_project_milestones_position", "project_id", "position", unique=True, sqlite_where=sql(_STANDS),
            postgresql_where=sql(_STANDS),
        ),
        Index(
            "ix_project_milestones_open", "due_on", sqlite_where=sql(MILESTONE_OPEN),
            postgresql_where=sql(MILESTONE_OPEN),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"))
    position: Mapped[int] = mapped_column(Integer)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    title: Mapped[str] = mapped_column(Sealed)
    due_on: Mapped[date] = mapped_column(Date)
    told: Mapped[int | None] = mapped_column(Integer)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("project_steps.id"), index=True)
    proved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    dropped_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    dropped_why: Mapped[str | None] = mapped_column(String(12))


class ProjectPicture(Base):
    """A picture that shows a step."""

    __tablename__ = "project_pictures"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachments.id"), primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("project_steps.id"), index=True)


class ProjectThanks(Base):
    """Who of those whom it concerns has thanked for a project."""

    __tablename__ = "project_thanks"

    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Resource(Base):
    """What a unit offers (资源清单), until it is taken back."""

    __tablename__ = "resources"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(Sealed)
    kinds: Mapped[str] = mapped_column(_Kinds)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ProjectNeed(Base):
    """What a community or courtyard needs (需求清单), until it is a project or taken off the list."""

    __tablename__ = "needs"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(Sealed)
    kinds: Mapped[str] = mapped_column(_Kinds)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class TakeOnCall(Base):
    """A call for help with a ticket at once (governance.projects.take_on). `stage`: so many stages are done; `next_at`: when the
    next comes; of a ticket one call runs at a time.
    """

    __tablename__ = "take_on_calls"
    __table_args__ = (
        Index(
            "uq_take_on_calls_calling",
            "ticket_number",
            unique=True,
            sqlite_where=sql(CALLING),
            postgresql_where=sql(CALLING),
        ),
        Index(
            "ix_take_on_calls_next_at",
            "next_at",
            sqlite_where=sql(_STEPS_TO_COME),
            postgresql_where=sql(_STEPS_TO_COME),
        ),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    ticket_number: Mapped[str] = mapped_column(Number, ForeignKey("tickets.number"))
    note: Mapped[str | None] = mapped_column(Sealed)
    state: Mapped[str] = mapped_column(String(12))
    stage: Mapped[int] = mapped_column(Integer)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    called_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    called_at: Mapped[datetime] = mapped_column(UtcDateTime)
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
