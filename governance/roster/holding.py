"""What still needs an entry of the roster: as long as anything does, it can't be taken out."""

from collections.abc import Iterator
from datetime import date

from governance.roster.entries import Entry, GridEntry, PersonEntry, PlaceEntry, PostEntry, Roster
from governance.roster.lines import ended


def needed_by(roster: Roster, entry: Entry, today: date) -> tuple[Entry, ...]:
    """What would be left hanging without it: places in a place, grids that cover it, posts at it or of a person."""
    return tuple(_needing(roster, entry, today))


def _needing(roster: Roster, entry: Entry, today: date) -> Iterator[Entry]:
    running = [post for post in roster.posts.values() if not ended(post, today)]
    match entry:
        case PlaceEntry(code=code):
            yield from (place for place in roster.places.values() if place.parent == code)
            yield from (grid for grid in roster.grids.values() if code in (*grid.covers, grid.community))
            yield from (post for post in running if post.place == code)
        case GridEntry(code=code):
            yield from (post for post in running if post.grid == code)
        case PersonEntry(code=code):
            yield from (post for post in running if post.person == code)
        case PostEntry():
            return
