"""Whether what is told beside an open report is another matter, or more about the same."""

from governance.tickets.urgency import Urgency
from handlers.reporting.commands import ReportProblem
from storage.work_tickets import WorkTicket
from understanding.danger import kind_of
from understanding.hazard import hazard_in
from understanding.model.wording import names_shared
from understanding.named import BYSTANDERS
from understanding.normalise import normalise, plain
from understanding.place_index import PlaceIndex
from understanding.reading import Reading

SHORTEST_MATTER = 8
"""Fewer characters of no known category add to what was said before."""


def is_new_matter(places: PlaceIndex, told: ReportProblem, ticket: WorkTicket) -> bool:
    """A danger that the open report is none of, another place, or something else than its matter."""
    reading = told.reading
    if reading is None:
        return False
    if reading.hazard is not None and ticket.urgency != Urgency.HAZARD:
        return True
    if reading.place is not None and _elsewhere(places, reading.place.place, ticket.place_id):
        return True
    if names_its_matter(_of_another_danger(reading, told.text, ticket), ticket):
        return False
    if reading.category is None:
        return len(told.text) >= SHORTEST_MATTER
    return reading.category.code != ticket.category


def _of_another_danger(reading: Reading, text: str, ticket: WorkTicket) -> str:
    """The text; of a danger of another kind without whom it may hit: that children pass by is not what either is about."""
    before = plain(normalise(ticket.summary))
    known = hazard_in(before)
    danger = kind_of(before) if known is None else known.danger
    same = reading.hazard is None or reading.hazard.danger is danger
    return text if same else BYSTANDERS.sub("", text)


def names_its_matter(text: str, ticket: WorkTicket) -> bool:
    """Whether words name what the ticket is about; its place aside."""
    return bool(names_shared(ticket.summary, text, ticket.place_text or ""))


def _elsewhere(places: PlaceIndex, one: int, other: int | None) -> bool:
    """Whether neither of two places lies in the other."""
    return other is not None and one not in places.line_of(other) and other not in places.line_of(one)
