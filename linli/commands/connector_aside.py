"""`linli connectors aside|replay`: what of other platforms was set aside, and why; and all of it, or one, tried again."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from linli.connector_texts import ASIDE, ASIDE_TOLD, HOW_TO_REPLAY, NOT_ASIDE, NOTHING_ASIDE, REPLAYED
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

if TYPE_CHECKING:
    from storage.unit_of_work import UnitOfWork

MOST = 200


@click.command("aside")
@click.argument("platform", required=False)
@stops_plainly
def connectors_aside(platform: str | None) -> None:
    """列出搁置的和发不出的，每条写明原因（最多各 200 条，新的在前）；不写平台名就列全部。"""
    from zoneinfo import ZoneInfo

    from handlers.connectors.words import fault_about
    from linli.wiring import ready_database
    from storage.connectors.items import SET_ASIDE, items_in
    from storage.connectors.out import outs_set_aside
    from storage.unit_of_work import UnitOfWork

    settings = load()
    zone = ZoneInfo(settings.timezone)
    with ready_database(settings).read() as connection:
        uow = UnitOfWork(connection)
        items, outs = items_in(uow, [SET_ASIDE], MOST, platform), outs_set_aside(uow, MOST, platform)
    for item in items:
        reason, at = fault_about(item.reason, item.about), item.received_at.astimezone(zone)
        click.echo(ASIDE.format(id=item.id, platform=item.platform, their_id=item.their_id, reason=reason, at=at))
    for out in outs:
        at = out.at.astimezone(zone)
        click.echo(ASIDE_TOLD.format(id=out.id, platform=out.platform, ours=out.ours, reason=out.last_error, at=at))
    click.echo(HOW_TO_REPLAY if items or outs else NOTHING_ASIDE)


@click.command("replay")
@click.argument("platform")
@click.option("--record", type=int, default=None, help="只重办搁置的这一号")
@click.option("--told", type=int, default=None, help="只重发没发出的这一号")
@stops_plainly
def connectors_replay(platform: str, record: int | None, told: int | None) -> None:
    """一个平台搁置的全部重办、没发出的全部重发，或只一条：对照表改好以后用；号在 linli connectors aside 里看。"""
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, note_by
    from storage.unit_of_work import UnitOfWork

    now = system_clock()
    with ready_database(load()).write() as connection:
        uow = UnitOfWork(connection)
        came, given = _replayed(uow, platform, record, told, now)
        which = " ".join(f"{name}:{number}" for name, number in (("item", record), ("out", told)) if number is not None)
        note_by(uow, "linli connectors replay", AuditEntry("connector.replay", f"platform:{platform}", which), now)
        uow.finish()
    click.echo(REPLAYED.format(came=came, told=given))


def _replayed(uow: "UnitOfWork", platform: str, record: int | None, told: int | None, now: datetime) -> tuple[int, int]:
    """How many wait again, of what came and of what was to be told. One that is named and not set aside stops it all."""
    from storage.connectors.items import replay_item, replay_items
    from storage.connectors.out import replay_out, replay_outs

    if record is None and told is None:
        return replay_items(uow, platform, now), replay_outs(uow, platform, now)
    for number, done in (
        (record, record is None or replay_item(uow, platform, record, now)),
        (told, told is None or replay_out(uow, told, now, platform)),
    ):
        if not done:
            raise Stop(NOT_ASIDE.format(name=platform, number=number))
    return int(record is not None), int(told is not None)
