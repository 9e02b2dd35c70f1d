"""Leave by chat: from when to when, and who stands in; what comes meanwhile goes to them."""

from datetime import date

from governance.clock import local_day
from governance.days import end_of, last_day, start_of
from governance.permissions import Act
from governance.roles import STAFF
from governance.serving import Absence
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.posts import communities_of, refusal, sender, sender_terms
from handlers.texts import people as words
from handlers.turn import Turn
from storage.audit import Deed, note
from storage.leaves import begin_leave, cancel_leaves, leaves_of
from storage.people import KnownPerson, names_of, people_named, terms_of
from storage.serving import followed_accounts
from storage.ticket_export import masked_name
from understanding.days import day_range
from understanding.leave import stand_in_name


def leave(turn: Turn) -> Reply:
    """请假 … 由 … 代岗."""
    refused = refusal(turn, Act.STAND_IN)
    if refused is not None:
        return refused
    rest = (turn.meaning.rest if turn.meaning else "") or ""
    name = stand_in_name(rest)
    span = day_range(rest, turn.today)
    if name is None or span is None:
        return Reply(words.HOW_TO_LEAVE)
    wrong = _wrong_days(turn, *span)
    if wrong is not None:
        return Reply(wrong)
    stand_in = _stand_in(turn, name)
    return Reply(stand_in) if isinstance(stand_in, str) else _begin(turn, stand_in, *span)


def end_leave(turn: Turn) -> Reply:
    """销假: back earlier, or not going at all."""
    person = sender(turn)
    running = [] if person is None else leaves_of(turn.uow, person.id, turn.now)
    if person is None or not running:
        return Reply(words.NO_LEAVE)
    cancel_leaves(turn.uow, person.id, turn.now)
    note(turn.uow, turn.account.id, Deed("leave.end", f"person:{person.code}"), turn.now)
    for absence in running:
        text = words.LEAVE_ENDED_NOTICE.format(who=person.name)
        tell(
            turn, followed_accounts(turn.uow, [absence.stand_in]), f"back:{turn.inbound.dedupe_key}"[:90], "leave", text
        )
    return Reply(words.LEAVE_ENDED)


def _wrong_days(turn: Turn, first: date, last: date) -> str | None:
    if last < first:
        return words.HOW_TO_LEAVE
    if last < turn.today:
        return words.LEAVE_PAST
    most = turn.config.rules.leave_days
    return words.LEAVE_TOO_LONG.format(most=most) if (last - first).days >= most else None


def _stand_in(turn: Turn, name: str) -> KnownPerson | str:
    """The one colleague with this name (of several the one in the sender's community) or code, or what is wrong with it."""
    found = people_named(turn.uow, name)
    if not found:
        return words.NOBODY_NAMED.format(name=name)
    terms = {person: terms_of(turn.uow, person.id, turn.now) for person in found}
    staff = [person for person in found if any(term.role in STAFF for term in terms[person])]
    if not staff:
        return words.STAND_IN_NO_STAFF.format(who=masked_name(found[0].name))
    if len(staff) > 1:
        here = communities_of(turn, sender_terms(turn))
        near = [person for person in staff if here & communities_of(turn, terms[person])]
        staff = near if len(near) == 1 else staff
    if len(staff) > 1:
        codes = "、".join(person.code for person in staff[:5])
        return words.SEVERAL_NAMED.format(name=name, count=len(staff), codes=codes)
    return words.STAND_IN_SELF if staff[0].id == turn.account.person_id else staff[0]


def _begin(turn: Turn, stand_in: KnownPerson, first: date, last: date) -> Reply:
    person = sender(turn)
    assert person is not None
    zone = turn.config.zone
    absence = Absence(person.id, stand_in.id, max(start_of(first, zone), turn.now), end_of(last, zone))
    for other in leaves_of(turn.uow, person.id, turn.now):
        if other.since < absence.until and absence.since < other.until:
            return Reply(words.LEAVE_OVERLAPS.format(days=_days(turn, other), stand_in=_name(turn, other.stand_in)))
    if any(o.since < absence.until and absence.since < o.until for o in leaves_of(turn.uow, stand_in.id, turn.now)):
        return Reply(words.STAND_IN_AWAY.format(who=stand_in.name))
    begin_leave(turn.uow, absence, turn.now)
    days = _days(turn, absence)
    note(
        turn.uow,
        turn.account.id,
        Deed("leave.begin", f"person:{person.code}", f"{stand_in.code} {first}..{last}"),
        turn.now,
    )
    text = words.LEAVE_NOTICE.format(who=person.name, days=days)
    tell(turn, followed_accounts(turn.uow, [stand_in.id]), f"leave:{turn.inbound.dedupe_key}"[:90], "leave", text)
    return Reply(words.LEAVE_BEGUN.format(days=days, stand_in=stand_in.name))


def _days(turn: Turn, absence: Absence) -> str:
    zone = turn.config.zone
    return words.day_span(local_day(absence.since, zone), last_day(absence.until, zone))


def _name(turn: Turn, person_id: int) -> str:
    return names_of(turn.uow, [person_id])[person_id]
