"""Which thing a report is about, and what whoever works on it should know of that thing."""

from collections.abc import Sequence
from datetime import timedelta

from governance.notices import NoticeKind
from governance.roles import Role
from governance.things.kinds import ThingKind
from handlers.context import Context
from handlers.notices import tell_first
from handlers.things import words
from handlers.things.seen import ThingSeen
from storage.organisations import organisation
from storage.people import names_of
from storage.things import ThingRow, failures_of, thing, thing_of_ticket, things_at, things_coded
from understanding.building_name import spelled, unit_number
from understanding.keeper_said import firms_in
from understanding.masking import masked_name
from understanding.normalise import normalise
from understanding.place_search import lies_in
from understanding.thing_meant import ThingThere, said_alike, says_building, things_meant
from understanding.thing_where import without_numbers
from understanding.thing_words import codes_said, kinds_said

YEAR = timedelta(days=365)
MOST_THERE = 1000
"""Among more things of one kind none is looked for by words."""
_ANY_KIND = tuple(kind.value for kind in ThingKind)
_OUTER = ("courtyard", "road_number", "landmark", "station")
HEADS = (Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)


def things_said(ctx: Context, text: str, place_id: int | None) -> list[ThingRow]:
    """The things that a report may be about: the only one where it is clear, those among which nobody can tell, or none.

    Without a place it is looked for in the courtyard that they name, else in the writer's.
    """
    if not ctx.book.has_things(ctx.uow):
        return []
    whole = spelled(normalise(text))
    by_code = things_coded(ctx.uow, codes) if (codes := codes_said(whole)) else []
    if by_code:
        return by_code if len(by_code) == 1 else [each for each in by_code if each.place_id == place_id] or by_code
    said, somewhere = ctx.places.without_names(whole), place_id is not None
    yard, strange = place_id if somewhere else _yard_about(ctx, without_numbers(whole)), False
    if yard is None and ctx.here.home is not None:
        yard, strange = _yard_of(ctx, ctx.here.home), True
    kinds = kinds_said(said) or (_ANY_KIND if codes else ())
    if yard is None or not kinds:
        return []
    yard = _with_unit_said(ctx, yard, said)
    there, own = _places_around(ctx, yard)
    if not somewhere or (ctx.places.is_home(yard) and said == whole and not says_building(said)):
        own = frozenset()  # the building is only where the writer lives
    rows = things_at(ctx.uow, there, kinds, most=MOST_THERE)
    if len(rows) == MOST_THERE:
        return []
    found = {each.id: each for each in rows}
    those = [_there(ctx, row, own) for row in rows]
    if (
        strange
    ):  # the words name what no place is called by: at home only what the register says in the same words is meant
        those = [each for each in those if said_alike(said, each)]
    meant = things_meant(said, those, only_numbered=not somewhere)
    return [found[each] for each in meant]


def thing_said(ctx: Context, text: str, place_id: int | None) -> ThingRow | None:
    """The one thing that a report is about; None where there is none, or where two fit."""
    found = things_said(ctx, text, place_id)
    return found[0] if len(found) == 1 else None


def seen(ctx: Context, row: ThingRow) -> ThingSeen:
    """As an answer names it, with how often it has failed within a year."""
    return ThingSeen(row.code, row.kind, row.spot, row.place_id, len(failures_of(ctx.uow, row.id, ctx.now - YEAR)))


def tell_of_failures(ctx: Context, row: ThingRow, number: str, summary: str) -> None:
    """From the third failure in a year on its grid head is told, once a year."""
    count = len(failures_of(ctx.uow, row.id, ctx.now - YEAR))
    if count < ctx.config.rules.thing_failures_a_year:
        return
    said = words.THIRD.format(thing=words.called(seen(ctx, row), ctx.here), count=count, number=number, summary=summary)
    tell_first(ctx, row.place_id, HEADS, f"thing_fails:{row.id}:{ctx.today.year}", NoticeKind.THING, said, again=True)


