"""In whose hands the tickets of an area are: one person's, several people's, everybody's."""

from collections.abc import Collection, Sequence

from governance.tickets.sensitive import kept_from
from handlers.colleagues import Waiting, only_one
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import sender_terms
from handlers.reporting.overseeing_outcomes import InHand, InHands, NobodyCalledSo, Row
from handlers.reporting.overseen_area import Area
from storage.brief_figures import open_count
from storage.oversight import Hand, Kind, ListedTicket, in_hands, people_working_at, tickets_of_kind
from storage.people import KnownPerson, known_people, names_of
from understanding.command_names import CommandName
from understanding.overseeing import called_so
from understanding.which_person import WHO

LISTED = 8


def hands_of_all(ctx: Context, area: Area) -> InHands:
    """Everybody who has any of it, and how much is nobody's."""
    hands = in_hands(ctx.uow, area.places, ctx.now)
    names = names_of(ctx.uow, [hand.person_id for hand in hands])
    nobodys = open_count(ctx.uow, area.places) - sum(hand.open for hand in hands)
    return InHands(area.names, tuple((names.get(hand.person_id, ""), hand.open, hand.late) for hand in hands), nobodys)


def hands_of(ctx: Context, area: Area, called: Sequence[str]) -> InHand | InHands:
    """One with what they have, several with how much each has. Raises Refuse where a name fits nobody there, or several."""
    hands = {hand.person_id: hand for hand in in_hands(ctx.uow, area.places, ctx.now)}
    people = {person.id: person for person in people_working_at(ctx.uow, area.places, ctx.now)}
    people |= {person.id: person for person in known_people(ctx.uow, sorted(hands.keys() - people.keys()))}
    meant = [_called(ctx, area, list(people.values()), hands, said) for said in called]
    if len(meant) == 1:
        return hand_of(ctx, area, meant[0].id, meant[0].name)
    counted = [(person.name, hands.get(person.id, Hand(person.id, 0, 0))) for person in meant]
    return InHands(area.names, tuple((name, hand.open, hand.late) for name, hand in counted), 0)


def hand_of(ctx: Context, area: Area, person: int, name: str) -> InHand:
    """What one person has in hand there."""
    hand = next((each for each in in_hands(ctx.uow, area.places, ctx.now) if each.person_id == person), None)
    found = tickets_of_kind(
        ctx.uow,
        area.places,
        Kind.OPEN,
        ctx.now,
        LISTED,
        of=person,
        but=() if person == ctx.person_id else kept_from(sender_terms(ctx)),
    )
    rows = tuple(row_of(ticket, named=False) for ticket in found)
    return InHand(name, area.names, rows, 0 if hand is None else hand.open, 0 if hand is None else hand.late)


def row_of(ticket: ListedTicket, named: bool = True) -> Row:
    """A ticket as a list shows it. `named`: with whose it is."""
    return Row(ticket.number, ticket.state, ticket.summary, ticket.place_text, ticket.assignee if named else None)


def _called(ctx: Context, area: Area, people: Sequence[KnownPerson], hands: Collection[int], said: str) -> KnownPerson:
    found = [person for person in people if said == person.code or called_so(said, person.name)]
    exact = [person for person in found if said in (person.code, person.name)]
    found = exact or found
    if not found:
        raise Refuse(NobodyCalledSo(said, area.names))
    busy = [person for person in found if person.id in hands]
    return (
        busy[0]
        if len(busy) == 1
        else only_one(ctx, said, busy or found, Waiting(CommandName.SHOW_OVERVIEW, f"{WHO}手上几件"))
    )
