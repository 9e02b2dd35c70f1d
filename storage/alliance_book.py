"""What stands in the database of alliances, as the workbook would say it, and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, or_, select, update

from governance.alliance.changes import AllianceChanges, codes_gone
from governance.alliance.entries import (
    AgreementEntry,
    AllianceBook,
    BranchEntry,
    ContactEntry,
    MilestoneEntry,
    PairingEntry,
    UnitEntry,
)
from governance.alliance.kinds import AgreementKind, OrganisationKind
from governance.clock import local_day
from governance.days import end_of, last_day, start_of
from governance.roster.changes import Action, Change
from storage.coded_rows import CodedRows
from storage.models import (
    Agreement,
    Branch,
    BranchMember,
    Grid,
    Milestone,
    Organisation,
    OrganisationContact,
    Pairing,
    Person,
    Place,
)


def former_branches(connection: Connection) -> list[tuple[str, str]]:
    """Code and name of the branches that are gone."""
    rows = connection.execute(select(Branch.code, Branch.name).where(Branch.left_at.is_not(None)))
    return [(row.code, row.name) for row in rows]


def proved_milestones(connection: Connection) -> set[str]:
    """The codes of those that were proved."""
    return set(connection.execute(select(Milestone.code).where(Milestone.proved_at.is_not(None))).scalars())


def present_book(connection: Connection, zone: ZoneInfo, now: datetime) -> AllianceBook:
    """All that is in use: nothing that has left or was ended; of contacts those who speak now or later."""
    codes = {
        model: _codes(connection, model) for model in (Organisation, Branch, Pairing, Agreement, Place, Grid, Person)
    }
    return AllianceBook(
        units=_units(connection, codes), branches=_branches(connection, codes),
        contacts=_contacts(connection, codes, zone, now), pairings=_pairings(connection, codes),
        agreements=_agreements(connection, codes), milestones=_milestones(connection, codes),
    )  # fmt: skip


Codes = dict[Any, dict[int | None, str]]


def _codes(connection: Connection, model: Any) -> dict[int | None, str]:
    return {row.id: row.code for row in connection.execute(select(model.id, model.code))}


def _rows(connection: Connection, model: Any, present: Any) -> Any:
    return connection.execute(select(model.__table__).where(present).order_by(model.id))


def _units(connection: Connection, codes: Codes) -> dict[str, UnitEntry]:
    return {
        row.code: UnitEntry(row.code, row.name, OrganisationKind(row.kind), codes[Place].get(row.place_id))
        for row in _rows(connection, Organisation, Organisation.left_at.is_(None))
    }


def _branches(connection: Connection, codes: Codes) -> dict[str, BranchEntry]:
    members: dict[int, list[str]] = {}
    for row in connection.execute(select(BranchMember.branch_id, BranchMember.person_id)):
        members.setdefault(row.branch_id, []).append(codes[Person][row.person_id])
    return {
        row.code: BranchEntry(
            row.code, row.name, codes[Organisation].get(row.organisation_id), codes[Place].get(row.place_id),
            codes[Grid].get(row.grid_id), codes[Person].get(row.secretary_id), tuple(sorted(members.get(row.id, ()))),
        )
        for row in _rows(connection, Branch, Branch.left_at.is_(None))
    }  # fmt: skip


def _contacts(
    connection: Connection, codes: Codes, zone: ZoneInfo, now: datetime
) -> dict[tuple[str, str], ContactEntry]:
    present = or_(OrganisationContact.until.is_(None), OrganisationContact.until > now)
    found = [
        ContactEntry(
            codes[Person][row.person_id], codes[Organisation][row.organisation_id], local_day(row.since, zone),
            None if row.until is None else last_day(row.until, zone),
        )
        for row in _rows(connection, OrganisationContact, present)
    ]  # fmt: skip
    return {(each.person, each.unit): each for each in found}


def _pairings(connection: Connection, codes: Codes) -> dict[str, PairingEntry]:
    return {
        row.code: PairingEntry(
            row.code, codes[Branch][row.branch_id], codes[Branch][row.partner_id], row.since, row.until
        )
        for row in _rows(connection, Pairing, Pairing.ended_at.is_(None))
    }


def _agreements(connection: Connection, codes: Codes) -> dict[str, AgreementEntry]:
    return {
        row.code: AgreementEntry(
            row.code, codes[Pairing][row.pairing_id], AgreementKind(row.kind), row.title, row.starts_on, row.ends_on
        )
        for row in _rows(connection, Agreement, Agreement.ended_at.is_(None))
    }


def _milestones(connection: Connection, codes: Codes) -> dict[str, MilestoneEntry]:
    return {
        row.code: MilestoneEntry(
            row.code, codes[Agreement][row.agreement_id], row.title, codes[Person][row.owner_id], row.due_on
        )
        for row in _rows(connection, Milestone, Milestone.dropped_at.is_(None))
    }


def write_book(connection: Connection, changes: AllianceChanges, zone: ZoneInfo, now: datetime) -> None:
    """Brings the tables to what the workbook says, save that the pairings it no longer has are for the caller to end."""
    writer = _Writer(connection, now, lambda _count: None)
    writer.units(changes.units)
    writer.branches(changes.branches)
    writer.contacts(changes.contacts, zone)
    writer.pairings(changes.pairings, zone)
    writer.agreements(changes.agreements)
    writer.milestones(changes.milestones)


class _Writer(CodedRows):
    """One import."""

    def units(self, changes: Sequence[Change[UnitEntry]]) -> None:
        places, ids = self.ids(Place), self.ids(Organisation)
        self.put(Organisation, changes, ids, lambda unit: {
            "code": unit.code, "name": unit.name, "kind": unit.kind.value,
            "place_id": places[unit.place] if unit.place else None,
        }, gone="left_at")  # fmt: skip
        left = [ids[code] for code in codes_gone(tuple(changes))]
        running = or_(OrganisationContact.until.is_(None), OrganisationContact.until > self._now)
        theirs = (OrganisationContact.organisation_id.in_(left), running)
        self._connection.execute(update(OrganisationContact).where(*theirs).values(until=self._now))

    def branches(self, changes: Sequence[Change[BranchEntry]]) -> None:
        units, places, grids, people = self.ids(Organisation), self.ids(Place), self.ids(Grid), self.ids(Person)
        self.put(Branch, changes, self.ids(Branch), lambda branch: {
            "code": branch.code, "name": branch.name, "organisation_id": units[branch.unit] if branch.unit else None,
            "place_id": places[branch.community] if branch.community else None,
            "grid_id": grids[branch.grid] if branch.grid else None,
            "secretary_id": people[branch.secretary] if branch.secretary else None,
        }, gone="left_at")  # fmt: skip
        ids = self.ids(Branch)
        touched = [ids[each.after.code] for each in changes if each.after is not None]
        self._connection.execute(delete(BranchMember).where(BranchMember.branch_id.in_(touched)))
        self.insert(BranchMember, [
            {"branch_id": ids[each.after.code], "person_id": people[person]}
            for each in changes if each.after is not None for person in each.after.members
        ])  # fmt: skip

    def contacts(self, changes: Sequence[Change[ContactEntry]], zone: ZoneInfo) -> None:
        people, units = self.ids(Person), self.ids(Organisation)
        new = []
        for change in changes:
            if change.before is not None:
                before = change.before
                running = or_(OrganisationContact.until.is_(None), OrganisationContact.until > self._now)
                theirs = (
                    OrganisationContact.person_id == people[before.person],
                    OrganisationContact.organisation_id == units[before.unit], running,
                )  # fmt: skip
                ends = self._now if change.after is None else self._until(change.after, zone)
                self._connection.execute(update(OrganisationContact).where(*theirs).values(until=ends))
            elif change.after is not None:
                after = change.after
                since = self._now if after.since is None else start_of(after.since, zone)
                new.append({
                    "person_id": people[after.person], "organisation_id": units[after.unit], "since": since,
                    "until": self._until(after, zone),
                })  # fmt: skip
        self.insert(OrganisationContact, new)

    def _until(self, entry: ContactEntry, zone: ZoneInfo) -> datetime | None:
        return None if entry.until is None else end_of(entry.until, zone)

    def pairings(self, changes: Sequence[Change[PairingEntry]], zone: ZoneInfo) -> None:
        branches, today = self.ids(Branch), local_day(self._now, zone)
        staying = [each for each in changes if each.action is not Action.REMOVE]
        self.put(Pairing, staying, self.ids(Pairing), lambda pairing: {
            "code": pairing.code, "branch_id": branches[pairing.branch], "partner_id": branches[pairing.partner],
            "since": pairing.since or today, "until": pairing.until, "ended_why": None,
        }, gone="ended_at")  # fmt: skip

    def agreements(self, changes: Sequence[Change[AgreementEntry]]) -> None:
        pairings = self.ids(Pairing)
        self.put(Agreement, changes, self.ids(Agreement), lambda agreement: {
            "code": agreement.code, "pairing_id": pairings[agreement.pairing], "kind": agreement.kind.value,
            "title": agreement.title, "starts_on": agreement.start, "ends_on": agreement.end,
        }, gone="ended_at")  # fmt: skip

    def milestones(self, changes: Sequence[Change[MilestoneEntry]]) -> None:
        agreements, people = self.ids(Agreement), self.ids(Person)
        moved = {
            each.after.code for each in changes
            if each.after is not None and (each.before is None or each.before.due != each.after.due)
        }  # fmt: skip

        def row_of(milestone: MilestoneEntry) -> dict[str, Any]:
            return {
                "code": milestone.code, "agreement_id": agreements[milestone.agreement], "title": milestone.title,
                "owner_id": people[milestone.owner], "due_on": milestone.due,
            }  # fmt: skip

        ids = self.ids(Milestone)
        self.put(Milestone, changes, ids, row_of, gone="dropped_at")
        again = [ids[code] for code in moved if code in ids]
        self._connection.execute(update(Milestone).where(Milestone.id.in_(again)).values(told=None))
