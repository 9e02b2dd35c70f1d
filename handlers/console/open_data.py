"""What the subdistrict tells everybody of its tickets (Open311), and what another system with a key may report."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from governance.tickets.states import ENDED
from handlers import texts
from handlers.console.intake import OPEN311, system_account, take_in
from handlers.context import Context, SubdistrictConfig
from handlers.texts import open_data as words
from storage.console.api_keys import key_name
from storage.console.open_posts import note_opened, opened_before
from storage.console.open_requests import open_requests
from storage.database import Database
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

LONGEST_TEXT, LONGEST_ADDRESS = 2000, 200


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


@dataclass(frozen=True)
class Refusal:
    """Why a request was not opened, with the status to answer."""

    status: int
    text: str


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


def open_request(
    database: Database, config: SubdistrictConfig, book: PlaceBook, now: datetime, said: Mapping[str, str]
) -> str | Refusal:
    """Opens a ticket for a system with a key; answers its number. The same request within the hour opens no second one."""
    wrong = _wrong(config, said)
    if wrong is not None:
        return wrong
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        name = key_name(ctx.uow, said.get("api_key", ""))
        if name is None:
            return Refusal(403, words.NO_KEY)
        category = next(each for each in config.categories if each.code == said["service_code"])
        text = said.get("description", "").strip() or category.name
        address = said.get("address_string", "").strip()
        whole = f"{address}，{text}" if address and address not in text else text
        account = system_account(ctx, OPEN311, name)
        digest = _digest(name, said)
        number = opened_before(ctx.uow, digest, account.id, now)
        if number is None:
            number = take_in(ctx, account, whole[:LONGEST_TEXT], *_point(said))
            note_opened(ctx.uow, digest, number)
        ctx.uow.finish()
        return number


def _digest(name: str, said: Mapping[str, str]) -> str:
    """Of all that a system has said, but for the key it said it with."""
    words = sorted((key, value) for key, value in said.items() if key != "api_key")
    return hashlib.sha256(json.dumps([name, words]).encode()).hexdigest()


def _wrong(config: SubdistrictConfig, said: Mapping[str, str]) -> Refusal | None:
    """What the specification asks for and is not there."""
    if not said.get("api_key"):
        return Refusal(403, words.NO_KEY)
    if not said.get("service_code"):
        return Refusal(400, words.NO_SERVICE)
    if said["service_code"] not in {each.code for each in config.categories}:
        return Refusal(404, words.UNKNOWN_SERVICE)
    point = any(said.get(name) for name in ("lat", "long"))
    if point and None in _point(said):
        return Refusal(400, words.BAD_POINT)
    if not point and not said.get("address_string", "").strip():
        return Refusal(400, words.NO_PLACE)
    if len(said.get("description", "")) > LONGEST_TEXT or len(said.get("address_string", "")) > LONGEST_ADDRESS:
        return Refusal(400, words.TOO_LONG)
    return None


def _point(said: Mapping[str, str]) -> tuple[float | None, float | None]:
    try:
        lat, lon = float(said.get("lat", "")), float(said.get("long", ""))
    except ValueError:
        return None, None
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else (None, None)
