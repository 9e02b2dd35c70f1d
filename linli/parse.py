"""What the bot makes of a text, as the contract's fields."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import SQLAlchemyError

import handlers.registry  # noqa: F401 - fills the catalogue
from handlers.catalogue import intent_of
from handlers.conversation.deciding import Decision, decide
from linli.clock import system_clock
from linli.settings import Settings
from linli.wiring import open_database, subdistrict_config
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.interpretation import Interpretation, interpret
from understanding.normalise import normalise, plain
from understanding.people import people_in
from understanding.place_index import PlaceIndex
from understanding.reading import read_report
from understanding.situation import OwnShift, OwnTicket, Situation
from understanding.times import time_in

READ_AS_REPORT = frozenset({CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION, CommandName.PATROL})
ANSWER = "answer"
ALTERNATIVES = 3
TICKET = ("number", "summary", "place", "state", "mine")


def parser(settings: Settings) -> Callable[[str], dict[str, Any]]:
    """A function from a line (a text, or a JSON object with a text and its situation) to what is understood of it.

    Places are looked up in the database's tree; without a database (or an empty one) they are the text's own words. Raises
    ValueError for a JSON object that is no such line.
    """
    config, index, zone = subdistrict_config(settings), _index(settings), ZoneInfo(settings.timezone)

    def read(line: str) -> dict[str, Any]:
        text, situation = told(line, zone)
        words = normalise(text)
        (found,) = interpret([(text, situation)], config.model)
        reading = read_report(words, index, None, config.categories, config.learned, found.dangers)
        decision = decide(found, situation, reading, words)
        best = best_guess(found, decision)
        is_report = best.command in READ_AS_REPORT
        place = index.full_name(reading.place.place) if reading.place else reading.said
        time = time_in(plain(words[:2000]), situation.now or system_clock().astimezone(zone), config.calendar)
        return {
            "command": ANSWER if best.command is None else best.command.value,
            "intent": _intent(best),
            "ticket": best.ticket.upper() if best.ticket else None,
            "shift": None if best.shift is None else str(best.shift),
            "place": place,
            "category": reading.category.code if is_report and reading.category else None,
            "urgency": reading.urgency if is_report else None,
            "time": time.start.isoformat(timespec="seconds") if time else None,
            "people": people_in(words) or None,
            "probability": round(best.probability, 3),
            "alternatives": _alternatives(found, best) or None,
            "asks": bool(decision.ask),
        }

    return read


def told(line: str, zone: ZoneInfo) -> tuple[str, Situation]:
    """Text and situation of a line: a plain text, or a JSON object (design, section 3). Raises ValueError for any other JSON."""
    if not line.lstrip().startswith("{"):
        return line, Situation(now=system_clock().astimezone(zone))
    try:
        row = json.loads(line)
        now = datetime.fromisoformat(row["now"]).astimezone(zone) if row.get("now") else system_clock().astimezone(zone)
        tickets = tuple(OwnTicket(*(str(each.get(name) or "") for name in TICKET)) for each in row.get("tickets") or ())
        shifts = tuple(
            OwnShift(int(each["id"]), each.get("title") or "", bool(each.get("mine")))
            for each in row.get("shifts") or ()
        )
        return str(row["text"]), Situation(row.get("role") or "resident", tickets, shifts, row.get("asked"), (), now)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(line) from error


def best_guess(found: Interpretation, decision: Decision) -> Candidate:
    """The best guess, whether it is done or asked about."""
    if found.terse is not None:
        named = found.terse.ticket
        aimed = next((each for each in found.candidates if each.command is found.terse.command), None)
        ticket = aimed.ticket if aimed is not None and aimed.ticket else named
        return Candidate(found.terse.command, 1.0, ticket=ticket, shift=aimed.shift if aimed else None)
    return decision.do or next(iter(decision.several or decision.ask), found.best)


def _intent(candidate: Candidate) -> str:
    return ANSWER if candidate.command is None else intent_of(candidate.command).value


def _alternatives(found: Interpretation, best: Candidate) -> list[dict[str, Any]]:
    return [
        {
            "command": ANSWER if each.command is None else each.command.value, "intent": _intent(each),
            "ticket": each.ticket, "shift": each.shift, "probability": round(each.probability, 3),
        }
        for each in found.candidates
        if (each.command, each.ticket, each.shift) != (best.command, best.ticket, best.shift)
    ][:ALTERNATIVES]  # fmt: skip


def _index(settings: Settings) -> PlaceIndex:
    file = settings.data_dir / "linli.db"
    if not settings.database_url and not file.exists():
        return PlaceIndex(())  # reading a text makes no database
    try:
        with open_database(settings).read() as connection:
            return PlaceBook().index(UnitOfWork(connection))
    except SQLAlchemyError:
        return PlaceIndex(())
