"""Open311: what another system with a key reports becomes a ticket; sent again within the hour it opens no second one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers.catalogue import execute, executes
from handlers.context import Context, SubdistrictConfig
from handlers.intake.commands import OpenRequest
from handlers.intake.outcomes import RequestOpened, RequestRefused, Unfit
from handlers.intake.taking_in import OPEN311, system_account, take_in, with_address
from handlers.outcomes import Refuse
from storage.console.api_keys import key_name
from storage.console.open_posts import note_opened, opened_before
from storage.database import Database
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

LONGEST_TEXT, LONGEST_ADDRESS = 2000, 200


@executes(OpenRequest)
def open_request(command: OpenRequest, ctx: Context) -> RequestOpened | RequestRefused:
    """One ticket for what the context's cause names."""
    name = next((each.name for each in ctx.config.categories if each.code == command.service), None)
    unfit = _unfit(command, known=name is not None)
    if unfit is not None or name is None:
        return RequestRefused(unfit or Unfit.UNKNOWN_SERVICE)
    before = opened_before(ctx.uow, ctx.cause, ctx.sender.id, ctx.now)
    if before is not None:
        return RequestOpened(before, again=True)
    text = with_address(command.text or name, command.address)
    number = take_in(ctx, text[:LONGEST_TEXT], command.lat, command.lon)
    note_opened(ctx.uow, ctx.cause, number)
    return RequestOpened(number, again=False)


def take_request(
    database: Database, config: SubdistrictConfig, book: PlaceBook, now: datetime, said: Mapping[str, str]
) -> RequestOpened | RequestRefused:
    """What came of a request as it was posted: read, done under the account of who holds its key."""
    try:
        if not said.get("api_key"):
            return RequestRefused(Unfit.NO_KEY)
        command = request_in(said)
    except Refuse as refuse:
        found: RequestRefused = refuse.outcome
        return found
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        name = key_name(ctx.uow, said["api_key"])
        if name is None:
            return RequestRefused(Unfit.NO_KEY)
        whose = replace(ctx, account=system_account(ctx, OPEN311, name), cause=_digest(name, said))
        outcome: RequestOpened | RequestRefused = execute(command, whose)
        ctx.uow.finish()
    return outcome


def request_in(said: Mapping[str, str]) -> OpenRequest:
    """The command that the fields of GeoReport v2 stand for. Raises Refuse for a point that is none."""
    lat, lon = said.get("lat", "").strip(), said.get("long", "").strip()
    point = _point(lat, lon) if lat or lon else (None, None)
    return OpenRequest(
        said.get("service_code", ""),
        said.get("description", "").strip(),
        said.get("address_string", "").strip(),
        *point,
    )


def _point(lat: str, lon: str) -> tuple[float, float]:
    try:
        found = float(lat), float(lon)
    except ValueError:
        found = (float("nan"), float("nan"))
    if not (-90 <= found[0] <= 90 and -180 <= found[1] <= 180):
        raise Refuse(RequestRefused(Unfit.BAD_POINT))
    return found


def _unfit(command: OpenRequest, *, known: bool) -> Unfit | None:
    """What the specification asks for and is not there."""
    if not command.service:
        return Unfit.NO_SERVICE
    if not known:
        return Unfit.UNKNOWN_SERVICE
    if command.lat is None and not command.address:
        return Unfit.NO_PLACE
    if len(command.text) > LONGEST_TEXT or len(command.address) > LONGEST_ADDRESS:
        return Unfit.TOO_LONG
    return None


def _digest(name: str, said: Mapping[str, str]) -> str:
    """Of all that a system has said, but for the key it said it with."""
    words = sorted((key, value) for key, value in said.items() if key != "api_key")
    return hashlib.sha256(json.dumps([name, words]).encode()).hexdigest()
