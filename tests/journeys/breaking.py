"""How a row of each job is broken."""

from datetime import UTC, datetime

from sqlalchemy import func, insert, select, text, update

from storage.models import (
    Account,
    Attachment,
    Grid,
    Outbox,
    Person,
    Place,
    Post,
    Shift,
    ShiftPattern,
    SignUp,
    Station,
)
from tests.duty import crew
from tests.journeys.breaking_stars import broken_draft, broken_poster, broken_round
from tests.journeys.breaking_tickets import (
    BROKEN_DAY,
    broken_deadline,
    broken_dispatch,
    broken_hazard_deadline,
    broken_hazard_dispatch,
    broken_question,
    change,
)
from tests.staff import staff


def broken_shift(chat, clock):
    crew(chat)
    change(chat, update(Station).values(lead_id=select(Person.id).where(Person.code == "R5").scalar_subquery()))
    shifts = [row.id for row in chat.rows(select(Shift.id).order_by(Shift.id).limit(2))]
    people = [
        row.id for row in chat.rows(select(Person.id).where(Person.code.in_(["M10", "M11"])).order_by(Person.code))
    ]
    for shift, person in zip(shifts, people, strict=True):
        row = {"state": "signed", "stage": 0, "via": "self", "at": clock()}
        change(chat, insert(SignUp).values(shift_id=shift, person_id=person, **row))
    change(chat, update(Shift).where(Shift.id.in_(shifts)).values(starts_at=clock(), ends_at=clock()))
    change(chat, text(f"UPDATE shifts SET ends_at = '{BROKEN_DAY}' WHERE id = {shifts[0]}"))
    clock.turn(minutes=30)
    ended = select(Shift.counted_at).where(Shift.id == shifts[1])
    return str(shifts[0]), lambda: chat.rows(ended)[0].counted_at is not None


def pattern(chat):
    return [row.id for row in chat.rows(select(ShiftPattern.id).order_by(ShiftPattern.id))]


def broken_pattern(chat, clock):
    crew(chat)
    before = chat.rows(select(func.count()).select_from(Shift))[0][0]
    ids = pattern(chat)
    change(chat, update(ShiftPattern).where(ShiftPattern.id == ids[0]).values(weekdays="x"))
    clock.turn(days=7)
    return f"2026-12-01T00:10/{ids[0]}", lambda: chat.rows(select(func.count()).select_from(Shift))[0][0] > before


def broken_post(chat, code, role="community_secretary"):
    """Whoever acts at this community cannot be read: of a post in a role that is asked for the line of work is none."""
    place = select(Place.id).where(Place.code == code).scalar_subquery()
    person = select(Person.id).where(Person.code == "R9").scalar_subquery()
    since = datetime(2026, 1, 1, tzinfo=UTC)
    change(chat, insert(Post).values(person_id=person, role=role, line="weird", place_id=place, since=since))
    return chat.rows(select(Place.id).where(Place.code == code))[0].id


def owed(chat, key):
    return lambda: any(row.dedupe_key.startswith(key) for row in chat.rows(select(Outbox.dedupe_key)))


def broken_brief(chat, clock):
    staff(chat)
    place = broken_post(chat, "C2")
    return f"2026-11-24T08:30/{place}", owed(chat, "daily:2026-11-24:")


def broken_rates(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    place = broken_post(chat, "C2")
    return f"2026-12-01T09:00/{place}", owed(chat, "monthly:2026-11-01:")


def broken_visits(chat, clock):
    staff(chat)
    clock.now = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    broken_post(chat, "N4", "grid_worker")
    grid = chat.rows(select(Grid.id).where(Grid.code == "G03"))[0].id
    return f"2026-12-01T08:00/{grid}", owed(chat, "visits:2026-12-01:")


def broken_push(chat, clock, kind="work"):
    staff(chat)
    accounts = [row.id for row in chat.rows(select(Account.id).order_by(Account.id).limit(2))]
    row = {
        "kind": kind,
        "text": "通知",
        "state": "waiting",
        "attempts": 0,
        "not_before": clock(),
        "created_at": clock(),
    }
    for number, taps in enumerate(("{", None)):
        change(chat, insert(Outbox).values(dedupe_key=f"k{number}", account_id=accounts[number], taps=taps, **row))
    (first, second) = (
        row.id for row in chat.rows(select(Outbox.id).where(Outbox.dedupe_key.in_(("k0", "k1"))).order_by(Outbox.id))
    )
    return str(first), lambda: chat.rows(select(Outbox.state).where(Outbox.id == second)) == [("sent",)]


def broken_hazard_push(chat, clock):
    return broken_push(chat, clock, "hazard")


def broken_tag(chat, clock):
    staff(chat)
    chat.run("prune")
    ids = [row.id for row in chat.rows(select(Account.id).where(Account.tag_wanted.is_not(None)).order_by(Account.id))]
    change(chat, update(Account).where(Account.id == ids[0]).values(tag_wanted="a"))
    given = select(Account.tag_given).where(Account.id == ids[1])
    return ">a", lambda: chat.rows(given)[0].tag_given is not None


def broken_download(chat, clock):
    for name in ("甲", "乙"):
        chat.person(name).sends_picture()
    first, second = (row.id for row in chat.rows(select(Attachment.id).order_by(Attachment.id)))
    change(chat, update(Attachment).where(Attachment.id == first).values(kind="weird"))
    return str(first), lambda: chat.rows(select(Attachment.state).where(Attachment.id == second)) == [("stored",)]


BROKEN = {
    "dispatch": broken_dispatch,
    "hazard_dispatch": broken_hazard_dispatch,
    "deadlines": broken_deadline,
    "hazard_deadlines": broken_hazard_deadline,
    "questions": broken_question,
    "shifts": broken_shift,
    "shift_plan": broken_pattern,
    "daily_brief": broken_brief,
    "monthly_rates": broken_rates,
    "visit_plan": broken_visits,
    "pushes": broken_push,
    "hazard_pushes": broken_hazard_push,
    "tags": broken_tag,
    "downloads": broken_download,
    "posters": broken_poster,
    "drafts": broken_draft,
    "star_rounds": broken_round,
}
"""How a row of each job is broken: which item that is, and whether another was done all the same."""
