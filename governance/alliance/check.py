"""From the rows of an alliance workbook to entries, or to the list of all that is wrong with them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from governance import texts as common
from governance.alliance import texts
from governance.alliance.entries import (
    EMPTY_BOOK,
    AgreementEntry,
    AllianceBook,
    BranchEntry,
    ContactEntry,
    ContactKey,
    MilestoneEntry,
    PairingEntry,
    UnitEntry,
)
from governance.alliance.sheets import AGREEMENTS, BRANCHES, CONTACTS, MILESTONES, PAIRINGS, SHEETS, UNITS
from governance.places import PlaceKind
from governance.roster.cells import Cells, Names
from governance.roster.entries import Roster
from governance.roster.sheets import GRIDS, PEOPLE, PLACES, Problem, Row

Rows = Mapping[str, Sequence[Row]]
"""Filled rows by the sheet's key. A sheet without rows says nothing: what is there stays."""
_AREAS = (PlaceKind.ALLIANCE, PlaceKind.COMMUNITY, PlaceKind.SUBDISTRICT)


def check(
    rows: Rows, roster: Roster, existing: AllianceBook = EMPTY_BOOK, former: Collection[tuple[str, str]] = ()
) -> tuple[AllianceBook, list[Problem]]:
    """What the rows say, with what exists where a sheet says nothing; and all problems, by sheet and row.

    With any problem it is not to be used. `former`: code and name of branches that are gone.
    """
    reader = _Reader(roster)
    units = reader.units(rows.get("units", ())) or existing.units
    branches = reader.branches(rows.get("branches", ()), _named(rows, "units", existing.units)) or existing.branches
    contacts = reader.contacts(rows.get("contacts", ()), _named(rows, "units", existing.units)) or existing.contacts
    gone = {
        value for pair in (*former, *((each.code, each.name) for each in existing.branches.values())) for value in pair
    }
    pairings = (
        reader.pairings(rows.get("pairings", ()), _named(rows, "branches", existing.branches), gone)
        or existing.pairings
    )
    agreements = (
        reader.agreements(rows.get("agreements", ()), _named(rows, "pairings", existing.pairings))
        or existing.agreements
    )
    milestones = (
        reader.milestones(rows.get("milestones", ()), _named(rows, "agreements", existing.agreements), agreements)
        or existing.milestones
    )
    order = {sheet.title: number for number, sheet in enumerate(SHEETS)}
    book = AllianceBook(units, branches, contacts, pairings, agreements, milestones)
    return book, sorted(reader.problems, key=lambda found: (order[found.sheet], found.row))


def _named(rows: Rows, sheet: str, existing: Mapping[str, Any]) -> Names:
    """What may be referred to: each line of the sheet, also one with something wrong in it, which is told there once."""
    lines = rows.get(sheet)
    if lines:
        return Names((row.cells.get("code", ""), row.cells.get("name", "")) for row in lines)
    return Names((code, getattr(each, "name", code)) for code, each in existing.items())


