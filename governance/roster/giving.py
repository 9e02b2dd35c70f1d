"""Who may give which post: nobody to themselves, and nobody one that opens more than their own posts do, but administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from governance.permissions import PERMISSIONS, Act
from governance.roles import Role
from governance.roster.changes import Action, Changes
from governance.roster.entries import PersonEntry, PostEntry, Roster

IN_THE_FIELD = frozenset(
    {Act.SEE, Act.TAKE, Act.VERIFY, Act.STAND_IN, Act.VISIT, Act.INSPECT, Act.KEEP_THINGS, Act.JUDGE_CASES}
)
"""What is done on the spot: whoever keeps the roster hands it out daily without doing it."""
TOLD_OF = frozenset({Role.SUBDISTRICT_LEAD, Role.DISPATCHER, Role.ADMINISTRATOR})
"""Of each new post of these the administrators hear."""


class Bar(StrEnum):
    """Why somebody may not write a change of the roster."""

    ONESELF = "oneself"
    OPENS_MORE = "opens_more"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Barred:
    """The entry that they may not write: whose it is, which sheet it stands on, and why."""

    person: str
    sheet: str
    bar: Bar


def barred(present: Roster, changes: Changes, giver: str, today: date) -> list[Barred]:
    """All of the changes that the giver, known by the code, may not write."""
    own = [post for post in _running(present, today) if post.person == giver]
    keepers = keepers_of(present, today)
    found = []
    for change in changes.people:
        entry: PersonEntry | None = change.before or change.after
        if entry is not None and entry.code in keepers and giver not in keepers:
            found.append(Barred(entry.code, "people", Bar.ADMINISTRATOR))
    for given in changes.posts:
        post = given.after or given.before
        assert post is not None
        bar = _of_post(present, post, own, giver, given.action, keepers)
        if bar is not None:
            found.append(Barred(post.person, "posts", bar))
    return found


def keepers_of(present: Roster, today: date) -> set[str]:
    """The codes of the administrators."""
    return {post.person for post in _running(present, today) if post.role is Role.ADMINISTRATOR}


def told_of(changes: Changes) -> list[PostEntry]:
    """The new posts that administrators are told of."""
    return [
        each.after for each in changes.posts if each.action is Action.ADD and each.after and each.after.role in TOLD_OF
    ]


def _of_post(
    present: Roster, post: PostEntry, own: list[PostEntry], giver: str, action: Action, keepers: set[str]
) -> Bar | None:
    if giver not in keepers and (post.person in keepers or post.role is Role.ADMINISTRATOR):
        return Bar.ADMINISTRATOR
    if action is Action.REMOVE:
        return None
    if post.person == giver:
        return Bar.ONESELF
    if giver in keepers:
        return None
    line = _line(present, post)
    opened = {act for act in Act if post.role in PERMISSIONS[act]} - IN_THE_FIELD
    held = {act for act in opened for mine in own if mine.role in PERMISSIONS[act] and mine.place in line}
    return None if opened <= held else Bar.OPENS_MORE


def _line(present: Roster, post: PostEntry) -> set[str]:
    """The codes of the place where it is and of all that it lies in."""
    grid = present.grids.get(post.grid or "")
    code, line = post.place or (grid.community if grid is not None else None), set[str]()
    while code and code not in line:
        line.add(code)
        place = present.places.get(code)
        code = place.parent if place is not None else None
    return line


def _running(roster: Roster, today: date) -> Iterable[PostEntry]:
    return (
        post
        for post in roster.posts.values()
        if (post.since is None or post.since <= today) and (post.until is None or post.until >= today)
    )
