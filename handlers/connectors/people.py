"""People on both sides: who has enrolled, hours that were served elsewhere, patrols, and what either side knows of somebody."""

import hashlib

from governance.clock import local_day
from governance.connectors.alike import Subject
from governance.connectors.mapping import Platform
from governance.connectors.reading import Fault, Record, Remark
from governance.connectors.standing import Owner
from handlers.connectors.results import Aside, Done, Result
from handlers.connectors.words import HOURS_ELSEWHERE
from handlers.context import Context
from handlers.intake.taking_in import take_in, with_address
from handlers.reporting.whereabouts import read_words, whereabouts
from storage.connectors.items import Stored
from storage.connectors.links import PERSON, add_link, change_link, link_to_ours
from storage.connectors.ours import name_marks, our_own, phone_mark
from storage.connectors.people import RosterPerson, roster_people
from storage.connectors.subjects import joined_name
from storage.duty.check_ins import check_in
from storage.duty.hours import credit
from storage.duty.members import enrol, enrolments_of
from understanding.normalise import normalise
from understanding.places_told import places_told

MOST_HOURS = 24
SEEN = "seen"


def _the_one(ctx: Context, record: Record) -> RosterPerson | None:
    """Whom the record names, by number where it tells one; None where that is nobody, or several."""
    found = roster_people(ctx.uow, record.word("name"))
    phone = record.word("phone")
    if phone and len(found) > 1:
        found = [each for each in found if each.phone == phone]
    return found[0] if len(found) == 1 else None


def place_named(ctx: Context, record: Record, platform: Platform | None = None) -> int | None:
    """The place that its words name; what somebody has joined under this name comes first."""
    words = record.word("place")
    joined = (
        None
        if platform is None
        else joined_name(ctx.uow, platform.name, Subject.PLACE, name_marks(Subject.PLACE, words))
    )
    if joined is not None:
        return _id_of(ctx, joined)
    where = whereabouts(ctx.places, read_words(normalise(words), ctx.here), words)
    if where.place_id is not None:
        return where.place_id
    told = places_told(ctx.places, words).places
    return told[0] if len(told) == 1 else None


def _id_of(ctx: Context, code: str) -> int | None:
    place = our_own(ctx.uow, Subject.PLACE, code)
    return None if place is None else place.marks.place


def _once(ctx: Context, platform: Platform, record: Record, ours: str) -> bool:
    """False when a version of this record was taken before: what it brought is not brought twice."""
    key = f"{record.kind.value}:{record.key.their_id}"[:64]
    kind = record.kind.value
    return add_link(
        ctx.uow, platform=platform.name, kind=kind, ours=f"{ours}:{hashlib.sha256(key.encode()).hexdigest()[:20]}"[:40],
        theirs=record.key.their_id, rank=record.key.rank, agreed=SEEN, at=ctx.now,
    )  # fmt: skip


def take_enrolment(ctx: Context, platform: Platform, record: Record) -> Result:
    """报到 elsewhere: the member serves in that community; said again it adds nothing."""
    person, place = _the_one(ctx, record), place_named(ctx, record, platform)
    if person is None:
        return Aside(Fault.NOBODY)
    community = None if place is None else ctx.places.community_of(place)
    if community is None:
        return Aside(Fault.NO_PLACE, record.word("place"))
    if not any(each.place_id == community for each in enrolments_of(ctx.uow, person.id)):
        enrol(ctx.uow, person.id, community, record.word("unit")[:60] or None, [], [], ctx.now)
    return Done(person.code, record.remarks)


def take_hours(ctx: Context, platform: Platform, record: Record) -> Result:
    """Hours served elsewhere, once each; a later version of the same does not change the ledger."""
    person = _the_one(ctx, record)
    if person is None:
        return Aside(Fault.NOBODY)
    hours = float(record.said["hours"])
    if not 0 < hours <= MOST_HOURS:
        return Aside(Fault.BAD_NUMBER, "hours")
    day = local_day(record.said.get("at", ctx.now), ctx.config.zone)
    new = credit(
        ctx.uow, person_id=person.id, day=day, minutes=round(hours * 60), source="correction", now=ctx.now,
        source_key=f"{platform.name}:{record.key.their_id}"[:80], reason=HOURS_ELSEWHERE.format(label=platform.label)[:80],
    )  # fmt: skip
    return Done(person.code, record.remarks if new else record.remarks | {Remark.OVERTAKEN})


def take_patrol(ctx: Context, platform: Platform, record: Record) -> Result:
    """A patrol of theirs is one of ours; what was found on it is reported, once."""
    person, place = _the_one(ctx, record), place_named(ctx, record, platform)
    if person is None:
        return Aside(Fault.NOBODY)
    if place is None:
        return Aside(Fault.NO_PLACE, record.word("place"))
    day = local_day(record.said.get("at", ctx.now), ctx.config.zone)
    number = None
    if _once(ctx, platform, record, person.code) and record.word("finding"):
        number = take_in(ctx, with_address(record.word("finding"), record.word("place")))
    note = record.word("text")[:200] or None
    check_in(
        ctx.uow, person_id=person.id, place_id=place, day=day, kind="patrol", method="text", now=ctx.now, note=note, number=number,
    )  # fmt: skip
    return Done(number or person.code, record.remarks)


def settle_person(ctx: Context, item: Stored, side: Owner, theirs: str) -> bool:
    """Ours: theirs is passed over. Theirs: only once the roster says the same, since it is changed by its own import."""
    link = link_to_ours(ctx.uow, item.platform, PERSON, item.ours or "")
    found = roster_people(ctx.uow, item.ours or "")
    if link is None or len(found) != 1:
        return False
    if side is Owner.THEIRS and phone_mark(found[0].phone) != phone_mark(theirs):
        return False
    change_link(ctx.uow, link.id, agreed=phone_mark(theirs))
    return True
