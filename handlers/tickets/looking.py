"""Pictures are looked at once they are here: what could not be taken its sender hears, what is doubtful who verifies."""

from governance.notices import NoticeKind
from governance.tickets.lifecycle import Move
from governance.tickets.picture_doubts import Doubt, Shown, doubts_about
from handlers.context import Context
from handlers.notices import tell
from handlers.tickets import looking_texts as texts
from handlers.tickets.evidence import metres_between
from handlers.tickets.notify import notify_staff
from handlers.tickets.parts import DISPATCHERS, VERIFIERS, first_concerned, first_reached
from storage.picture_looks import PictureSent, note_doubts, pictures_to_look_at, same_before, take_picture
from storage.tickets import record
from storage.work_tickets import WorkTicket, work_tickets

LOOKS = "pictures"
EVENT = "doubt"
_PROVES = frozenset(move.value for move in Move)
"""As what a picture counts; what merely lies with a ticket proves nothing yet."""


def due(ctx: Context) -> list[str]:
    """The pictures that are here, or will never be, and were not looked at since they came or were given to a step."""
    return [str(each) for each in pictures_to_look_at(ctx.uow, ctx.now, LOOKS)]


def look(ctx: Context, item: str) -> int:
    """Looks at one."""
    picture = take_picture(ctx.uow, int(item))
    if picture is None:
        return 0
    if not picture.there:
        _tell_sender(ctx, picture, f"refused:{picture.id}", texts.refused(picture.kind, picture.state, picture.why))
    if picture.number is not None and picture.purpose in _PROVES:
        for ticket in work_tickets(ctx.uow, [picture.number]):
            _hold_against(ctx, picture, ticket)
    return 1


def _hold_against(ctx: Context, picture: PictureSent, ticket: WorkTicket) -> None:
    """Holds a proof against its ticket and against earlier pictures."""
    same = same_before(ctx.uow, picture) if picture.there else None
    spot = None if picture.lat is None or picture.lon is None else (picture.lat, picture.lon)
    metres = None if spot is None else metres_between(ctx, ticket, *spot)
    shown = Shown(picture.there, same, picture.taken_at, metres)
    doubts = doubts_about(shown, ticket.opened_at, ctx.config.rules.arrive_metres)
    note_doubts(ctx.uow, picture.id, doubts, same)
    if not doubts:
        return
    said = texts.doubts(doubts, shown, Move(picture.purpose), ctx.config.zone)
    record(ctx.uow, ticket.number, picture.account_id, EVENT, ticket.state, ticket.state, ctx.now, said)
    others = {ticket.assignee_id, picture.person_id}
    verifiers = first_concerned(ctx, ticket, VERIFIERS, but=others) or first_reached(
        ctx, ticket.place_id, DISPATCHERS, but=others
    )
    notify_staff(ctx, ticket, verifiers, NoticeKind.DOUBT, texts.to_verifier(ticket, said))
    if Doubt.SAME in doubts:
        _tell_sender(ctx, picture, f"same:{picture.id}:{picture.purpose}", texts.SAME_AGAIN.format(number=same))


def _tell_sender(ctx: Context, picture: PictureSent, key: str, text: str) -> None:
    if picture.account_id is not None:
        tell(ctx, [picture.account_id], key, NoticeKind.DOUBT, text, again=True)
