"""调解记录 and 维修记录: what was done at a station, in two turns at most. The parties and the matter are sealed."""

from datetime import timedelta

from governance.clock import local_day
from governance.duty.stations import StationKind
from handlers.duty.members import member
from handlers.inbound import Reply
from handlers.texts import duty as duty_words
from handlers.texts import service as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from handlers.work.finding import said
from storage.duty.records import own_records, write_record
from storage.duty.sign_ups import shifts_of
from storage.duty.stations import led_by
from understanding.duty import record_in

AFTER = timedelta(days=3)
"""So long after a shift its records may be written."""


def record(turn: Turn) -> Reply:
    """调解记录 当事人，什么事，结果; 维修记录 什么，结果."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    told = record_in(said(turn))
    stood = [
        row
        for _, row in shifts_of(turn.uow, who.person_id, turn.now - AFTER, ("present", "done"))
        if row.kind == told.kind
    ]
    led = [station.id for station in led_by(turn.uow, who.person_id) if station.kind == told.kind]
    if not stood and not led:
        return Reply(words.RECORD_WHO[told.kind])
    needed = ("parties", "matter", "outcome") if told.kind == StationKind.MEDIATION else ("matter", "outcome")
    missing = [words.RECORD_PARTS[part] for part in needed if getattr(told, part) is None]
    if missing:
        whole = len(missing) == len(needed)
        text = words.RECORD_HOW[told.kind] if whole else words.RECORD_REST[told.kind].format(missing="、".join(missing))
        return ask_detail(turn, None, text, before=f"{said(turn)}，")
    assert told.matter is not None
    assert told.outcome is not None
    write_record(
        turn.uow, kind=told.kind, station_id=stood[-1].station_id if stood else led[0], person_id=who.person_id,
        shift_id=stood[-1].id if stood else None, parties=told.parties, matter=told.matter, outcome=told.outcome,
        well=told.well, at=turn.now,
    )  # fmt: skip
    return Reply(words.RECORDED[told.kind].format(matter=told.matter, outcome=told.outcome))


def my_records(turn: Turn) -> Reply:
    """我的记录: what the sender has written."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    found = own_records(turn.uow, who.person_id)
    if not found:
        return Reply(words.NO_RECORDS)
    lines = [
        words.RECORD_LINE.format(
            day=duty_words.day(local_day(each.at, turn.config.zone)), kind=words.RECORD_KIND[each.kind],
            matter=each.matter, outcome=each.outcome,
        )
        for each in found[:8]
    ]  # fmt: skip
    return Reply("\n".join([words.RECORDS_HEAD.format(count=len(found)), *lines]))
