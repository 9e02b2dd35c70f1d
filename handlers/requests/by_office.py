"""A unit's request that came by phone or in person, filed by staff in the name of who asked for it."""

from governance.permissions import Act, may_at
from governance.requests.clock import contact_by, has_own_clock, promised
from governance.requests.kinds import RequestKind, category_of, request_kind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.urgency import Urgency
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import not_allowed, require, rights_area, sender_terms
from handlers.reporting.commands import ReportProblem
from handlers.reporting.outcomes import Reported
from handlers.reporting.whereabouts import read_words
from handlers.requests.filing import category_told, where_told
from handlers.requests.office_commands import FileRequestForUnit
from handlers.requests.outcomes import RequestFiled, UnitNotFound, WhatIsNeeded
from storage.audit import AuditEntry, note_for
from storage.organisations import OrganisationRow, contacts_of, organisations_named, present_organisations
from storage.people import known_people
from storage.serving import followed_accounts
from storage.tickets import open_ticket
from storage.unit_tickets import stand_unit
from understanding.normalise import normalise, tidy
from understanding.summary import summary_of

CHANNEL, MOST_NEAR = "console", 5
WITH_CONTACT = "{text}\n联系人：{contact}"


@executes(FileRequestForUnit)
def file_for_unit(command: FileRequestForUnit, ctx: Context) -> RequestFiled | UnitNotFound | WhatIsNeeded | Reported:
    """In the name of the contact where it is one of the unit's whom we can reach; a danger in it goes first, as a report."""
    require(ctx, Act.ASSESS)
    unit = unit_meant(ctx, command.unit)
    _require_there(ctx, unit)
    text, contact = command.text.strip(), command.contact.strip()
    if not text:
        return WhatIsNeeded(unit.name)
    reading = read_words(normalise(text), ctx.here)
    whole = WITH_CONTACT.format(text=text, contact=contact) if contact else text
    if reading.hazard is not None:
        reported: Reported = execute(ReportProblem(whole, reading=reading, anyway=True), ctx)
        if isinstance(reported, Reported):
            stand_unit(ctx.uow, reported.number, unit.id, ctx.now)
        return reported
    category = category_told(ctx, text) if command.kind is None else ctx.config.category(category_of(command.kind))
    assert category is not None
    urgency = Urgency(reading.urgency if reading.urgency == Urgency.URGENT else category.urgency)
    number, where, summary = ctx.next_number(), where_told(ctx, text, reading, [unit]), summary_of(tidy(text))
    open_ticket(
        ctx.uow, number=number, account_id=_account_of(ctx, unit, contact), channel=CHANNEL, now=ctx.now, text=whole,
        summary=summary, place_text=where.text, place_id=where.place_id, urgency=urgency.value, names=ctx.names,
        category=category.code,
    )  # fmt: skip
    stand_unit(ctx.uow, number, unit.id, ctx.now)
    note_for(ctx.uow, ctx.account_id, AuditEntry("request.file", f"ticket:{number}", f"unit:{unit.code}"), ctx.now)
    ctx.uow.wake = True
    return _filed(ctx, number, unit, request_kind(category.code) or RequestKind.OTHER, summary, urgency)


def _filed(
    ctx: Context, number: str, unit: OrganisationRow, kind: RequestKind, summary: str, urgency: Urgency
) -> RequestFiled:
    times = ctx.config.times
    due = {each.kind: each.due_at for each in promised(urgency, kind, ctx.now, times)}
    contact = contact_by(ctx.now, times) if has_own_clock(urgency, kind) else None
    return RequestFiled(number, (unit.name,), kind, summary, contact, due[DeadlineKind.HANDLE])


def unit_meant(ctx: Context, said: str) -> OrganisationRow:
    """The present unit of this name or code; else the only one whose name holds these words. Raises Refuse."""
    name = said.strip()
    exact = organisations_named(ctx.uow, name) if name else []
    if len(exact) == 1:
        return exact[0]
    near = [each for each in present_organisations(ctx.uow) if name in each.name] if name else []
    if len(near) == 1:
        return near[0]
    raise Refuse(UnitNotFound(name, tuple(each.name for each in near[:MOST_NEAR])))


def _require_there(ctx: Context, unit: OrganisationRow) -> None:
    """Whoever assesses where the unit belongs, or in a part of that, files for it; of nowhere: anybody. Raises Refuse."""
    terms, place = sender_terms(ctx), unit.place_id
    if place is None or place not in ctx.places.nodes or may_at(Act.ASSESS, terms, *rights_area(ctx, place)):
        return
    inside = [term for term in terms if term.place_id is not None and place in ctx.places.line_of(term.place_id)]
    if not any(
        term.place_id is not None and may_at(Act.ASSESS, [term], frozenset({term.place_id}), frozenset())
        for term in inside
    ):
        raise Refuse(not_allowed(ctx, Act.ASSESS, place))


def _account_of(ctx: Context, unit: OrganisationRow, contact: str) -> int | None:
    """The account of the unit's contact who is named; else of who files it."""
    people = contacts_of(ctx.uow, [unit.id], ctx.now)
    named = [each.id for each in known_people(ctx.uow, people) if each.name and each.name in contact]
    accounts = followed_accounts(ctx.uow, named) if len(named) == 1 else []
    return accounts[0] if accounts else ctx.account_id
