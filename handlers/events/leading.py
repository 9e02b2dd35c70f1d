"""牵头: who leads an event."""

from governance.events.states import EventAct
from governance.notices import NoticeKind
from governance.roles import Role
from governance.tickets.rights import TAKERS
from handlers.catalogue import executes
from handlers.colleagues import nearest, people_called
from handlers.context import Context
from handlers.events import words
from handlers.events.commands import LeadEvent
from handlers.events.finding import event_meant, ref
from handlers.events.outcomes import LedBy, NobodyToLead, NotInThisState
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.tickets.parts import first_reached, titled
from storage.events import EventRow, change_event, log_event
from storage.people import names_of, terms_of
from storage.serving import followed_accounts
from understanding.whom import Whom


@executes(LeadEvent)
def lead(command: LeadEvent, ctx: Context) -> LedBy | NobodyToLead | NotInThisState:
    """The sender, or whom they name; that one is told."""
    event = event_meant(ctx, command.event, EventAct.LEAD)
    person = ctx.person_id if command.whom is None else _meant(ctx, event, command.whom)
    assert person is not None  # who decides on events is somebody of the roster
    change_event(ctx.uow, event.number, lead_person_id=person)
    who = titled(ctx, person, event.places[0])
    log_event(ctx.uow, event.number, EventAct.LEAD.value, ctx.now, ctx.person_id, who)
    if person != ctx.person_id:
        by = names_of(ctx.uow, [ctx.person_id or 0]).get(ctx.person_id or 0, "")
        said = words.LEADS_NOW.format(by=by, title=event.title, number=event.number)
        accounts = followed_accounts(ctx.uow, [person])
        key = f"event:{event.number}:lead:{person}:{int(ctx.now.timestamp())}"
        tell(
            ctx,
            accounts,
            key,
            NoticeKind.EVENT,
            said,
            by_night=True,
            taps=(words.SHOW_TAP.format(number=event.number),),
        )
    return LedBy(ref(event), who)


def _meant(ctx: Context, event: EventRow, whom: Whom) -> int:
    """Somebody at work who is called so, nearest to the sender. Raises Refuse."""
    called = whom.name or whom.role or ""
    if whom.name is None and whom.role is not None:
        acting = first_reached(ctx, event.places[0], (Role(whom.role),))
        if acting:
            return acting[0].person
    people = [each for each in people_called(ctx, called, event.places[0]) if _works(ctx, each.id)] if called else []
    near = nearest(ctx, people)
    if len(near) != 1:
        raise Refuse(NobodyToLead(ref(event), called))
    return near[0].id


def _works(ctx: Context, person: int) -> bool:
    return any(term.role in TAKERS for term in terms_of(ctx.uow, person, ctx.now))
