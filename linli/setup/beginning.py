"""What set-up leaves behind: settings, a schema, a roster that is empty but for who administers it, a menu."""

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from bot.errors import PlatformAway, PlatformError
from bot.menu import publish
from handlers import roster
from linli import live_texts, setup_texts, texts
from linli.clock import system_clock
from linli.invitation import invitation
from linli.live import platform_findings
from linli.platform_errors import explained
from linli.settings import Settings
from linli.setup.asking import hint, sure, well
from linli.wiring import open_database, platform_api, subdistrict_config
from storage.roster_read import present_roster
from storage.schema import upgrade
from storage.workbook.reader import Contents, read_workbook
from storage.workbook.writer import write_workbook

ROSTER = Path("名册.xlsx")
ROOT, FIRST = "J01", "A01"
"""Codes of the subdistrict and of its first administrator."""
ACTOR = "linli setup"


def begin(settings: Settings, street: str, name: str, phone: str) -> None:
    """Brings the database to this version, and the first administrator into it unless there is a roster already."""
    database = open_database(settings)
    upgrade(database)
    now, zone = system_clock(), ZoneInfo(settings.timezone)
    with database.read() as connection:
        there = bool(present_roster(connection, zone, now).people)
    _write_roster(street, name, phone)
    if there:
        hint(setup_texts.ROSTER_THERE)
    else:
        roster.import_roster(
            database, _first_lines(street, name, phone, settings), zone, now, removals_agreed=False, actor=ACTOR
        )
        click.echo(invitation(database, FIRST, subdistrict_config(settings).rules.invitation_days, ACTOR))
    database.close()


def _lines(street: str, name: str, phone: str) -> dict[str, list[dict[str, str]]]:
    return {
        "places": [{"code": ROOT, "name": street, "kind": "街道"}],
        "people": [{"code": FIRST, "name": name, "phone": phone}],
        "posts": [{"person": FIRST, "role": "管理员", "place": ROOT}],
    }


def _write_roster(street: str, name: str, phone: str) -> None:
    if ROSTER.exists():
        hint(setup_texts.ROSTER_KEPT.format(path=ROSTER))
        return
    write_workbook(ROSTER, _lines(street, name, phone))
    well(setup_texts.ROSTER_WRITTEN.format(path=ROSTER))


def _first_lines(street: str, name: str, phone: str, settings: Settings) -> Contents:
    """The same as an import reads them, whatever workbook lies here already."""
    path = settings.data_dir / "first-roster.xlsx"
    write_workbook(path, _lines(street, name, phone))
    try:
        return read_workbook(path)
    finally:
        path.unlink()


def try_platform(settings: Settings) -> None:
    """The menu, where it is wanted, and what the platform says of all that will be asked of it."""
    api = platform_api(settings)
    if sure(setup_texts.MENU_SURE, default=True):
        try:
            well(texts.MENU_PUBLISHED if publish(api) else texts.MENU_COMMON_ONLY)
        except (PlatformError, PlatformAway) as error:
            hint(explained(live_texts.MENU, error, settings.wechat_api_base))
    for finding in platform_findings(settings, api):
        (well if finding.well else hint)(finding.text)
