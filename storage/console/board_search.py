"""What the board is asked for, and the way back through all that ever was: a bounded stretch a page, however much there is."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, tuple_, union_all
from sqlalchemy.orm import aliased

from storage import keyring
from storage.kept_words import digests_of
from storage.models import Account, HotlineOrder, Mention, Organisation, Person, Ticket, UnitTicket
from storage.unit_of_work import UnitOfWork
from understanding.masking import plain_number

PAGE = 50
MOST_WORDS = 5
STRETCH = 4_000
"""So many tickets of the past are looked through for a page: then it ends, full or not, and says how far back it went."""
_PHONE = re.compile(r"1[0-9]{10}")


@dataclass(frozen=True)
class Wanted:
    """What the board is to show; empty means any. `text`: a number's end or the hotline's number, words of the matter, a place, a
    unit, a full name or a phone; of several words each must fit.

    `show`: open, mine, todispatch, toverify, late, hazard, night (since the evening before), ended or all. `sort`: of what is open:
    due (the next promise first), old or new. `page`: of what is open. `before`: a ticket that those shown of all or of the ended
    are older than.
    """

    @property
    def words(self) -> list[str]:
        """What is looked for, one by one."""
        number = re.sub(r"[\s-]", "", self.text)
        if _PHONE.fullmatch(number):
            return [number]  # as people write one down: 139 1234 5678
        return [word for word in re.split(r"[\s，,、]+", self.text) if word][:MOST_WORDS]

    @property
    def has_past(self) -> bool:
        """Whether it asks for all that ever was."""
        return self.show in ("night", "ended", "all")

    show: str = "open"
    sort: str = "due"
    text: str = ""
    urgency: str = ""
    category: str = ""
    community: int | None = None
    unit: int | None = None
    page: int = 1
    before: str = ""


_NEWEST_FIRST = (Ticket.opened_at.desc(), Ticket.number.desc())
_at = tuple_(Ticket.opened_at, Ticket.number)


def past_page(
    uow: UnitOfWork, where: Sequence[ColumnElement[bool]], wanted: Wanted
) -> tuple[list[str], str, datetime | None]:
    """The newest of these tickets before the one that is named; the ticket to go on from, and how far back it was looked.

    What an index finds, a number or somebody's name or phone, is found whenever it was.
    """
    if wanted.words and not wanted.before:
        plain = (
            uow.execute(union_all(*(each for word in wanted.words for each in _plainly(word))).limit(STRETCH))
            .scalars()
            .all()
        )
        these = select(Ticket.number).where(Ticket.number.in_(plain), *where).order_by(*_NEWEST_FIRST).limit(PAGE)
        numbers = list(uow.execute(these).scalars()) if plain else []
        if numbers:
            return numbers, "", None
    since = _instant_of(uow, wanted.before)
    older = [] if since is None else [_at < (since, wanted.before)]
    end = select(Ticket.opened_at, Ticket.number).where(*older).order_by(*_NEWEST_FIRST).offset(STRETCH - 1).limit(1)
    edge = uow.execute(end).first()
    stretch = older if edge is None else [*older, _at >= (edge.opened_at, edge.number)]
    some = select(Ticket.number).where(*stretch, *where).order_by(*_NEWEST_FIRST).limit(PAGE + 1)
    numbers = list(uow.execute(some).scalars())
    if len(numbers) > PAGE:
        return numbers[:PAGE], numbers[PAGE - 1], None
    return (numbers, "", None) if edge is None else (numbers, edge.number, edge.opened_at)


def _instant_of(uow: UnitOfWork, number: str) -> datetime | None:
    if not number:
        return None
    opened: datetime | None = uow.execute(select(Ticket.opened_at).where(Ticket.number == number)).scalar()
    return opened


Named = Mapping[str, Collection[int]]
"""The places that a word of a search names, with all that lies in them."""


def matching(wanted: Wanted, named: Named) -> list[ColumnElement[bool]]:
    """What a ticket must be to be shown, but for its place and whether it is open."""
    found: list[ColumnElement[bool]] = []
    if wanted.urgency:
        found.append(Ticket.urgency == wanted.urgency)
    if wanted.category:
        found.append(Ticket.category == wanted.category)
    if wanted.unit is not None:
        found.append(Ticket.number.in_(_of_units(UnitTicket.organisation_id == wanted.unit)))
    return [*found, *(_says(word, named.get(word, ())) for word in wanted.words)]


def _says(word: str, places: Collection[int]) -> ColumnElement[bool]:
    """Wherever in a ticket the word stands; `places`: those that it names."""
    said = [column.contains(word, autoescape=True) for column in (Ticket.summary, Ticket.place_text, Ticket.text)]
    assignees = select(Person.id).where(Person.name_digest.in_(keyring.digests("name", word)))
    numbered = [Ticket.number.endswith(word.upper(), autoescape=True)] if word[-1].isdigit() else []
    units = Ticket.number.in_(_of_units(Organisation.name.contains(word, autoescape=True)))
    lies = [Ticket.place_id.in_(sorted(places))] if places else []
    return or_(
        *said, *numbered, *lies, Ticket.number.in_(union_all(*_plainly(word))), Ticket.assignee_id.in_(assignees), units,
        *_of_phone(word),
    )  # fmt: skip


def _of_phone(word: str) -> list[ColumnElement[bool]]:
    """The tickets of who has this phone in the roster, where the word is a whole number."""
    number = plain_number(word)
    if not _PHONE.fullmatch(number):
        return []
    theirs = Person.phone_digest.in_(keyring.digests("phone", number))
    return [Ticket.account_id.in_(select(Account.id).join(Person, Person.id == Account.person_id).where(theirs))]


def _of_units(of_unit: ColumnElement[bool]) -> Select[Any]:
    """The tickets that were opened for such units."""
    return select(UnitTicket.number).join(Organisation, Organisation.id == UnitTicket.organisation_id).where(of_unit)


def _plainly(text: str) -> list[Select[Any]]:
    """What an index finds at once: the number in full, ours or the hotline's, who is mentioned in it, who reported it. One by one:
    joined by "or" PostgreSQL would look at every ticket.
    """
    named = Person.name_digest.in_(keyring.digests("name", text))
    other = aliased(Ticket)
    return [
        select(other.number).where(other.number == text.upper()),
        select(HotlineOrder.number).where(HotlineOrder.order_no == text),
        select(Mention.number).where(Mention.digest.in_(digests_of(text))),
        select(other.number)
        .join(Account, Account.id == other.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(named),
        _of_units(Organisation.name == text),
    ]
