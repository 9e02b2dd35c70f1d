"""What a platform says of a person, place, thing or branch is kept, and waits for somebody who joins it; nothing is joined here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from governance.connectors.alike import PhoneChange, Subject, changed, who_changed
from governance.connectors.mapping import FIELDS, Kind, Platform
from governance.connectors.reading import Record, Remark
from governance.connectors.standing import Standing
from handlers.connectors.people import place_named
from handlers.connectors.results import Clash, Done, Result
from handlers.connectors.words import BOTH_CHANGED, PERSON_DIFFERS
from handlers.context import Context
from storage.connectors.links import PERSON, change_link, link_of
from storage.connectors.ours import name_mark, our_own, phone_mark
from storage.connectors.subjects import DISMISSED, JOINED, Known, change_subject, keep_subject, note_source, subject_of

KINDS: Mapping[Kind, Subject] = {
    Kind.PERSON: Subject.PERSON, Kind.PLACE: Subject.PLACE, Kind.THING: Subject.THING, Kind.BRANCH: Subject.BRANCH,
}  # fmt: skip
NOT_KEPT = frozenset({"state", "number"})
"""What says how it stands, or which of ours is meant, is no field of its own."""


def take_subject(ctx: Context, platform: Platform, record: Record) -> Result:
    """The newest version counts; each field keeps since when it is so."""
    kind = KINDS[record.kind]
    known = subject_of(ctx.uow, platform.name, kind, record.key.their_id)
    if known is not None and record.key.rank <= known.rank:
        return Done(known.ours or "", record.remarks | {Remark.OVERTAKEN})
    said = {
        name: str(record.said[name]) for name in FIELDS[record.kind] if name in record.said and name not in NOT_KEPT
    }
    at: datetime = record.said.get("at") or ctx.now
    times = changed({} if known is None else known.said, said, {} if known is None else known.times, at.isoformat())
    row = _marks(ctx, platform, kind, record)
    if known is None:
        keep_subject(
            ctx.uow, platform=platform.name, kind=kind.value, their_id=record.key.their_id, said=said, times=times, **row,
        )  # fmt: skip
        return Done("", record.remarks)
    if known.state == DISMISSED or (_is_over(record) and known.state != JOINED):
        change_subject(ctx.uow, known.id, said={}, times={}, state=DISMISSED, rank=record.key.rank)
        return Done("", record.remarks)
    change_subject(ctx.uow, known.id, said=said, times=times, **row)
    if known.state != JOINED or known.ours is None:
        return Done("", record.remarks)
    _sourced(ctx, known, times)
    return _phones(ctx, known, record) if kind is Subject.PERSON else Done(known.ours, record.remarks)


def _is_over(record: Record) -> bool:
    """They have it no more."""
    return record.word("state") in (Standing.CLOSED, Standing.WITHDRAWN)


def _marks(ctx: Context, platform: Platform, kind: Subject, record: Record) -> dict[str, Any]:
    """By which the same is found again. A place is found by all its words: those of the courtyard, then its own name."""
    words = record
    if kind is Subject.PLACE and record.word("name") not in record.word("place"):
        said = {**record.said, "place": record.word("place") + record.word("name")}
        words = Record(record.kind, record.key, said, record.remarks)
    place = place_named(ctx, words, platform) if words.word("place") and kind is not Subject.PERSON else None
    return {
        "rank": record.key.rank, "name_digest": name_mark(kind, record.word("name")), 
        "phone_digest": phone_mark(record.word("phone")),
        "code": record.word("number"), "type": record.word("type"), "place_id": place, "received_at": ctx.now,
    }  # fmt: skip


def _sourced(ctx: Context, known: Known, times: Mapping[str, str]) -> None:
    """Of fields that are theirs, since when they are so."""
    for name, at in times.items():
        note_source(ctx.uow, known.kind, known.ours or "", name, known.platform, datetime.fromisoformat(at))


def _phones(ctx: Context, known: Known, record: Record) -> Result:
    """A number that they have changed waits for a person; one that only we have changed is given to them."""
    link = link_of(ctx.uow, known.platform, PERSON, known.their_id)
    ours = our_own(ctx.uow, Subject.PERSON, known.ours or "")
    if link is None or ours is None:
        return Done(known.ours or "", record.remarks)
    mine, theirs = phone_mark(ours.fields["phone"]), phone_mark(record.word("phone"))
    match who_changed(link.agreed, mine, theirs):
        case PhoneChange.THEIRS:
            return Clash(ours.code, PERSON_DIFFERS)
        case PhoneChange.BOTH:
            return Clash(ours.code, BOTH_CHANGED)
        case PhoneChange.NOBODY if theirs:
            change_link(ctx.uow, link.id, agreed=theirs, rank=record.key.rank)
    return Done(ours.code, record.remarks)
