"""Following, unfollowing, and the QR codes at the buildings."""

from collections.abc import Callable

from governance.councils.codes import meeting_of
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.conversation.answers import placed_by_code
from handlers.conversation.commands import ScanCode, Subscribe, Unsubscribe
from handlers.conversation.outcomes import GoneAway, PlaceShown, UnknownCode, Welcomed
from handlers.conversation.questions import asked
from handlers.councils.commands import ScanMeeting
from handlers.councils.meeting_outcomes import GuestNoted
from handlers.councils.outcomes import Attended, CannotNow
from handlers.duty.commands.presence import ScanPlace
from handlers.duty.expecting import scan_checks_in
from handlers.duty.outcomes.presence import (
    AlreadyCheckedIn,
    AlreadyThere,
    CameToShift,
    CheckedIn,
    ScanIsNotEnough,
)
from handlers.office.commands import LOGIN_SCENE, SignInBrowser
from handlers.office.outcomes import NotFromOffice, SignInAsked, SignInCodeUnknown
from handlers.people.residence import move_in
from handlers.reporting.outcomes import Placed, WhereIsIt
from handlers.things.commands import ScanThing
from handlers.things.outcomes import NoSuchThing, ThingShown
from storage.accounts import change_account
from storage.data_requests import note_shown
from storage.places import place_by_scene
from storage.thing_codes import SCENE
from storage.things import thing_by_code


@executes(Subscribe)
def subscribe(command: Subscribe, ctx: Context) -> Welcomed:
    """Welcomes a new follower. Who came by a building's code is at home there from now on; any other code does what it always does.

    Which version of the information notice they were pointed to is kept.
    """
    change_account(ctx.uow, ctx.sender.id, subscribed_at=ctx.now, unsubscribed_at=None)
    note_shown(ctx.uow, ctx.sender.id, ctx.config.privacy.version, ctx.now)
    meant = _meant_by(command.scene or "")
    if meant is not None:
        return Welcomed(None, execute(meant, ctx))
    return Welcomed(_moved_in(ctx, command.scene))


@executes(Unsubscribe)
def unsubscribe(_command: Unsubscribe, ctx: Context) -> GoneAway:
    """Notes that no push may go there any more; nothing else is forgotten."""
    change_account(ctx.uow, ctx.sender.id, unsubscribed_at=ctx.now)
    return GoneAway()


@executes(ScanCode)
def scan(
    command: ScanCode, ctx: Context
) -> (
    SignInAsked | SignInCodeUnknown | NotFromOffice | UnknownCode | Placed | WhereIsIt | PlaceShown
    | Attended | GuestNoted | CannotNow | CameToShift | AlreadyThere | ScanIsNotEnough | CheckedIn | AlreadyCheckedIn
    | ThingShown | NoSuchThing
):  # fmt: skip
    """A place's code: where a question waits for a place it is the answer; a member checks in. The back office's asks."""
    follow_up = _follow_up(ctx, command.scene)
    if isinstance(follow_up, UnknownCode | PlaceShown):
        return follow_up
    return execute(follow_up, ctx)  # type: ignore[no-any-return]


def _follow_up(ctx: Context, scene: str) -> object:
    question, meant = asked(ctx), _meant_by(scene)
    if isinstance(meant, ScanThing):
        row = thing_by_code(ctx.uow, meant.code)
        placed = None if row is None or question is None else placed_by_code(question, row.place_id)
        return placed or meant
    if meant is not None:
        return meant
    place = _moved_in(ctx, scene)
    if place is None:
        return UnknownCode()
    answer = placed_by_code(question, place) if question is not None else None
    if answer is not None:
        return answer
    return ScanPlace(place) if scan_checks_in(ctx) else PlaceShown(place)


_BY_BEGINNING: dict[str, Callable[[str], SignInBrowser | ScanThing]] = {LOGIN_SCENE: SignInBrowser, SCENE: ScanThing}
"""What a code asks for, by how it begins."""


def _meant_by(scene: str) -> ScanMeeting | SignInBrowser | ScanThing | None:
    """What a code stands for; None for a place's, and for any that is not ours."""
    meeting = meeting_of(scene)
    if meeting is not None:
        return ScanMeeting(*meeting)
    found = ((start, asks) for start, asks in _BY_BEGINNING.items() if scene.startswith(start))
    return next((asks(scene.removeprefix(start)) for start, asks in found), None)


def _moved_in(ctx: Context, scene: str | None) -> int | None:
    place = place_by_scene(ctx.uow, scene) if scene else None
    if place is not None and ctx.places.is_home(place):
        move_in(ctx, place)
    return place
