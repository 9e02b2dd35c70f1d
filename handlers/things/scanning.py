"""The code on a thing: who looks after it says how it is, everybody else what is wrong with it, both knowing where."""

from governance.notices import NoticeKind
from governance.permissions import Act, may_at
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, ask, ask_slot
from handlers.posts import rights_area
from handlers.reporting.whereabouts import at
from handlers.things.commands import ScanThing
from handlers.things.finding import seen
from handlers.things.outcomes import NoSuchThing, ThingShown
from handlers.things.texts import tap_for
from handlers.things.words import SCAN_PUSH
from handlers.tickets.parts import worker_of
from storage.outbox import enqueue_notification
from storage.thing_inspections import inspections_of
from storage.things import thing_by_code
from understanding.command_names import CommandName


@executes(ScanThing)
def scanned(command: ScanThing, ctx: Context) -> ThingShown | NoSuchThing:
    """What is said next is about this thing; residents can say it with one tap."""
    row = thing_by_code(ctx.uow, command.code)
    if row is None:
        return NoSuchThing(command.code)
    worker = worker_of(ctx, ctx.person_id)
    inspects = worker is not None and (
        row.keeper_person_id in worker.people
        or may_at(Act.INSPECT, worker.terms, *rights_area(ctx, row.place_id))
    )  # fmt: skip
    if inspects:
        ask_slot(ctx, CommandName.RECORD_INSPECTION, before=f"{row.code} ")
        due = min((each.due_on for each in inspections_of(ctx.uow, row.id) if each.done_at is None), default=None)
        return ThingShown(seen(ctx, row), inspects=True, due=due)
    where = at(ctx.places, row.place_id).text or ""
    ask(ctx, Question.PROBLEM, place=row.place_id, place_text=(where + row.spot)[:80], thing=row.id)
    enqueue_notification(
        ctx.uow, dedupe_key=f"thing_code:{ctx.cause}:{ctx.sender.id}", account_id=ctx.sender.id,
        kind=NoticeKind.THING_CODE, text=SCAN_PUSH, now=ctx.now, taps=(tap_for(row.kind),),
    )  # fmt: skip
    return ThingShown(seen(ctx, row), inspects=False, due=None)
