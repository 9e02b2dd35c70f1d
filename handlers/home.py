"""A resident says where they live: later reports need no place."""

from handlers.inbound import Reply
from handlers.stars.households import household_digest
from handlers.texts import people as words
from handlers.turn import Turn
from storage.accounts import change_account
from understanding.place_search import decided, search

LISTED = 5


def choose_home(turn: Turn) -> Reply:
    """我住梧桐里1号院1幢: the building is the sender's own from now on."""
    said = (turn.meaning.rest if turn.meaning else "") or ""
    index = turn.places
    found = search(index, said)
    candidates = tuple(each for each in found if index.is_home(each.place))
    chosen = decided(candidates)
    if chosen is None:
        inside = [] if candidates or not found else index.homes_in(found[0].place)
        if inside:
            yard, first = index.full_name(found[0].place), index.full_name(inside[0])
            return Reply(words.HOME_WHICH.format(yard=yard, count=len(inside), first=first))
        if not candidates:
            return Reply(words.HOME_UNKNOWN.format(said=said))
        listed = "\n".join(f"· {index.full_name(found.place)}" for found in candidates[:LISTED])
        return Reply(words.HOME_SEVERAL.format(listed=listed))
    move_in(turn, chosen.place, household_digest(chosen.place, said))
    return Reply(words.HOME_CHOSEN.format(place=index.full_name(chosen.place)))


def move_in(turn: Turn, place_id: int, household: str | None = None) -> None:
    """Writes the sender's building, with the household where the room is known; another building is another household."""
    values = {"household": household} if household or place_id != turn.account.place_id else {}
    change_account(turn.uow, turn.account.id, place_id=place_id, **values)
    turn.account.place_id = place_id
