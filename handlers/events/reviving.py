"""An event that was ended and is not over: it goes on, all who reported it hear so, and whoever leads it."""

from governance.events.states import EventAct, EventState
from governance.notices import NoticeKind
from handlers.context import Context
from handlers.events import words
from handlers.events.recipients import who_decides
from handlers.notices import tell
from storage.event_reports import ask_anew, places_told
from storage.events import EventRow, change_event, log_event, say_to_all
from storage.serving import followed_accounts

MOST_PLACES = 5


def revive(ctx: Context, event: EventRow, count: int, *, again: bool = False, note: str = "") -> None:
    """Opens an ended event anew; the caller holds its lock. `count`: how many say that it is not over, or (`again`) reported it
    anew; `note`: why, where a person does it.
    """
    back = words.back_of(event.kind)
    why = note or (
        words.REPORTED_AGAIN.format(count=count) if again else words.NOT_BACK_YET.format(count=count, back=back)
    )
    change_event(
        ctx.uow, event.number, state=EventState.OPEN, ended_at=None, settled_at=None, estimate_at=None, reopened=event.reopened + 1,
    )  # fmt: skip
    ask_anew(ctx.uow, event.number)
    log_event(ctx.uow, event.number, EventAct.REOPEN.value, ctx.now, ctx.person_id, why)
    if count:
        text = words.REOPENED_TO_ALL.format(count=count, back=back)
        say_to_all(ctx.uow, event.number, "update", text, ctx.now, ctx.person_id)
    leads = [] if event.lead_person_id is None else followed_accounts(ctx.uow, [event.lead_person_id])
    accounts = leads or who_decides(ctx, places_told(ctx.uow, event.number, MOST_PLACES))
    said = words.REOPENED_TO_STAFF.format(title=event.title, why=why, number=event.number)
    tell(
        ctx, accounts, f"event:{event.number}:reopened:{event.reopened + 1}", NoticeKind.EVENT, said, by_night=True,
        taps=(words.SHOW_TAP.format(number=event.number),),
    )  # fmt: skip
