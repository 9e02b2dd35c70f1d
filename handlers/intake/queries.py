"""What the subdistrict tells everybody of its tickets (Open311)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.tickets.states import ENDED
from handlers import texts
from handlers.context import Context, SubdistrictConfig
from handlers.intake import texts as words
from storage.console.open_requests import open_requests
from storage.database import Database
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Service311:
    """A category as others see it."""

    code: str
    name: str
    description: str
    keywords: str
    group: str


@dataclass(frozen=True)
class Request311:
    """A ticket as everybody may see it: no word of the reporter's, and no place smaller than a courtyard."""

    number: str
    status: str
    notes: str
    service_code: str
    service_name: str
    description: str
    agency: str
    opened_at: datetime
    updated_at: datetime
    due_at: datetime | None
    address: str
    lat: float | None
    lon: float | None


def services(config: SubdistrictConfig) -> list[Service311]:
    """All categories."""
    return [
        Service311(each.code, each.name, each.full_name, ",".join(each.words[:8]), each.group)
        for each in config.categories
    ]


def requests_between(
    database: Database, config: SubdistrictConfig, book: PlaceBook, now: datetime, span: tuple[datetime, datetime], most: int, *,
    numbers: Sequence[str] = (), codes: Sequence[str] = (), states: Sequence[str] = (),
) -> list[Request311]:  # fmt: skip
    """The tickets opened in the span that meet the conditions, the newest first. Coordinates are those of the courtyard."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        nodes = ctx.places.nodes
        found = []
        for row in open_requests(ctx.uow, *span, most, numbers=numbers, codes=codes, states=states):
            line = [] if row.place_id is None else ctx.places.line_of(row.place_id)
            outer = next((place for place in line if nodes[place].kind not in ("building", "unit")), None)
            community = None if row.place_id is None else ctx.places.community_of(row.place_id)
            category = config.category(row.category)
            name = category.full_name if category else words.OTHER
            node = None if outer is None else nodes[outer]
            found.append(
                Request311(
                    row.number, "closed" if row.state in ENDED else "open", texts.STATE[row.state], row.category or "", name, name,
                    "" if community is None else nodes[community].name,
                    row.opened_at, row.updated_at, row.due_at, "" if node is None else node.name,
                    None if node is None else node.lat, None if node is None else node.lon,
                )
            )  # fmt: skip
        return found
