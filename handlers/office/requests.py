"""Enterprises' requests at the back office: a month's figures by kind, and the requests that they rest on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from governance.days import month_of, next_month, start_of
from governance.permissions import Act
from governance.requests.figures import KindFigures, figures
from handlers.context import Context
from handlers.office.privacy import veil
from handlers.office.staff import Staff, places_of
from storage.unit_tickets import UnitRequest, requests_between


@dataclass(frozen=True)
class RequestsPage:
    """A month: a row for each kind and one for all, and its requests, the newest first. People are masked."""

    month: date
    rows: tuple[KindFigures, ...]
    requests: list[tuple[UnitRequest, str]]


def requests_page(ctx: Context, staff: Staff, month: date | None) -> RequestsPage:
    """The month that is asked for, else this one, in the reader's own area; each request with its summary as it is shown."""
    first = month or month_of(ctx.today)
    found = requests_of(ctx, first, places_of(ctx, staff, Act.ASSESS))
    shown = veil(ctx)
    return RequestsPage(
        first, figures((each.facts for each in found), ctx.now), [(each, shown.words(each.summary)) for each in found]
    )


def requests_of(ctx: Context, month: date, places: Collection[int] | None) -> list[UnitRequest]:
    """The requests of a month at these places; None: at all, and at none."""
    zone = ctx.config.zone
    return requests_between(ctx.uow, start_of(month, zone), start_of(next_month(month), zone), places)
