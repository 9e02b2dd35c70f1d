"""换班: a place offered to somebody, or to all who fit; the first who takes it stands there."""

from collections.abc import Iterable, Sequence

from governance.duty.admission import Refused
from governance.notices import NoticeKind
from handlers.catalogue import execute, executes
from handlers.colleagues import Waiting, people_called, posts_of
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.duty.commands.shifts import AgreeToSwap, OfferSwap, RefuseSwap, TakeOverShift, WithdrawSwap
from handlers.duty.fitting import refusal, stands, who_fit
from handlers.duty.members import Member, lead_name, member, one_named
from handlers.duty.outcomes.shifts import AlreadyOn, NotAdmitted, SignedUp, StoodBy
from handlers.duty.outcomes.swaps import (
    CannotSwap,
    NobodyFits,
    NothingOffered,
    OnlySignedIsSwapped,
    SwapAsked,
    SwapDone,
    SwapGone,
    SwapOpened,
    SwapRefused,
    SwapWithdrawn,
    SwapWithWhom,
    WhyNot,
)
from handlers.duty.placing import Placed, Via, hold, put
from handlers.duty.queries import own_place
from handlers.duty.texts import notices as told
from handlers.duty.texts.words import what
from handlers.notices import tell
from storage.duty.members import enrolments_in
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import (
    SwapRow,
    end_offers,
    offer,
    open_swap,
    standing_of,
    stood_at,
    swaps_offered_by,
    swaps_offered_to,
)
from storage.people import KnownPerson
from storage.serving import followed_accounts, reachable
from understanding.command_names import CommandName
from understanding.which_person import WHO

MOST_ASKED = 30


@executes(OfferSwap)
def offer_swap(
    command: OfferSwap, ctx: Context
) -> SwapAsked | SwapOpened | SwapWithWhom | OnlySignedIsSwapped | NobodyFits | CannotSwap:
    """Offers the sender's place; until somebody takes it, it stays theirs."""
    who = member(ctx)
    only = OnlySignedIsSwapped()
    place, row = own_place(ctx, who.person_id, command.shift, ("signed",), OfferSwap, only, command.days)
    if row.shift.starts_at <= ctx.now:
        return OnlySignedIsSwapped()
    if command.to_all:
        return _to_all(ctx, who, place.id, row)
    if command.name is None:
        ask_slot(ctx, CommandName.OFFER_SWAP, before=f"{row.id} ", wants=Wants.PERSON)
        return SwapWithWhom(row)
    named, waiting = command.name, Waiting(CommandName.OFFER_SWAP, f"{row.id} 给 {WHO}")
    knows, followed = _know_of(ctx, row), lambda each: bool(reachable(ctx.uow, [each.id])) and each.id != who.person_id
    other = one_named(
        ctx, named, lambda why: CannotSwap(row, named, why), waiting, row.place_id, followed, lambda each: each.id in knows
    )  # fmt: skip
    why = _why_not(ctx, row, other.id, who.person_id)
    if why is not None:
        return CannotSwap(row, other.name, why)
    offer(ctx.uow, place.id, other.id, ctx.now)
    _ask(ctx, who, row, place.id, [other.id], told.TAP_AGREE, told.TAP_REFUSE)
    return SwapAsked(row, _told_apart(ctx, named, other))


def _know_of(ctx: Context, row: ShiftRow) -> set[int]:
    """Who has to do with the shift: its lead, and who has stood at the station."""
    stood = stood_at(ctx.uow, row.station_id) if row.station_id is not None else set()
    return stood | ({row.lead_id} if row.lead_id is not None else set())


def _told_apart(ctx: Context, called: str, other: KnownPerson) -> str:
    """The name; with the post where several are called so."""
    alike = len(people_called(ctx, called)) > 1
    return f"{posts_of(ctx, other)}{other.name}" if alike else other.name


@executes(AgreeToSwap)
def agree(command: AgreeToSwap, ctx: Context) -> SwapDone | SwapGone | AlreadyOn | NotAdmitted:
    """What was offered to the sender by name."""
    who = member(ctx)
    return _take(ctx, who, swaps_offered_to(ctx.uow, who.person_id, command.shift))


@executes(TakeOverShift)
def take_over(
    command: TakeOverShift, ctx: Context
) -> SwapDone | SwapGone | AlreadyOn | NotAdmitted | SignedUp | StoodBy:
    """What is offered to all, or to the sender; of a shift that nobody offers, but that has a place left, that place."""
    who = member(ctx)
    offers = swaps_offered_to(ctx.uow, who.person_id, command.shift, or_to_all=True)
    if not offers and command.otherwise is not None:
        signed: SignedUp | StoodBy | AlreadyOn | NotAdmitted = execute(command.otherwise, ctx)
        return signed
    return _take(ctx, who, offers)


