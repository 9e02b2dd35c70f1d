"""A matter that a platform brings: the first record opens a ticket, later ones change how it stands if their word counts."""

from governance.connectors.mapping import Kind, Platform
from governance.connectors.reading import LONGEST_ID, Fault, Record, Remark
from governance.connectors.standing import OF_STATE, Meeting, Standing, earlier, meet
from governance.hotline import no_later
from governance.notices import NoticeKind
from governance.tickets.deadlines import DeadlineKind
from governance.tickets.states import ENDED
from handlers.connectors.giving import NOTHING
from handlers.connectors.obeying import obey
from handlers.connectors.results import Aside, Clash, Done, Held, Result
from handlers.context import Context
from handlers.intake.taking_in import HOTLINE, take_in_placed, with_address
from handlers.reporting.texts import NOTICE_URGED
from handlers.tickets.moving import note_event, restart
from handlers.tickets.notify import notify_staff
from storage.connectors.links import TICKET, Linked, add_link, change_link, link_of, link_to_ours, state_of
from storage.deadlines import open_deadlines
from storage.hotline_orders import keep_order, number_of_order
from storage.work_tickets import WorkTicket, work_ticket


def take_report(ctx: Context, platform: Platform, record: Record) -> Result:
    """What the record says, done under the platform's account."""
    link = link_of(ctx.uow, platform.name, TICKET, record.key.their_id) or _answer_to_ours(ctx, platform, record)
    if link is None:
        return _first(ctx, platform, record)
    if record.key.rank <= link.rank:
        return Done(link.ours, record.remarks | {Remark.OVERTAKEN})
    change_link(ctx.uow, link.id, rank=record.key.rank, **_as_it_came(record))
    _words(ctx, link, record)
    return _met(ctx, platform, link, record)


def _as_it_came(record: Record) -> dict[str, str]:
    """Their version and category, which go back to them as they are; a code too long to keep goes back as ours does."""
    said = {"their_version": record.key.version, "their_category": record.codes.get("category", "")}
    return {name: value for name, value in said.items() if value and len(value) <= LONGEST_ID}


def _answer_to_ours(ctx: Context, platform: Platform, record: Record) -> Linked | None:
    """What we gave to them is theirs under a number of their own from now on."""
    number = record.word("number")
    link = link_to_ours(ctx.uow, platform.name, TICKET, number) if number else None
    if link is None or link.theirs is not None:
        return None
    change_link(ctx.uow, link.id, theirs=record.key.their_id)
    return link


def _first(ctx: Context, platform: Platform, record: Record) -> Result:
    if not record.word("text"):
        return Held() if _changes(record) else Aside(Fault.MISSING_FIELD, "text")
    number, remarks = _known_order(ctx, platform, record), record.remarks
    if number is None:
        number, placed = _opened(ctx, record)
        if not placed:
            remarks |= {Remark.UNKNOWN_PLACE}
        _who_called(ctx, platform, number, record)
    else:
        remarks |= {Remark.KNOWN_ORDER}
    add_link(
        ctx.uow, platform=platform.name, kind=TICKET, ours=number, theirs=record.key.their_id, rank=record.key.rank,
        agreed=Standing.OPEN.value, due_at=record.said.get("due"), at=ctx.now, **_as_it_came(record),
    )  # fmt: skip
    if record.said.get("state", Standing.OPEN) == Standing.OPEN:
        return Done(number, remarks, begun=True)  # as both know it, wherever our ticket stands by now
    link = link_of(ctx.uow, platform.name, TICKET, record.key.their_id)
    assert link is not None
    met = _met(ctx, platform, link, record)
    return Done(number, remarks, begun=True) if isinstance(met, Done) else met


def _changes(record: Record) -> bool:
    """Whether it can be a change of what has not come yet; else it is a first record whose words are missing."""
    return record.said.get("state", Standing.OPEN) != Standing.OPEN or bool(record.word("note") or record.word("urge"))


