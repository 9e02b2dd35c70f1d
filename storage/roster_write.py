"""Writes the changes of a roster: parents before children, everything in the caller's one transaction."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, select, update

from governance.days import end_of, start_of
from governance.roster.changes import Change, Changes
from governance.roster.entries import GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster, coverage, line_of
from storage import keyring
from storage.coded_rows import CodedRows, Progress
from storage.models import Grid, GridPlace, Person, Place, Post, RosterState
from storage.roster_read import ALIAS_MARK
from understanding.masking import plain_number

SCENE_PREFIX = "p-"


def lock_roster(connection: Connection) -> None:
    """Keeps a second import waiting until this transaction ends, and tells those who hold a copy that it is old."""
    connection.execute(update(RosterState).values(version=RosterState.version + 1))


def hold_roster(connection: Connection) -> None:
    """The same for who changes what goes by the roster and not the roster: nobody's copy becomes old."""
    connection.execute(select(RosterState.version).with_for_update())


def write_changes(
    connection: Connection, changes: Changes, wanted: Roster, zone: ZoneInfo, now: datetime,
    progress: Progress = lambda _count: None,
) -> None:  # fmt: skip
    """Brings the tables to what `wanted` says. The caller has checked it and holds the roster's lock."""
    writer = _Writer(connection, zone, now, progress)
    writer.places(changes.places, wanted)
    writer.grids(changes.grids)
    writer.coverage(wanted)
    writer.people(changes.people)
    writer.posts(changes.posts)


class _Writer(CodedRows):
    """One import; keeps the ids that belong to the codes."""

    def __init__(self, connection: Connection, zone: ZoneInfo, now: datetime, progress: Progress) -> None:
        super().__init__(connection, now, progress)
        self._zone = zone

    def places(self, changes: Sequence[Change[PlaceEntry]], wanted: Roster) -> None:
        """New and changed places by their depth in the tree, then those that are gone."""

        def depth(change: Change[PlaceEntry]) -> int:
            return len(line_of(wanted.places, change.after.code)) if change.after else 0

        ids: dict[str, int] = {}

        def row_of(place: PlaceEntry) -> dict[str, Any]:
            return {
                "code": place.code, "name": place.name, "kind": place.kind.value, "lat": place.lat, "lon": place.lon,
                "parent_id": ids[place.parent] if place.parent else None, "aliases": ALIAS_MARK.join(place.aliases),
                "qr_scene": SCENE_PREFIX + place.code,
            }  # fmt: skip

        for _, level in groupby(sorted(changes, key=depth), depth):
            ids.update(self.ids(Place))
            self.put(Place, list(level), ids, row_of, gone="retired_at")

    def grids(self, changes: Sequence[Change[GridEntry]]) -> None:
        places = self.ids(Place)
        self.put(Grid, changes, self.ids(Grid), lambda grid: {
            "code": grid.code, "name": grid.name, "kind": grid.kind.value, "community_id": places[grid.community],
            "branch": grid.branch,
        }, gone="retired_at")  # fmt: skip

    def coverage(self, wanted: Roster) -> None:
        """Which grid covers which place: written anew where it differs."""
        grids, places = self.ids(Grid), self.ids(Place)
        named = {(grid.code, place) for grid in wanted.grids.values() for place in grid.covers}
        rows = {(grids[grid], places[place], (grid, place) in named) for grid, place in coverage(wanted) | named}
        present = set(self._connection.execute(select(GridPlace.grid_id, GridPlace.place_id, GridPlace.named)).all())
        for grid, place, _ in present - rows:
            self._connection.execute(delete(GridPlace).where(GridPlace.grid_id == grid, GridPlace.place_id == place))
        self.insert(GridPlace, [{"grid_id": g, "place_id": p, "named": n} for g, p, n in sorted(rows - present)])

    def people(self, changes: Sequence[Change[PersonEntry]]) -> None:
        self.put(Person, changes, self.ids(Person), lambda person: {
            "code": person.code, "name": person.name, "phone": person.phone, "unit": person.unit,
            "wecom_id": person.wecom_id,
            **person_digests(person.name, person.phone),
        }, gone="left_at")  # fmt: skip

    def posts(self, changes: Sequence[Change[PostEntry]]) -> None:
        people, places, grids = self.ids(Person), self.ids(Place), self.ids(Grid)

        def keys(post: PostEntry) -> dict[str, Any]:
            return {
                "person_id": people[post.person], "role": post.role.value, "line": post.line and post.line.value,
                "place_id": places[post.place] if post.place else None, "grid_id": grids[post.grid] if post.grid else None,
            }  # fmt: skip

        self.insert(Post, [{**keys(c.after), **self._term(c.after)} for c in changes if c.before is None and c.after])
        for change in changes:
            if change.before is not None:
                newest = self._newest(keys(change.before))
                term = {"until": self._now} if change.after is None else self._term(change.after)
                self._connection.execute(update(Post).where(Post.id == newest).values(**term))

    def _term(self, post: PostEntry) -> dict[str, Any]:
        until = None if post.until is None else end_of(post.until, self._zone)
        since = self._now if post.since is None else start_of(post.since, self._zone)
        return {"since": min(since, until) if until else since, "until": until}

    def _newest(self, keys: dict[str, Any]) -> int:
        where = [getattr(Post, name).is_not_distinct_from(value) for name, value in keys.items()]
        newest = select(Post.id).where(*where).order_by(Post.since.desc(), Post.id.desc()).limit(1)
        return int(self._connection.execute(newest).scalar_one())


def person_digests(name: str, phone: str | None) -> dict[str, str | None]:
    """The columns by which a person is found without decrypting all."""
    bind = keyring.digest("bind", name, phone[-4:]) if phone else None
    whole = phone_digest(phone) if phone else None
    return {"name_digest": keyring.digest("name", name), "bind_digest": bind, "phone_digest": whole}


def phone_digest(phone: str) -> str:
    """By which a whole number is found, however it was written down."""
    return keyring.digest("phone", plain_number(phone))
