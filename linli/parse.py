"""What the bot makes of a text, as the contract's fields."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import SQLAlchemyError

import handlers.registry  # noqa: F401 - fills the catalogue
from handlers.catalogue import intent_of
from linli.clock import system_clock
from linli.settings import Settings
from linli.wiring import open_database, subdistrict_config
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.command_names import CommandName
from understanding.meaning import meaning_of
from understanding.normalise import normalise, plain
from understanding.people import people_in
from understanding.place_index import PlaceIndex
from understanding.reading import read_report
from understanding.times import time_in

READ_AS_REPORT = frozenset({CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION, CommandName.PATROL})


def parser(settings: Settings) -> Callable[[str], dict[str, Any]]:
    """A function from a text to intent, ticket, place, category, urgency, time, people; what is absent is None.

    Places are looked up in the database's tree; without a database (or an empty one) they are the text's own words.
    """
    config, index, zone = subdistrict_config(settings), _index(settings), ZoneInfo(settings.timezone)

    def read(text: str) -> dict[str, Any]:
        words = normalise(text)
        meaning = meaning_of(words)
        reading = read_report(words, index, categories=config.categories, learned=config.learned)
        is_report = meaning.command in READ_AS_REPORT
        place = index.full_name(reading.place.place) if reading.place else reading.said
        time = time_in(plain(words[:2000]), system_clock().astimezone(zone), config.calendar)
        return {
            "command": meaning.command.value,
            "intent": intent_of(meaning.command).value,
            "ticket": meaning.ticket.upper() if meaning.ticket else None,
            "place": place,
            "category": reading.category.code if is_report and reading.category else None,
            "urgency": reading.urgency if is_report else None,
            "time": time.start.isoformat(timespec="seconds") if time else None,
            "people": people_in(words) or None,
        }

    return read


def _index(settings: Settings) -> PlaceIndex:
    file = settings.data_dir / "linli.db"
    if not settings.database_url and not file.exists():
        return PlaceIndex(())  # reading a text makes no database
    try:
        with open_database(settings).read() as connection:
            return PlaceBook().index(UnitOfWork(connection))
    except SQLAlchemyError:
        return PlaceIndex(())
