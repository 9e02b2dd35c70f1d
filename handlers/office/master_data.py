"""One entry of the roster as its page shows it, to be changed there."""

from dataclasses import dataclass
from datetime import date

from governance.clock import local_day
from governance.days import last_day
from governance.duty.plan_lines import lines_of_plan
from governance.permissions import Act
from governance.roster.cells import phone_digits
from governance.roster.giving import keepers_of
from governance.roster.lines import cells_of, line_of
from governance.roster.numbering import next_code
from governance.roster.one_change import KEYS, called, code_named, key_of, with_codes
from handlers.context import Context
from handlers.master_data.finding import Cells, running
from handlers.office.staff import Staff
from storage.audit import AuditEntry, note_by
from storage.duty.plan_read import present_plan
from storage.leaves import leaves_of
from storage.people import names_of, person_coded
from storage.roster_read import present_roster
from understanding.masking import masked_name, masked_phone

MOST_ALIKE = 5


@dataclass(frozen=True)
class LeaveLine:
    """A leave that runs or is to come."""

    first: date
    last: date
    stand_in: str


@dataclass(frozen=True)
class EntryPage:
    """An entry's cells (none: it is not there), how it is called; of a person the posts and leaves."""

    cells: Cells
    title: str
    posts: tuple[tuple[str, str], ...] = ()
    """What each is known by, and how it is called."""
    leaves: tuple[LeaveLine, ...] = ()


def entry_page(ctx: Context, staff: Staff, what: str, key: str) -> EntryPage:
    """What the roster says now under this key. Somebody's number in full is a look that the audit keeps."""
    if what == "patterns":
        return _plan_page(ctx, what, key)
    roster = present_roster(ctx.uow.connection, ctx.config.zone, ctx.now)
    if what == "stations":
        return _plan_page(ctx, what, code_named(roster.places, key))
    if what == "posts":
        key = key_of(what, with_codes(roster, dict(zip(KEYS[what], key.split("|"), strict=False))))
    found = running(roster, what, ctx.today).get(key)
    if found is None:
        return EntryPage({}, "")
    cells = cells_of(line_of(found))
    if what != "people":
        return EntryPage(cells, called(what, cells))
    if key in keepers_of(roster, ctx.today) and not staff.may(Act.ADMINISTER):
        cells = {**cells, "phone": masked_phone(cells.get("phone"))}
    note_by(ctx.uow, staff.actor, AuditEntry("person.read", f"person:{key}"), ctx.now)
    posts = {
        name: called("posts", cells_of(line_of(each)))
        for name, each in running(roster, "posts", ctx.today).items()
        if name.startswith(f"{key}|")
    }
    return EntryPage(cells, called(what, cells), tuple(posts.items()), _leaves(ctx, key))


@dataclass(frozen=True)
class NewEntry:
    """What helps with a new person: the next free code, and who is in the roster with the same code or phone, masked."""

    code: str
    alike: tuple[tuple[str, str], ...]


def new_person(ctx: Context, typed: Cells) -> NewEntry:
    """By what was typed so far."""
    people = present_roster(ctx.uow.connection, ctx.config.zone, ctx.now).people
    try:
        phone = phone_digits(typed.get("phone", ""))
    except ValueError:
        phone = ""
    same = [each for each in people.values() if each.code == typed.get("code") or (phone and each.phone == phone)]
    return NewEntry(
        next_code(people), tuple((each.code, f"{each.code} {masked_name(each.name)}") for each in same[:MOST_ALIKE])
    )


def _plan_page(ctx: Context, what: str, key: str) -> EntryPage:
    line = lines_of_plan(present_plan(ctx.uow.connection))[what].get(key, {})
    return EntryPage(line, key if line else "")


def _leaves(ctx: Context, code: str) -> tuple[LeaveLine, ...]:
    person = person_coded(ctx.uow, code)
    found = [] if person is None else leaves_of(ctx.uow, person.id, ctx.now)
    names, zone = names_of(ctx.uow, [each.stand_in for each in found]), ctx.config.zone
    return tuple(
        LeaveLine(local_day(each.since, zone), last_day(each.until, zone), names.get(each.stand_in, ""))
        for each in found
    )