@executes(RefuseSwap)
def refuse(command: RefuseSwap, ctx: Context) -> SwapRefused | SwapGone:
    """The offer ends, and whoever made it is told."""
    who = member(ctx)
    found = swaps_offered_to(ctx.uow, who.person_id, command.shift)
    row = hold(ctx, [found[0].shift_id])[found[0].shift_id] if found else None
    if row is None or not end_offers(ctx.uow, found[0].sign_up_id, "refused", ctx.now):
        return SwapGone()
    text = told.SWAP_REFUSED_TOLD.format(who=who.name, n=row.id, what=what(ctx, row))
    tell(ctx, followed_accounts(ctx.uow, [found[0].from_id]), f"unswapped:{found[0].id}", NoticeKind.DUTY, text)
    return SwapRefused()


@executes(WithdrawSwap)
def withdraw_swap(command: WithdrawSwap, ctx: Context) -> SwapWithdrawn | NothingOffered:
    """The sender goes after all."""
    who = member(ctx)
    found = swaps_offered_by(ctx.uow, who.person_id, command.shift)
    row = hold(ctx, [found[0].shift_id])[found[0].shift_id] if found else None
    if row is None or not end_offers(ctx.uow, found[0].sign_up_id, "withdrawn", ctx.now):
        return NothingOffered()
    return SwapWithdrawn(row)


def _take(ctx: Context, who: Member, found: Sequence[SwapRow]) -> SwapDone | SwapGone | AlreadyOn | NotAdmitted:
    offered = next((each for each in found if each.from_id != who.person_id), None)
    row = None if offered is None else hold(ctx, [offered.shift_id], [who.person_id])[offered.shift_id]
    if offered is None or row is None or open_swap(ctx.uow, offered.id) is None:
        return SwapGone()
    taken = put(ctx, row.id, who.person_id, Via.SWAP, instead_of=offered.sign_up_id)
    if isinstance(taken, Refused):
        return NotAdmitted(row, taken, lead_name(ctx, row.lead_id))
    if not isinstance(taken, Placed):
        return AlreadyOn(row)
    end_offers(ctx.uow, offered.sign_up_id, "done", ctx.now, taken_by=who.person_id)
    people = [offered.from_id, *([row.lead_id] if row.lead_id is not None else [])]
    text = told.SWAP_DONE_TOLD.format(who=who.name, n=row.id, what=what(ctx, row))
    tell(ctx, followed_accounts(ctx.uow, people), f"swapped:{offered.id}", NoticeKind.DUTY, text)
    return SwapDone(row)


def _to_all(ctx: Context, who: Member, place_id: int, row: ShiftRow) -> SwapOpened | NobodyFits:
    """Those enrolled in the community and those who have stood at this station."""
    able = {each.person_id for each in enrolments_in(ctx.uow, ctx.places.line_of(row.place_id))}
    if row.station_id is not None:
        able |= stood_at(ctx.uow, row.station_id)
    near_at_hand = sorted(able & reachable(ctx.uow, sorted(able)) - {who.person_id})
    fit = who_fit(ctx, row, near_at_hand)[:MOST_ASKED]
    if not fit:
        return NobodyFits(row, lead_name(ctx, row.lead_id))
    offer(ctx.uow, place_id, None, ctx.now)
    _ask(ctx, who, row, place_id, fit, told.TAP_TAKE_OVER)
    return SwapOpened(row, len(fit))


def _ask(ctx: Context, who: Member, row: ShiftRow, place_id: int, people: Iterable[int], *answers: str) -> None:
    """`answers`: yes, and where the offer is to one person, no."""
    taps = [each.format(n=row.id) for each in answers]
    text = told.SWAP_REQUEST.format(who=who.name, what=what(ctx, row), n=row.id, answer=taps[0])
    if len(taps) > 1:
        text = f"{text}\n{told.SWAP_REQUEST_CLOSED.format(n=row.id)}"
    key = f"swap:{place_id}:{int(ctx.now.timestamp())}"
    tell(ctx, followed_accounts(ctx.uow, list(people)), key, NoticeKind.DUTY, text, taps=taps, again=True)


def _why_not(ctx: Context, row: ShiftRow, person_id: int, own_id: int) -> WhyNot | None:
    """Why this person can't take the shift, None when they can."""
    if person_id == own_id:
        return WhyNot.SELF
    if stands(standing_of(ctx.uow, row.id, person_id)):
        return WhyNot.ON
    if not reachable(ctx.uow, [person_id]):
        return WhyNot.AWAY
    no = refusal(ctx, row, person_id)
    return None if no is None else WhyNot(no.reason.value)