class _Reader:
    """Reads sheet by sheet against the roster, and gathers what is wrong."""

    def __init__(self, roster: Roster) -> None:
        self.problems: list[Problem] = []
        self._roster = roster
        self._places = Names((place.code, place.name) for place in roster.places.values())
        self._grids = Names((grid.code, grid.name) for grid in roster.grids.values())
        self._people = Names((person.code, person.name) for person in roster.people.values())

    def units(self, rows: Sequence[Row]) -> dict[str, UnitEntry]:
        found: dict[str, UnitEntry] = {}
        codes: dict[str, int] = {}
        names: dict[str, int] = {}
        for row in rows:
            cells = Cells(UNITS, row, self.problems)
            code, name, kind = cells.text("code"), cells.text("name"), cells.choice("kind", texts.ORGANISATION_KIND)
            place = self._place(cells, "place", _AREAS)
            first = cells.first(code, codes, "code", common.DOUBLED_CODE)
            first &= cells.first(name, names, "name", texts.DOUBLED_UNIT)
            if first and code and name and kind:
                found[code] = UnitEntry(code, name, kind, place)
        return found

    def branches(self, rows: Sequence[Row], units: Names) -> dict[str, BranchEntry]:
        found: dict[str, BranchEntry] = {}
        codes: dict[str, int] = {}
        names: dict[tuple[str, str], int] = {}
        for row in rows:
            cells = Cells(BRANCHES, row, self.problems)
            code, name = cells.text("code"), cells.text("name")
            homes = [key for key in ("unit", "community", "grid") if cells.text(key) is not None]
            if len(homes) != 1:
                cells.wrong(homes[1] if homes else "unit", texts.ONE_HOME)
            unit = cells.reference("unit", units, UNITS)
            community = self._place(cells, "community", (PlaceKind.COMMUNITY,))
            grid = cells.reference("grid", self._grids, GRIDS)
            secretary = cells.reference("secretary", self._people, PEOPLE)
            members = cells.references("members", self._people, PEOPLE)
            first = cells.first(code, codes, "code", common.DOUBLED_CODE)
            home = unit or community or grid
            if first and name and home and names.setdefault((name, home), row.number) != row.number:
                cells.wrong("name", texts.DOUBLED_BRANCH.format(value=name, row=names[name, home]))
            elif first and code and name and home:
                found[code] = BranchEntry(code, name, unit, community, grid, secretary, members)
        return found

    def contacts(self, rows: Sequence[Row], units: Names) -> dict[ContactKey, ContactEntry]:
        found: dict[ContactKey, ContactEntry] = {}
        first: dict[ContactKey, int] = {}
        for row in rows:
            cells = Cells(CONTACTS, row, self.problems)
            person, unit = cells.reference("person", self._people, PEOPLE), cells.reference("unit", units, UNITS)
            since, until = cells.day("since"), cells.day("until")
            if since and until and until < since:
                cells.wrong("until", common.TERM_BACKWARDS)
            if person and unit and cells.first((person, unit), first, "person", texts.DOUBLED_CONTACT):
                found[person, unit] = ContactEntry(person, unit, since, until)
        return found

    def pairings(self, rows: Sequence[Row], branches: Names, gone: Collection[str]) -> dict[str, PairingEntry]:
        found: dict[str, PairingEntry] = {}
        codes: dict[str, int] = {}
        pairs: dict[tuple[str, ...], int] = {}
        for row in rows:
            cells = Cells(PAIRINGS, row, self.problems)
            code = cells.text("code")
            branch, partner = (self._branch(cells, key, branches, gone) for key in ("branch", "partner"))
            since, until = cells.day("since"), cells.day("until")
            if since and until and until < since:
                cells.wrong("until", common.TERM_BACKWARDS)
            first = cells.first(code, codes, "code", common.DOUBLED_CODE)
            if branch is not None and branch == partner:
                cells.wrong("partner", texts.WITH_ITSELF)
            elif branch and partner:
                pair = tuple(sorted((branch, partner)))
                first &= cells.first(pair, pairs, "partner", texts.DOUBLED_PAIR)
                if first and code:
                    found[code] = PairingEntry(code, branch, partner, since, until)
        return found

    def agreements(self, rows: Sequence[Row], pairings: Names) -> dict[str, AgreementEntry]:
        found: dict[str, AgreementEntry] = {}
        codes: dict[str, int] = {}
        for row in rows:
            cells = Cells(AGREEMENTS, row, self.problems)
            code, title = cells.text("code"), cells.text("title")
            pairing = cells.reference("pairing", pairings, PAIRINGS)
            kind = cells.choice("kind", texts.AGREEMENT_KIND)
            start, end = cells.day("start"), cells.day("end")
            if start and end and end < start:
                cells.wrong("end", texts.ENDS_BEFORE_IT_STARTS)
            first = cells.first(code, codes, "code", common.DOUBLED_CODE)
            if first and code and title and pairing and kind and start and end:
                found[code] = AgreementEntry(code, pairing, kind, title, start, end)
        return found

    def milestones(
        self, rows: Sequence[Row], known: Names, agreements: dict[str, AgreementEntry]
    ) -> dict[str, MilestoneEntry]:
        found: dict[str, MilestoneEntry] = {}
        codes: dict[str, int] = {}
        for row in rows:
            cells = Cells(MILESTONES, row, self.problems)
            code, title = cells.text("code"), cells.text("title")
            agreement = cells.reference("agreement", known, AGREEMENTS)
            owner, due = cells.reference("owner", self._people, PEOPLE), cells.day("due")
            term = None if agreement is None else agreements.get(agreement)
            if due and term and not term.start <= due <= term.end:
                cells.wrong("due", texts.OUTSIDE_THE_TERM.format(start=term.start, end=term.end))
            first = cells.first(code, codes, "code", common.DOUBLED_CODE)
            if first and code and title and agreement and owner and due:
                found[code] = MilestoneEntry(code, agreement, title, owner, due)
        return found

    def _place(self, cells: Cells, key: str, kinds: Collection[PlaceKind]) -> str | None:
        place = cells.reference(key, self._places, PLACES)
        if place is not None and self._roster.places[place].kind not in kinds:
            kind = common.PLACE_KIND[self._roster.places[place].kind]
            wrong = texts.NOT_AN_AREA if PlaceKind.ALLIANCE in kinds else common.NOT_A_COMMUNITY
            cells.wrong(key, wrong.format(value=cells.text(key), kind=kind))
            return None
        return place

    def _branch(self, cells: Cells, key: str, known: Names, gone: Collection[str]) -> str | None:
        value = cells.text(key)
        if value is not None and not known.find(value) and value in gone:
            cells.wrong(key, texts.BRANCH_GONE.format(value=value))
            return None
        return cells.reference(key, known, BRANCHES)
