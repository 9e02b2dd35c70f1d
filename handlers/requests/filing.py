"""What an enterprise needs becomes a ticket of its own kind and clock, with the unit on it; of anybody else it is a report."""

from collections.abc import Sequence
from dataclasses import replace

from governance.requests.clock import contact_by, has_own_clock, promised
from governance.requests.kinds import RequestKind, category_of, request_kind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.urgency import Urgency
from handlers.area_notices.outcomes import AnnouncedThere, IsAnnounced
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, ask_slot
from handlers.reporting.commands import AskQuestion, ReportProblem
from handlers.reporting.flood import kept_for_person
from handlers.reporting.flood_outcomes import KeptForPerson
from handlers.reporting.outcomes import KnownAnswer, NoSparks, Placed, Reported, WhatIsWrong
from handlers.reporting.queries import answered_about
from handlers.reporting.reading import as_report
from handlers.reporting.whereabouts import LONGEST_PLACE, Whereabouts, read_words, whereabouts
from handlers.reporting.writing import write_ticket
from handlers.requests.commands import FileEnterpriseRequest, NameRequestUnit
from handlers.requests.outcomes import NoContact, RequestFiled, UnitNamed, WhatIsNeeded
from storage.organisations import OrganisationRow, organisations, organisations_of
from storage.tickets import set_place
from storage.unit_tickets import stand_unit, unit_of_ticket
from understanding.asked_about import asks_only
from understanding.categories import Category, categorise
from understanding.command_names import CommandName
from understanding.normalise import normalise
from understanding.reading import Reading

Ordinary = NoSparks | KnownAnswer | AnnouncedThere | IsAnnounced | Reported | Placed | WhatIsWrong | KeptForPerson
"""What comes of it where it is no enterprise's request."""


@executes(FileEnterpriseRequest)
def file_request(
    command: FileEnterpriseRequest, ctx: Context
) -> (
    RequestFiled | WhatIsNeeded | NoContact | NoSparks | KnownAnswer | AnnouncedThere | IsAnnounced
    | Reported | Placed | WhatIsWrong | KeptForPerson
):  # fmt: skip
    """A danger in it goes first, as a report; who speaks for no unit has made an ordinary report."""
    mine = units_of_sender(ctx)
    if not command.text:
        return _asked_for_more(ctx, mine)
    reading = read_words(normalise(command.text), ctx.here)
    if not mine:
        return _ordinary(ctx, command.text, reading)
    if reading.hazard is not None:
        return _danger(ctx, command.text, reading, mine)
    kept = kept_for_person(ctx, command.text, reading)
    return kept if kept is not None else _filed(ctx, command.text, reading, mine)


@executes(NameRequestUnit)
def name_unit(command: NameRequestUnit, ctx: Context) -> UnitNamed | NoContact:
    """Once: what was said first counts."""
    ticket = answered_about(ctx, Question.UNIT, command.number)
    unit = next((each for each in units_of_sender(ctx) if each.id == command.unit), None)
    known = unit_of_ticket(ctx.uow, ticket.number)
    if known is None and unit is None:
        return NoContact(ctx.person_id is not None)
    if known is None and unit is not None:
        stand_unit(ctx.uow, ticket.number, unit.id, ctx.now)
        where = _at_unit(ctx, [unit])
        if ticket.place_id is None and where.text is not None:
            set_place(ctx.uow, ticket.number, where.text, where.place_id, ctx.names)
    return UnitNamed(ticket.number, known or (unit.name if unit is not None else ""))


def units_of_sender(ctx: Context) -> list[OrganisationRow]:
    """The present units for which the sender speaks."""
    if ctx.person_id is None:
        return []
    return organisations(ctx.uow, organisations_of(ctx.uow, ctx.person_id, ctx.now))


def _asked_for_more(ctx: Context, mine: list[OrganisationRow]) -> WhatIsNeeded | NoContact:
    if not mine:
        return NoContact(ctx.person_id is not None)
    ask_slot(ctx, CommandName.FILE_ENTERPRISE_REQUEST)
    return WhatIsNeeded(mine[0].name if len(mine) == 1 else "")


def _ordinary(ctx: Context, text: str, reading: Reading) -> Ordinary:
    """What a resident said who speaks for no unit, as if the word had not fallen."""
    words = normalise(text)
    asks = reading.hazard is None and asks_only(words)
    command = AskQuestion(text, reading) if asks else as_report(text, words, reading, ctx.here)
    answered: Ordinary = execute(command, ctx)
    return answered


def _danger(ctx: Context, text: str, reading: Reading, units: Sequence[OrganisationRow]) -> Reported:
    """A danger with its own clock, which waits for no question about units."""
    reported: Reported = execute(ReportProblem(text, reading=reading, anyway=True), ctx)
    if len(units) == 1 and isinstance(reported, Reported):
        stand_unit(ctx.uow, reported.number, units[0].id, ctx.now)
    return reported


def _filed(ctx: Context, text: str, reading: Reading, units: Sequence[OrganisationRow]) -> RequestFiled:
    category = category_told(ctx, text)
    kind = request_kind(category.code)
    assert kind is not None
    urgency = Urgency(reading.urgency if reading.urgency == Urgency.URGENT else category.urgency)
    as_request = replace(reading, category=category, urgency=urgency.value)
    written = write_ticket(ctx, text, as_request, where_told(ctx, text, reading, units))
    if len(units) == 1:
        stand_unit(ctx.uow, written.number, units[0].id, ctx.now)
    else:
        ask(ctx, Question.UNIT, number=written.number, units=[[each.id, each.name] for each in units])
    ctx.uow.wake = True
    times = ctx.config.times
    due = {each.kind: each.due_at for each in promised(urgency, kind, ctx.now, times)}
    contact = contact_by(ctx.now, times) if has_own_clock(urgency, kind) else None
    named = tuple(each.name for each in units)
    return RequestFiled(written.number, named, kind, written.summary, contact, due[DeadlineKind.HANDLE])


def category_told(ctx: Context, text: str) -> Category:
    """The kind whose words weigh most; what fits none is another."""
    found = categorise(normalise(text), ctx.config.requests).category
    other = ctx.config.category(category_of(RequestKind.OTHER))
    assert other is not None
    return found if found is not None and request_kind(found.code) is not None else other


def where_told(ctx: Context, text: str, reading: Reading, units: Sequence[OrganisationRow]) -> Whereabouts:
    """The place that is named, else the unit's own, with its name; where its contact lives is not where it is."""
    said = read_words(normalise(text), replace(ctx.here, home=None)) if ctx.here.home is not None else reading
    named = whereabouts(ctx.places, said, text)
    return named if named.place_id is not None else _at_unit(ctx, units)


def _at_unit(ctx: Context, units: Sequence[OrganisationRow]) -> Whereabouts:
    """Where a unit belongs; of several that may be meant only their names."""
    place = units[0].place_id if len(units) == 1 else None
    known = place if place is not None and place in ctx.places.nodes else None
    own = "" if known is None else ctx.places.full_name(known)
    return Whereabouts(known, (own + "、".join(each.name for each in units))[:LONGEST_PLACE])
