"""What the board is asked for, and the way back through all that ever was: a bounded stretch a page, however much there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, or_, select, tuple_, union_all
from sqlalchemy.orm import aliased

from storage import keyring
from storage.kept_words import digests_of
from storage.models import Account, Mention, Organisation, Person, Ticket, UnitTicket
from storage.unit_of_work import UnitOfWork

PAGE = 50
STRETCH = 4_000
"""So many tickets of the past are looked through for a page: then it ends, full or not, and says how far back it went."""


@dataclass(frozen=True)
class Wanted:
    """What the board is to show; empty means any. `text`: a number's end, or words of the matter, the place, a unit or a full name.

    `show`: open, mine, todispatch, toverify, late, hazard, ended or all. `page`: of what is open. `before`: a ticket that those
    shown of all or of the ended are older than.
    """

    @property
    def has_past(self) -> bool:
        """Whether it asks for all that ever was."""
        return self.show in ("ended", "all")

    show: str = "open"
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
    text = wanted.text.strip()
    if text and not wanted.before:
        plain = uow.execute(_plainly(text).limit(STRETCH)).scalars().all()
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


def matching(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a ticket must be to be shown, but for its place and whether it is open."""
    found: list[ColumnElement[bool]] = []
    if wanted.urgency:
        found.append(Ticket.urgency == wanted.urgency)
    if wanted.category:
        found.append(Ticket.category == wanted.category)
    if wanted.unit is not None:
        found.append(Ticket.number.in_(_of_units(UnitTicket.organisation_id == wanted.unit)))
    text = wanted.text.strip()
    if text:
        said = [column.contains(text, autoescape=True) for column in (Ticket.summary, Ticket.place_text, Ticket.text)]
        assignees = select(Person.id).where(Person.name_digest.in_(keyring.digests("name", text)))
        numbered = [Ticket.number.endswith(text.upper(), autoescape=True)] if text[-1].isdigit() else []
        units = Ticket.number.in_(_of_units(Organisation.name.contains(text, autoescape=True)))
        found.append(or_(*said, *numbered, Ticket.number.in_(_plainly(text)), Ticket.assignee_id.in_(assignees), units))
    return found


def _of_units(of_unit: ColumnElement[bool]) -> Select[Any]:
    """The tickets that were opened for such units."""
    return select(UnitTicket.number).join(Organisation, Organisation.id == UnitTicket.organisation_id).where(of_unit)


def _plainly(text: str) -> CompoundSelect[Any]:
    """What an index finds at once: the number in full, who is mentioned in it, who reported it. One by one: joined by "or"
    PostgreSQL would look at every ticket.
    """
    named = Person.name_digest.in_(keyring.digests("name", text))
    other = aliased(Ticket)
    return union_all(
        select(other.number).where(other.number == text.upper()),
        select(Mention.number).where(Mention.digest.in_(digests_of(text))),
        select(other.number)
        .join(Account, Account.id == other.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(named),
        _of_units(Organisation.name == text),
    )
