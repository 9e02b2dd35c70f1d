"""One search over all that somebody at the office may see: what they may not see is not found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from governance.permissions import Act
from governance.texts import PLACE_KIND
from governance.things.texts import KIND as THING_KIND
from governance.tickets.sensitive import kept_from
from handlers.context import Context
from handlers.office.councils import councils_page
from handlers.office.directory import PAGE, people_seen
from handlers.office.privacy import veil
from handlers.office.staff import Staff, places_of
from handlers.office.tickets import named_places, ticket_seen
from storage.console.answers import known_answers
from storage.console.board import found_tickets
from storage.console.board_search import Wanted
from storage.console.directory import shifts_listed
from storage.things import things_called

MOST = 8
"""Of each kind so many are shown."""
_NUMBER = re.compile(r"[A-Za-z]{0,4}[0-9]{4,8}(-[0-9]{1,6})?")


class Found(StrEnum):
    """What can be found, in the order in which it is shown."""

    TICKET = "ticket"
    PERSON = "person"
    PLACE = "place"
    THING = "thing"
    ANSWER = "answer"
    SHIFT = "shift"
    COUNCIL = "council"


@dataclass(frozen=True)
class Hit:
    """One of them. `key`: what its page is named by; `part`: which page of its kind it is on, where there are several."""

    key: str
    title: str
    about: str = ""
    part: str = ""


@dataclass(frozen=True)
class Hits:
    """Those of one kind; `more`: there are others besides."""

    kind: Found
    hits: tuple[Hit, ...]
    more: bool


def find(ctx: Context, staff: Staff, text: str) -> list[Hits] | str:
    """What the words fit, by kind; of several words each must fit. The ticket's number alone, where the text is one, in full or by
    its end where only one has it.
    """
    words, said = Wanted(text=text).words, text.strip()
    if not words:
        return []
    numbered = _NUMBER.fullmatch(said) is not None
    ticket = ticket_seen(ctx, staff, said) if numbered else None
    if ticket is not None:
        return ticket.number
    tickets = _tickets(ctx, staff, said)
    ends = [each.key for each in tickets if numbered and each.key.endswith(said.upper())]
    if len(ends) == 1:
        return ends[0]
    found = [
        _hits(kind, search(ctx, staff, words, said))
        for kind, (search, act) in _SEARCHES.items()
        if act is None or staff.may(act)
    ]
    return [each for each in (_hits(Found.TICKET, tickets), *found) if each.hits]


def _hits(kind: Found, hits: Iterable[Hit]) -> Hits:
    all_of = tuple(hits)
    return Hits(kind, all_of[:MOST], len(all_of) > MOST)


def _tickets(ctx: Context, staff: Staff, text: str) -> list[Hit]:
    wanted, shown = Wanted(text=text, show="all"), veil(ctx).row
    named, but = named_places(ctx, wanted), kept_from(staff.terms)
    rows = [shown(row) for row in found_tickets(ctx.uow, places_of(ctx, staff), wanted, named, but)]
    return [Hit(row.number, row.summary, row.place_text or "", row.state.value) for row in rows]


def _people(ctx: Context, staff: Staff, words: Sequence[str], text: str) -> list[Hit]:
    """As the directory lists them: by a code, a full name, or where their post is; somebody of several posts once."""
    found: dict[str, Hit] = {}
    for code, name, phone, role, where, _ in (
        row.cells for row in people_seen(ctx, staff, text, colleagues=True)[:PAGE]
    ):
        if code not in found:
            found[code] = Hit(code, name, " ".join(each for each in (role, where, phone) if each))
    return list(found.values())


def _places(ctx: Context, staff: Staff, words: Sequence[str], text: str) -> list[Hit]:
    theirs, nodes = places_of(ctx, staff), ctx.places.nodes
    found = []
    for place, node in nodes.items():
        called = "\n".join((ctx.places.full_name(place), node.name, *node.aliases))
        if (theirs is None or place in theirs) and all(word in called for word in words):
            near = text not in (node.name, *node.aliases)
            found.append((near, not any(word in node.name for word in words), len(called), place))
    kinds = {str(kind.value): name for kind, name in PLACE_KIND.items()}
    return [
        Hit(nodes[place].name, ctx.places.full_name(place), kinds.get(nodes[place].kind, ""))
        for *_, place in sorted(found)
    ]


def _things(ctx: Context, staff: Staff, words: Sequence[str], _text: str) -> list[Hit]:
    rows = things_called(ctx.uow, words, places_of(ctx, staff), MOST + 1)
    return [Hit(str(row.id), f"{row.code} {row.name}", THING_KIND.get(row.kind, "")) for row in rows]


def _answers(ctx: Context, _staff: Staff, words: Sequence[str], _text: str) -> list[Hit]:
    """Whoever asks the bot is told them: nobody need be kept from them."""
    return [
        Hit(str(row.id), row.question, row.answer)
        for row in known_answers(ctx.uow)
        if all(word in row.question or word in row.answer for word in words)
    ]


def _shifts(ctx: Context, _staff: Staff, words: Sequence[str], _text: str) -> list[Hit]:
    found = []
    for row in shifts_listed(ctx.uow, ctx.now):
        called = f"{row.title or ''} {row.place or ''} 班次{row.id}"
        if all(word in called for word in words):
            when = f"{row.starts_at.astimezone(ctx.config.zone):%m-%d %H:%M}"
            found.append(Hit(row.title or row.place or "", called.strip(), f"{when} {row.taken}/{row.capacity}"))
    return found


def _councils(ctx: Context, staff: Staff, words: Sequence[str], _text: str) -> list[Hit]:
    """Meetings, topics and resolutions of the councils that they run."""
    shown = councils_page(ctx, staff)
    hidden = veil(ctx).text
    meetings = [
        Hit(str(row.id), f"会议{row.id} {name}", f"{row.starts_at.astimezone(ctx.config.zone):%m-%d %H:%M} {row.room}", "meeting")
        for row, name in shown.meetings
    ]  # fmt: skip
    topics = [Hit(str(row.id), f"议题{row.id} {hidden(row.title)}", name, "topic") for row, name in shown.topics]
    made = [
        Hit(str(line.row.id), f"决议{line.row.id} {hidden(line.row.text)}", line.council, "resolution")
        for line in shown.resolutions
    ]
    return [hit for hit in (*meetings, *topics, *made) if all(word in f"{hit.title} {hit.about}" for word in words)]


_SEARCHES = {
    Found.PERSON: (_people, Act.ASSESS),
    Found.PLACE: (_places, None),
    Found.THING: (_things, None),
    Found.ANSWER: (_answers, None),
    Found.SHIFT: (_shifts, Act.ASSESS),
    Found.COUNCIL: (_councils, Act.RUN_COUNCIL),
}
"""How each of the others is looked for, and the right that its own page asks for."""