def thing_extra(ctx: Context, number: str) -> str:
    """What whoever gets a ticket reads of its thing: its keeper, what still covers it, how it failed before."""
    row = thing_of_ticket(ctx.uow, number) if ctx.book.has_things(ctx.uow) else None
    if row is None:
        return ""
    before = [each for each in failures_of(ctx.uow, row.id, ctx.now - YEAR) if each.number != number]
    facts = [
        words.KEEPER.format(who=keeper) if (keeper := keeper_of(ctx, row)) else "",
        words.CONTRACT.format(contract=row.contract) if row.contract else "",
        words.WARRANTY.format(day=row.warranty_until) if row.warranty_until and row.warranty_until >= ctx.today else "",
        words.again(seen(ctx, row)),
        words.LAST.format(at=before[0].opened_at.astimezone(ctx.config.zone), summary=before[0].summary) if before else "",
    ]  # fmt: skip
    more = "；".join(filter(None, facts))
    return words.EXTRA.format(thing=words.called(seen(ctx, row), ctx.here), more=f"。{more}" if more else "")


def keeper_of(ctx: Context, row: ThingRow) -> str:
    """Who keeps it, as everybody may read it who reads of the thing: the unit, firms that are noted; people and numbers masked."""
    person, unit = _keepers(ctx, row)
    noted = "" if row.keeper is None else ctx.names.masked(firms_in(row.keeper))
    return "、".join(filter(None, (masked_name(person) if person else "", unit, noted)))


def keeper_in_full(ctx: Context, row: ThingRow) -> str:
    """The same with all that is noted: for who has to call."""
    return "、".join(filter(None, (*_keepers(ctx, row), row.keeper)))


def _keepers(ctx: Context, row: ThingRow) -> tuple[str, str]:
    person = "" if row.keeper_person_id is None else names_of(ctx.uow, [row.keeper_person_id]).get(row.keeper_person_id)
    unit = None if row.keeper_unit_id is None else organisation(ctx.uow, row.keeper_unit_id)
    return person or "", "" if unit is None else unit.name


def known_thing(ctx: Context, thing_id: int) -> ThingRow | None:
    """A thing that is in use."""
    row = thing(ctx.uow, thing_id)
    return None if row is None or row.ended_at is not None else row


def _places_around(ctx: Context, place_id: int) -> tuple[Sequence[int], frozenset[int]]:
    """Where things of a report may be kept: at its place, in what lies in that, in what it lies in up to the courtyard; and which
    of these are its own place.
    """
    own = frozenset([place_id, *ctx.places.inside(place_id)])
    outer = [
        place for place in ctx.places.line_of(place_id)[1:] if ctx.places.nodes[place].kind in ("building", *_OUTER)
    ]
    return sorted({*own, *outer}), frozenset([place_id]) if ctx.places.nodes[place_id].kind in _OUTER else own


def _with_unit_said(ctx: Context, place_id: int, words: str) -> int:
    """A place; its building where it is a unit and the words name another one of it: 隔壁1单元."""
    node, said = ctx.places.nodes[place_id], unit_number(words)
    if node.kind != "unit" or said is None or said == _digits(node.name):
        return place_id
    return next(iter(ctx.places.line_of(place_id)[1:]), place_id)


def _yard_about(ctx: Context, words: str) -> int | None:
    """The courtyard that the words lie in, where they say no place that is known."""
    inner = lies_in(ctx.places, words, ctx.here.home)
    return _yard_of(ctx, inner)


def _yard_of(ctx: Context, place_id: int | None) -> int | None:
    line = [] if place_id is None else ctx.places.line_of(place_id)
    return next((place for place in line if ctx.places.nodes[place].kind in _OUTER), None)


def _there(ctx: Context, row: ThingRow, own: frozenset[int]) -> ThingThere:
    node = ctx.places.nodes.get(row.place_id)
    unit = node.name if node is not None and node.kind == "unit" else ""
    building = node.name if node is not None and node.kind == "building" and row.place_id not in own else ""
    said = f"{building} {row.name} {row.spot}".strip()
    return ThingThere(row.id, row.code, row.kind.value, said, row.place_id in own, _digits(unit))


def _digits(unit: str) -> str:
    return "".join(letter for letter in unit if letter.isdigit()).lstrip("0")
