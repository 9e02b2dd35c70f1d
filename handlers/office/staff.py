"""Who sits at the back office, and which places are theirs."""

from dataclasses import dataclass
from datetime import datetime

from governance.permissions import PERMISSIONS, Act, may, may_at
from governance.roles import Term
from handlers.context import Context
from handlers.posts import area_of_terms, rights_area
from storage import keyring
from storage.console.sessions import SessionRow, session_of
from storage.people import person_by_id, terms_of


@dataclass(frozen=True)
class Staff:
    """Somebody signed in. `terms`: as they run now, so that a right that has ended is gone with the next click; `since`: when
    they signed in.
    """

    person_id: int
    code: str
    name: str
    terms: tuple[Term, ...]
    session_id: int
    csrf: str
    since: datetime

    @property
    def actor(self) -> str:
        """As the audit names them."""
        return f"console:{self.code}"

    def may(self, act: Act) -> bool:
        """Whether they may do it anywhere."""
        return may(act, self.terms)


@dataclass(frozen=True)
class Browser:
    """A browser with its cookie's row; `staff` None: nobody is signed in, or their rights have ended."""

    session: SessionRow | None
    staff: Staff | None


def browser(ctx: Context, token: str | None) -> Browser:
    """The browser with this cookie."""
    session = None if token is None else session_of(ctx.uow, token, ctx.now)
    if session is None or token is None:
        return Browser(session, None)
    person = person_by_id(ctx.uow, session.person_id)
    if person is None or person.left:
        return Browser(session, None)
    terms = tuple(terms_of(ctx.uow, person.id, ctx.now))
    if not may(Act.USE_CONSOLE, terms):
        return Browser(session, None)
    return Browser(
        session,
        Staff(
            person.id, person.code, person.name, terms, session.id, keyring.digest("csrf", token), session.created_at
        ),
    )


def places_of(ctx: Context, staff: Staff, act: Act = Act.SEE) -> frozenset[int] | None:
    """The places where they may do it; None: everywhere in the subdistrict, also where a ticket has no place."""
    terms = [term for term in staff.terms if term.role in PERMISSIONS[act]]
    return area_of_terms(ctx, terms)


def may_here(ctx: Context, staff: Staff, act: Act, place_id: int | None) -> bool:
    """Whether they may do it to what lies at the place."""
    return act in acts_here(ctx, staff, place_id)


def acts_here(ctx: Context, staff: Staff, place_id: int | None) -> frozenset[Act]:
    """All that they may do to what lies at the place; what lies nowhere, or where no place is any more, lies in the whole
    subdistrict.
    """
    area = rights_area(ctx, place_id if place_id in ctx.places.nodes else None)
    return frozenset(act for act in Act if may_at(act, staff.terms, *area))
