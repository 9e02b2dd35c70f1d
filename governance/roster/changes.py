"""What a new roster changes in the present one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, PostKey, Roster


class Action(StrEnum):
    """What happens to an entry. Nothing is ever deleted: a removed place or grid is retired, a person has left, a post ends."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


E = TypeVar("E", bound=Any)


@dataclass(frozen=True)
class Change(Generic[E]):
    """One entry before and after; `before` None: new, `after` None: gone."""

    before: E | None
    after: E | None

    @property
    def action(self) -> Action:
        """What happens to it."""
        if self.before is None:
            return Action.ADD
        return Action.REMOVE if self.after is None else Action.CHANGE

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, where both are there."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            field.name
            for field in fields(self.after)
            if getattr(self.before, field.name) != getattr(self.after, field.name)
        )


AnyChange = Change[PlaceEntry] | Change[GridEntry] | Change[PersonEntry] | Change[PostEntry]


@dataclass(frozen=True)
class Changes:
    """All that is to be done, in the order in which it can be done."""

    places: tuple[Change[PlaceEntry], ...]
    grids: tuple[Change[GridEntry], ...]
    people: tuple[Change[PersonEntry], ...]
    posts: tuple[Change[PostEntry], ...]

    def by_sheet(self) -> dict[str, tuple[AnyChange, ...]]:
        """The changes by the key of their sheet."""
        return {"places": self.places, "grids": self.grids, "people": self.people, "posts": self.posts}

    def __bool__(self) -> bool:
        return any(self.by_sheet().values())


def changes_between(present: Roster, wanted: Roster, today: date) -> Changes:
    """What turns one into the other. `present` has people, places and grids in use, and each post's newest term."""
    return Changes(
        changes_of(present.places, wanted.places),
        changes_of(present.grids, wanted.grids),
        changes_of(present.people, wanted.people),
        _post_changes(present.posts, wanted, today),
    )


K = TypeVar("K")


def changes_of(present: Mapping[K, E], wanted: Mapping[K, E]) -> tuple[Change[E], ...]:
    """What is gone, then what is new or differs, of entries by their key."""
    gone: list[Change[E]] = [Change(before, None) for key, before in present.items() if key not in wanted]
    others: list[Change[E]] = [
        Change(present.get(key), after) for key, after in wanted.items() if present.get(key) != after
    ]
    return tuple(gone + others)


def _post_changes(present: Mapping[PostKey, PostEntry], wanted: Roster, today: date) -> tuple[Change[PostEntry], ...]:
    """A post without a first day keeps the one it has; an ended one that is wanted again is a new term."""
    found: list[Change[PostEntry]] = []
    for key, before in present.items():
        if not _ended(before, today) and (key not in wanted.posts or not _stands(before, wanted)):
            found.append(Change(before, None))
    for key, after in wanted.posts.items():
        if not _stands(after, wanted):
            continue
        known = present.get(key)
        if known is None or (_ended(known, today) and not _ended(after, today) and after.since != known.since):
            found.append(Change(None, after))
            continue
        kept = PostEntry(
            after.person, after.role, after.place, after.grid, after.line, after.since or known.since, after.until
        )
        if kept != known:
            found.append(Change(known, kept))
    return tuple(found)


def _ended(post: PostEntry, today: date) -> bool:
    return post.until is not None and post.until < today


def _stands(post: PostEntry, roster: Roster) -> bool:
    """Whether all that the post refers to is there: a person who left holds none."""
    return (
        post.person in roster.people
        and (post.place is None or post.place in roster.places)
        and (post.grid is None or post.grid in roster.grids)
    )


MOST_REMOVED = 0.2
"""A workbook that takes away more than a fifth of what a sheet had is more likely a piece of the workbook."""
FEW = 10


def takes_much_away(changes: Changes, present: Roster) -> list[str]:
    """The keys of the sheets of which the workbook would take away more than a fifth (and more than ten)."""
    had = {
        "places": len(present.places),
        "grids": len(present.grids),
        "people": len(present.people),
        "posts": len(present.posts),
    }
    return much_of(changes.by_sheet(), had)


def much_of(changes: Mapping[str, Sequence[Change[Any]]], had: Mapping[str, int]) -> list[str]:
    """The keys of the sheets of which so much would go. `had`: how many entries each had."""
    removed = {sheet: sum(change.action is Action.REMOVE for change in found) for sheet, found in changes.items()}
    return [sheet for sheet, count in removed.items() if count > FEW and count > MOST_REMOVED * had[sheet]]
