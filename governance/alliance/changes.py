"""What a new alliance workbook changes in what is there."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from governance.alliance.entries import (
    AgreementEntry,
    AllianceBook,
    BranchEntry,
    ContactEntry,
    MilestoneEntry,
    PairingEntry,
    UnitEntry,
)
from governance.roster.changes import Action, Change, changes_of, much_of


@dataclass(frozen=True)
class AllianceChanges:
    """All that is to be done, in the order in which it can be done."""

    units: tuple[Change[UnitEntry], ...] = ()
    branches: tuple[Change[BranchEntry], ...] = ()
    contacts: tuple[Change[ContactEntry], ...] = ()
    pairings: tuple[Change[PairingEntry], ...] = ()
    agreements: tuple[Change[AgreementEntry], ...] = ()
    milestones: tuple[Change[MilestoneEntry], ...] = ()

    def by_sheet(self) -> dict[str, tuple[Change[Any], ...]]:
        """The changes by the key of their sheet."""
        return {
            "units": self.units, "branches": self.branches, "contacts": self.contacts, "pairings": self.pairings,
            "agreements": self.agreements, "milestones": self.milestones,
        }  # fmt: skip

    def __bool__(self) -> bool:
        return any(self.by_sheet().values())


def alliance_changes(present: AllianceBook, wanted: AllianceBook, proved: Collection[str]) -> AllianceChanges:
    """What turns one into the other. What was proved stays, in the book or not; who is named without a first day keeps theirs."""
    contacts = {key: _since(each, present.contacts.get(key)) for key, each in wanted.contacts.items()}
    pairings = {code: _since(each, present.pairings.get(code)) for code, each in wanted.pairings.items()}
    milestones = changes_of(present.milestones, wanted.milestones)
    return AllianceChanges(
        changes_of(present.units, wanted.units), changes_of(present.branches, wanted.branches),
        changes_of(present.contacts, contacts), changes_of(present.pairings, pairings),
        changes_of(present.agreements, wanted.agreements),
        tuple(each for each in milestones if each.before is None or each.before.code not in proved or each.after is not None),
    )  # fmt: skip


def _since(wanted: Any, known: Any) -> Any:
    return wanted if wanted.since is not None or known is None else replace(wanted, since=known.since)


def takes_much(changes: AllianceChanges, present: AllianceBook) -> list[str]:
    """The keys of the sheets of which the workbook would take away more than a fifth (and more than ten)."""
    return much_of(changes.by_sheet(), {sheet: len(getattr(present, sheet)) for sheet in changes.by_sheet()})


def codes_gone(changes: tuple[Change[Any], ...]) -> list[str]:
    """The codes of what is no longer in the book."""
    return [each.before.code for each in changes if each.action is Action.REMOVE and each.before is not None]