def _known_order(ctx: Context, platform: Platform, record: Record) -> str | None:
    """The ticket of an order that came in a workbook before."""
    return number_of_order(ctx.uow, record.key.their_id[:40]) if platform.channel == HOTLINE else None


def text_of(record: Record) -> str:
    """What a first record says, with its title and its address."""
    title, text = record.word("title"), record.word("text")
    words = text if not title or title in text else f"{title}：{text}"
    return with_address(words, record.word("place") or None)


def _opened(ctx: Context, record: Record) -> tuple[str, bool]:
    """The number of the new ticket, and whether its place is known."""
    said = text_of(record)
    point = record.said.get("lat"), record.said.get("lon")
    number, place_id = take_in_placed(ctx, said, *point, record.word("category") or None)
    return number, place_id is not None


def _who_called(ctx: Context, platform: Platform, number: str, record: Record) -> None:
    caller = "　".join(filter(None, (record.word("caller"), record.word("phone"))))[:100]
    if platform.channel == HOTLINE:
        due = record.said.get("due")
        keep_order(ctx.uow, record.key.their_id[:40], number, due, caller or None, ctx.now)
    elif caller:
        note_event(ctx, work_ticket(ctx.uow, number), "remark", caller)


def _words(ctx: Context, link: Linked, record: Record) -> None:
    """What a later record says besides: a remark, an urging, an earlier day."""
    ticket = work_ticket(ctx.uow, link.ours)
    if record.word("note"):
        note_event(ctx, ticket, "remark", record.word("note"))
    if record.word("urge") not in ("", "0", "False", "false") and ticket.state not in ENDED:
        note_event(ctx, ticket, "urge")
        text = NOTICE_URGED.format(number=ticket.number, summary=ticket.summary)
        notify_staff(ctx, ticket, ticket.assignee_id, NoticeKind.URGE, text)
    due = earlier(link.due_at, record.said.get("due"))
    if due != link.due_at:
        change_link(ctx.uow, link.id, due_at=due)
        _sooner(ctx, ticket, record)


def _sooner(ctx: Context, ticket: WorkTicket, record: Record) -> None:
    """The promise that runs ends with theirs where that comes first."""
    running = open_deadlines(ctx.uow, ticket.number).get(DeadlineKind.HANDLE)
    if running is None:
        return
    wanted = no_later(running.deadline, record.said.get("due"))
    if wanted != running.deadline:
        restart(ctx, ticket.number, wanted)


def _agreed(link: Linked) -> Standing:
    """What both last knew; whoever answers to what we gave has it, also where the acknowledgement was lost."""
    known = link.queued if link.agreed == NOTHING else link.agreed
    return Standing.OPEN if known == NOTHING else Standing(known)


def _met(ctx: Context, platform: Platform, link: Linked, record: Record) -> Result:
    """Both states meet."""
    agreed = _agreed(link)
    theirs = Standing(record.said["state"]) if "state" in record.said else agreed
    state = state_of(ctx.uow, link.ours)
    assert state is not None
    ours, reads = OF_STATE[state], platform.record(Kind.REPORT)
    if ours is Standing.CLOSED and reads is not None and theirs == reads.void_as:
        theirs = ours  # what we have told as void, told back
    match meet(agreed, ours, theirs, platform.owners):
        case Meeting.SAME:
            if (link.agreed, link.queued) != (theirs.value, theirs.value):
                change_link(ctx.uow, link.id, agreed=theirs.value, queued=theirs.value)
        case Meeting.GIVE if theirs is not agreed:
            change_link(ctx.uow, link.id, agreed=theirs.value, queued=theirs.value)
        case Meeting.TAKE:
            if not obey(ctx, link.ours, theirs, record.word("note")):
                return Clash(link.ours, f"{ours.value}/{theirs.value}")
            change_link(ctx.uow, link.id, agreed=theirs.value, queued=theirs.value)
        case Meeting.CONFLICT:
            return Clash(link.ours, f"{ours.value}/{theirs.value}")
    return Done(link.ours, record.remarks)
