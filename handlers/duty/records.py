"""调解记录 and 维修记录: what was done at a station, in two turns at most. The parties and the matter are sealed."""

from datetime import timedelta

from governance.duty.stations import StationKind
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.duty.commands.service import ShowRecords, WriteRecord
from handlers.duty.members import member
from handlers.duty.outcomes.service import NotYoursToRecord, Recorded, RecordLacks, RecordsListed
from storage.duty.records import own_records, write_record
from storage.duty.sign_ups import shifts_of
from storage.duty.stations import led_by
from understanding.command_names import CommandName

AFTER = timedelta(days=3)
"""So long after a shift its records may be written."""


@executes(WriteRecord)
def record(command: WriteRecord, ctx: Context) -> Recorded | RecordLacks | NotYoursToRecord:
    """By who stood at such a station in these days, or leads one."""
    who, kind = member(ctx), command.kind
    mine = shifts_of(ctx.uow, who.person_id, ctx.now - AFTER, ("present", "done"))
    stood = [row for _, row in mine if row.kind == kind]
    led = [station.id for station in led_by(ctx.uow, who.person_id) if station.kind == kind]
    if not stood and not led:
        return NotYoursToRecord(kind)
    needed = ("parties", "matter", "outcome") if kind == StationKind.MEDIATION else ("matter", "outcome")
    missing = tuple(part for part in needed if getattr(command, part) is None)
    if missing or command.matter is None or command.outcome is None:
        ask_slot(ctx, CommandName.WRITE_RECORD, before=f"{command.said}，")
        return RecordLacks(kind, missing, len(missing) == len(needed))
    write_record(
        ctx.uow, kind=kind, station_id=stood[-1].station_id if stood else led[0], person_id=who.person_id,
        shift_id=stood[-1].id if stood else None, parties=command.parties, matter=command.matter, outcome=command.outcome,
        well=command.well, at=ctx.now,
    )  # fmt: skip
    return Recorded(kind, command.matter, command.outcome)


@executes(ShowRecords)
def my_records(_command: ShowRecords, ctx: Context) -> RecordsListed:
    """What the sender has written, the newest first."""
    return RecordsListed(tuple(own_records(ctx.uow, member(ctx).person_id)))
