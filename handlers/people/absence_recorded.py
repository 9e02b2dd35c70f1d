"""Leave of somebody else, noted at the office."""

from governance.notices import NoticeKind
from governance.permissions import Act
from governance.roles import STAFF, Role
from handlers.catalogue import executes
from handlers.colleagues import nearest, people_called, several
from handlers.context import Context
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.people import recorded_texts as texts
from handlers.people.absence import begin_absence, cancel_absences
from handlers.people.commands import EndAbsenceOf, RecordAbsence
from handlers.people.outcomes import (
    AbsenceNotRecorded,
    AbsenceOfEnded,
    AbsenceRecorded,
    NoAbsence,
    NobodyNamed,
    WhyNoAbsence,
)
from handlers.people.texts import day_span
from handlers.posts import not_allowed, require, sender_terms
from storage.leaves import leaves_of
from storage.people import KnownPerson, holders_of, person_coded, terms_of
from storage.serving import followed_accounts


@executes(RecordAbsence)
def record_absence(command: RecordAbsence, ctx: Context) -> AbsenceRecorded | AbsenceNotRecorded | NobodyNamed:
    """代登记请假; both hear of it."""
    require(ctx, Act.MANAGE)
    person = _changeable(ctx, command.person)
    first, last, most = command.first, command.last, ctx.config.rules.leave_days
    if first is None or last is None or last < first:
        return AbsenceNotRecorded(person.name)
    if last < ctx.today:
        return AbsenceNotRecorded(person.name, WhyNoAbsence.PAST)
    if (last - first).days >= most:
        return AbsenceNotRecorded(person.name, WhyNoAbsence.TOO_LONG, most=most)
    stand_in = _stand_in(ctx, person, command.stand_in)
    found = begin_absence(ctx, person, stand_in, (first, last))
    if isinstance(found, NoAbsence):
        return AbsenceNotRecorded(person.name, found.why, found.name, found.days)
    said = texts.RECORDED_NOTICE.format(days=day_span(*found.days), stand_in=stand_in.name)
    tell(ctx, followed_accounts(ctx.uow, [person.id]), f"away:{ctx.cause}"[:90], NoticeKind.LEAVE, said)
    return AbsenceRecorded(person.name, found.days, stand_in.name)


@executes(EndAbsenceOf)
def end_absence_of(command: EndAbsenceOf, ctx: Context) -> AbsenceOfEnded | AbsenceNotRecorded | NobodyNamed:
    """代为销假; both hear of it."""
    require(ctx, Act.MANAGE)
    person = _changeable(ctx, command.person)
    running = leaves_of(ctx.uow, person.id, ctx.now)
    if not running:
        return AbsenceNotRecorded(person.name, name=texts.NOT_AWAY)
    cancel_absences(ctx, person, running)
    tell(ctx, followed_accounts(ctx.uow, [person.id]), f"here:{ctx.cause}"[:90], NoticeKind.LEAVE, texts.ENDED_NOTICE)
    return AbsenceOfEnded(person.name)


def _changeable(ctx: Context, code: str) -> KnownPerson:
    """The person; who looks after the product is put on leave by another administrator only."""
    person = _coded(ctx, code)
    administers = Role.ADMINISTRATOR in {term.role for term in sender_terms(ctx)}
    if not administers and person.id in holders_of(ctx.uow, {Role.ADMINISTRATOR}, ctx.now):
        raise Refuse(not_allowed(ctx, Act.ADMINISTER))
    return person


def _coded(ctx: Context, code: str) -> KnownPerson:
    found = person_coded(ctx.uow, code)
    if found is None:
        raise Refuse(NobodyNamed(code))
    return found


def _stand_in(ctx: Context, person: KnownPerson, name: str) -> KnownPerson:
    """The one colleague with this name or code who has a post of staff; raises Refuse."""
    found = people_called(ctx, name)
    if not found:
        raise Refuse(NobodyNamed(name))
    staff = [each for each in found if any(term.role in STAFF for term in terms_of(ctx.uow, each.id, ctx.now))]
    if len(staff) > 1:
        others = [each for each in staff if each.id != person.id]
        near = nearest(ctx, others, terms_of(ctx.uow, person.id, ctx.now))
        raise Refuse(several(ctx, name, near, others, waits=False))
    if not staff:
        raise Refuse(AbsenceNotRecorded(person.name, WhyNoAbsence.STAND_IN_NO_STAFF, found[0].name))
    if staff[0].id == person.id:
        raise Refuse(AbsenceNotRecorded(person.name, WhyNoAbsence.STAND_IN_SELF))
    return staff[0]
