"""Alliances at the back office: the list by alliance, a pairing with its year, the yearly ledger."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from governance.alliance.kinds import AgreementKind
from governance.milestones import Standing
from governance.permissions import Act
from handlers.alliance.finding import Sides, lines_of, lying_in, places_of, runs, sides_of
from handlers.alliance.outcomes import MilestoneLine
from handlers.context import Context
from handlers.office.privacy import Veil, veil
from handlers.office.staff import Staff
from handlers.office.staff import places_of as area_of
from storage.alliance import (
    AgreementRow,
    LectureRow,
    MilestoneRow,
    agreement_by_id,
    agreements_of,
    all_pairings,
    lectures_of,
    milestone_by_id,
    milestones_of,
    pairing_by_id,
)
from storage.console.ticket_page import FileRow, file_by_id
from storage.milestone_pictures import milestone_shown, pictures_beside
from storage.organisations import OrganisationRow, branch_members, organisations
from storage.people import names_of


@dataclass(frozen=True)
class YearLine:
    """A pairing's year in figures. `area`: its alliance (片区), else its community; `running`: it is not over."""

    sides: Sides
    area: str
    running: bool
    lectures: int
    listeners: int
    agreements: dict[AgreementKind, int]
    standings: dict[Standing, int]


@dataclass(frozen=True)
class ProofLine:
    """A milestone with what proves it."""

    line: MilestoneLine
    row: MilestoneRow
    proof: str
    by: str
    pictures: tuple[int, ...]


@dataclass(frozen=True)
class PairingPage:
    """A pairing with its year. `units`: of its branches; `people`: who answers for each branch, and how many members it has."""

    line: YearLine
    year: int
    lectures: list[LectureRow]
    agreements: list[tuple[AgreementRow, list[ProofLine]]]
    units: list[OrganisationRow]
    secretaries: dict[int, str]
    members: dict[int, int]


def alliances_listed(ctx: Context, staff: Staff, year: int) -> list[tuple[str, list[YearLine]]]:
    """The pairings of their area by alliance, those that are over last."""
    lines = year_lines(ctx, year, area_of(ctx, staff, Act.RUN_ALLIANCE))
    areas = sorted({line.area for line in lines})
    return [(area, sorted((line for line in lines if line.area == area), key=_order)) for area in areas]


def _order(line: YearLine) -> tuple[bool, bool, str]:
    return not line.running, not line.standings[Standing.LATE], line.sides.pairing.code


def year_lines(ctx: Context, year: int, area: Collection[int] | None) -> list[YearLine]:
    """The pairings of an area that ran in a year, each with what it has done in it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    ran = [each for each in all_pairings(ctx.uow) if each.since <= last and (each.until is None or each.until >= first)]
    return _lines(ctx, lying_in(ctx, sides_of(ctx, ran), area), first, last)


def _lines(ctx: Context, found: Sequence[Sides], first: date, last: date) -> list[YearLine]:
    ids = [each.pairing.id for each in found]
    held = lectures_of(ctx.uow, ids, first, last)
    agreed = [each for each in agreements_of(ctx.uow, ids) if each.starts_on <= last and each.ends_on >= first]
    owner = {each.id: each.pairing_id for each in agreed}
    rows = [each for each in milestones_of(ctx.uow, owner) if first <= each.due_on <= last]
    standings = [(owner[row.agreement_id], line.standing) for row, line in zip(rows, lines_of(ctx, rows), strict=True)]
    areas = _areas(ctx, found)
    return [
        YearLine(
            each, areas[each.pairing.id], runs(each.pairing, ctx),
            sum(one.pairing_id == each.pairing.id for one in held),
            sum(one.people for one in held if one.pairing_id == each.pairing.id),
            {kind: sum(one.pairing_id == each.pairing.id and one.kind is kind for one in agreed) for kind in AgreementKind},
            {kind: standings.count((each.pairing.id, kind)) for kind in Standing},
        )
        for each in found
    ]  # fmt: skip


def _areas(ctx: Context, found: Sequence[Sides]) -> dict[int, str]:
    """The alliance in which a pairing lies, else its community, by the pairing's id; empty where it lies nowhere."""
    places = places_of(ctx, [branch for each in found for branch in (each.ours, each.theirs)])
    named = {}
    for each in found:
        place = places[each.ours.id] or places[each.theirs.id]
        line = [] if place is None else ctx.places.line_of(place)
        kinds = {ctx.places.nodes[node].kind: node for node in line}
        area = kinds.get("alliance") or kinds.get("community") or place
        named[each.pairing.id] = "" if area is None else ctx.places.full_name(area)
    return named


def pairing_page(ctx: Context, staff: Staff, pairing_id: int, year: int) -> PairingPage | None:
    """A pairing; None where there is none that they look after."""
    pairing = pairing_by_id(ctx.uow, pairing_id)
    found = [] if pairing is None else lying_in(ctx, sides_of(ctx, [pairing]), area_of(ctx, staff, Act.RUN_ALLIANCE))
    if not found:
        return None
    sides, first, last = found[0], date(year, 1, 1), date(year, 12, 31)
    (line,), shown = _lines(ctx, [sides], first, last), veil(ctx)
    agreed = agreements_of(ctx.uow, [pairing_id])
    both = (sides.ours, sides.theirs)
    names = names_of(ctx.uow, [each.secretary_id for each in both if each.secretary_id is not None])
    units = organisations(ctx.uow, {each.organisation_id for each in both if each.organisation_id is not None})
    return PairingPage(
        line, year, [_veiled(each, shown) for each in lectures_of(ctx.uow, [pairing_id], first, last)],
        _proofs(ctx, agreed, shown), units,
        {each.id: shown.text(names.get(each.secretary_id or 0, "")) for each in both},
        branch_members(ctx.uow, [each.id for each in both]),
    )  # fmt: skip


def _veiled(lecture: LectureRow, shown: Veil) -> LectureRow:
    return replace(lecture, teacher=shown.text(lecture.teacher or ""), topic=shown.words(lecture.topic))


def _proofs(ctx: Context, agreed: Sequence[AgreementRow], veiled: Veil) -> list[tuple[AgreementRow, list[ProofLine]]]:
    rows = milestones_of(ctx.uow, [each.id for each in agreed])
    pictures = pictures_beside(ctx.uow, [each.id for each in rows])
    names = names_of(ctx.uow, [each.proved_by for each in rows if each.proved_by is not None])
    shown = [
        ProofLine(
            replace(line, owner=veiled.text(line.owner)),
            row,
            veiled.words(row.proof or ""),
            veiled.text(names.get(row.proved_by or 0, "")),
            tuple(pictures.get(row.id, ())),
        )
        for row, line in zip(rows, lines_of(ctx, rows), strict=True)
    ]
    return [(each, [proof for proof in shown if proof.row.agreement_id == each.id]) for each in agreed]


def milestone_picture(ctx: Context, staff: Staff, file_id: int) -> FileRow | None:
    """A picture beside a milestone, to who looks after its pairing."""
    number = milestone_shown(ctx.uow, file_id)
    milestone = None if number is None else milestone_by_id(ctx.uow, number)
    if milestone is None:
        return None
    pairing_id = agreement_by_id(ctx.uow, milestone.agreement_id).pairing_id
    if pairing_page(ctx, staff, pairing_id, ctx.today.year) is None:
        return None
    file = file_by_id(ctx.uow, file_id)
    return file if file is not None and file.state == "stored" else None
