"""Stations and their weekly plan, shifts, who stands in them, and what they did there."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint, true
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Encrypted, Sealed, UtcDateTime
from storage.models.base import Base, Identity

_STANDS = "state NOT IN ('cancelled', 'swapped')"
_OPEN = "state = 'open'"
_COMING = "counted_at IS NULL"


class Station(Base):
    """A place where people do duty. `kind`: what is recorded there (governance.duty.stations). `needs_code`: a scan of the
    printed code alone does not count.
    """

    __tablename__ = "stations"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    needs_code: Mapped[bool] = mapped_column(Boolean)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ShiftPattern(Base):
    """A shift that comes every week (governance.duty.patterns). `weekdays`: digits, 1 is Monday."""

    __tablename__ = "shift_patterns"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    station_id: Mapped[int] = mapped_column(ForeignKey("stations.id"), index=True)
    weekdays: Mapped[str] = mapped_column(String(7))
    start_minute: Mapped[int] = mapped_column(Integer)
    end_minute: Mapped[int] = mapped_column(Integer)
    capacity: Mapped[int] = mapped_column(Integer)
    qualification: Mapped[str | None] = mapped_column(String(40))
    on_holidays: Mapped[bool] = mapped_column(Boolean)
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Campaign(Base):
    """A drive with a goal of people (flood, epidemic, civilised city), or a call-up (`call_up`) that stops when filled.

    `enrol_until`: nobody enrols after it; `results_told_at`: of a contest, since when its places are told.

    `kind`: of an activity (governance.activities.kinds), None: a drive; `spot`: where it is, where that is more than its place.
    """

    __tablename__ = "campaigns"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str | None] = mapped_column(String(12))
    spot: Mapped[str | None] = mapped_column(String(80))
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), index=True)
    goal: Mapped[int] = mapped_column(Integer)
    call_up: Mapped[bool] = mapped_column(Boolean)
    opened_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    filled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    enrol_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    results_told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Shift(Base):
    """A time at a station, or of a campaign. `id` is what people sign up by. `day`: the local day on which it begins.

    `counted_at`: its end has been dealt with.
    """

    __tablename__ = "shifts"
    __table_args__ = (
        UniqueConstraint("pattern_id", "day"),
        Index("ix_shifts_uncounted", "starts_at", sqlite_where=sql(_COMING), postgresql_where=sql(_COMING)),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    station_id: Mapped[int | None] = mapped_column(ForeignKey("stations.id"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaigns.id"), index=True)
    pattern_id: Mapped[int | None] = mapped_column(ForeignKey("shift_patterns.id"))
    day: Mapped[date] = mapped_column(Date, index=True)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    capacity: Mapped[int] = mapped_column(Integer)
    qualification: Mapped[str | None] = mapped_column(String(40))
    cancelled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    cancel_reason: Mapped[str | None] = mapped_column(String(200))
    counted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SignUp(Base):
    """Somebody on a shift. State: proposed, signed, standby, present, done, absent, cancelled, swapped.

    The stand-by list is in the order of the ids. `via`: self, lead, plan, swap, standby. `stage`: reminders sent.
    """

    __tablename__ = "sign_ups"
    __table_args__ = (
        Index(
            "uq_sign_ups_standing", "shift_id", "person_id", unique=True,
            sqlite_where=sql(_STANDS), postgresql_where=sql(_STANDS),
        ),
        Index("ix_sign_ups_person_id_state", "person_id", "state"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    shift_id: Mapped[int] = mapped_column(ForeignKey("shifts.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str] = mapped_column(String(12))
    via: Mapped[str] = mapped_column(String(8))
    why: Mapped[str | None] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    stage: Mapped[int] = mapped_column(Integer, server_default="0")
    came_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    method: Mapped[str | None] = mapped_column(String(12))
    distance_m: Mapped[int | None] = mapped_column(Integer)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    late: Mapped[int | None] = mapped_column(Integer)
    early: Mapped[int | None] = mapped_column(Integer)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Swap(Base):
    """A place on a shift offered to somebody, or (None) to all who fit. State: open, done, refused, withdrawn."""

    __tablename__ = "swaps"
    __table_args__ = (
        Index("uq_swaps_open", "sign_up_id", unique=True, sqlite_where=sql(_OPEN), postgresql_where=sql(_OPEN)),
    )

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    sign_up_id: Mapped[int] = mapped_column(ForeignKey("sign_ups.id"), index=True)
    to_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class DutyRecord(Base):
    """What was mediated or repaired at a station. The parties and the matter are encrypted, and shown to few."""

    __tablename__ = "duty_records"

    id: Mapped[int] = mapped_column(Identity, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    station_id: Mapped[int | None] = mapped_column(ForeignKey("stations.id"), index=True)
    shift_id: Mapped[int | None] = mapped_column(ForeignKey("shifts.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    parties: Mapped[str | None] = mapped_column(Encrypted)
    matter: Mapped[str | None] = mapped_column(Encrypted)
    outcome: Mapped[str] = mapped_column(Sealed)
    well: Mapped[bool] = mapped_column(Boolean, server_default=true())
    at: Mapped[datetime] = mapped_column(UtcDateTime)
