"""Following, unfollowing, and the QR codes at the buildings."""

from handlers import texts
from handlers.answers import code_of
from handlers.catalogue import execute
from handlers.console.sign_in import LOGIN_SCENE, approve_browser
from handlers.duty.commands.presence import ScanPlace
from handlers.duty.presence import scan_checks_in
from handlers.inbound import NO_REPLY, Reply
from handlers.outcomes import in_words
from handlers.people.home import move_in
from handlers.turn import Turn
from storage.accounts import change_account
from storage.places import place_by_scene


def subscribe(turn: Turn) -> Reply:
    """Welcomes a new follower; one who came by a building's code is at home there from now on."""
    change_account(turn.uow, turn.account.id, subscribed_at=turn.now, unsubscribed_at=None)
    found = _move_in(turn)
    return Reply(texts.WELCOME if found is None else texts.welcome_at(turn.places.full_name(found)))


def unsubscribe(turn: Turn) -> Reply:
    """Notes that no push may go there any more; nothing else is forgotten."""
    change_account(turn.uow, turn.account.id, unsubscribed_at=turn.now)
    return NO_REPLY


def scan(turn: Turn) -> Reply:
    """A place's code: where a question waits for a place it is the answer; a member checks in. The back office's signs in."""
    key = turn.inbound.key or ""
    if key.startswith(LOGIN_SCENE):
        return approve_browser(turn, key.removeprefix(LOGIN_SCENE))
    found = _move_in(turn)
    if found is None:
        return Reply(texts.UNKNOWN_CODE)
    answer = code_of(turn, found)
    if answer is None and scan_checks_in(turn):
        return Reply(in_words(execute(ScanPlace(found), turn), turn.here))
    return answer or Reply(texts.SCANNED.format(place=turn.places.full_name(found)))


def _move_in(turn: Turn) -> int | None:
    found = place_by_scene(turn.uow, turn.inbound.key) if turn.inbound.key else None
    if found is None:
        return None
    if turn.places.is_home(found):
        move_in(turn, found)
    return found
