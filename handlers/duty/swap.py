"""换班: a place offered to somebody, or to all who fit; the first who takes it stands there."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select

from handlers.duty.fitting import refusal, stands, who_fit
from handlers.duty.members import Member, lead_called, member, one_named
from handlers.duty.shift_words import own_shift, rest_of, said_why, what
from handlers.duty.sign_up import refused
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.texts import duty as words
from handlers.turn import Turn
from handlers.work.details import ask_detail
from storage.duty.members import enrolments
from storage.duty.shifts import ShiftRow, shift_by_id
from storage.duty.sign_ups import SwapRow, change, end_offers, offer, open_swaps, sign, sign_ups, standing_of
from storage.models import Enrolment, Shift, SignUp, Swap
from storage.serving import followed_accounts, reachable
from understanding.duty import colleague_in, shift_in

TO_ALL = ("都可以", "谁都行", "谁都可以", "所有人", "大家", "任何人", "公开")
MOST_ASKED = 30


def swap(turn: Turn) -> Reply:
    """换班 N 给 张三; 换班 N 都可以."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    meant = own_shift(turn, who.person_id, ("signed",), "换班", words.SWAP_ONLY_SIGNED)
    if isinstance(meant, Reply):
        return meant
    place, row, rest = meant
    if row.shift.starts_at <= turn.now:
        return Reply(words.SWAP_ONLY_SIGNED)
    if any(each in rest for each in TO_ALL):
        return _to_all(turn, who, place.id, row)
    name = colleague_in(rest)
    if name is None:
        return ask_detail(turn, None, words.SWAP_WHO.format(n=row.id), before=f"{row.id} ")
    other = one_named(turn, name)
    if isinstance(other, str):
        return _cannot(turn, name, row, other)
    why = _why_not(turn, row, other.id, who.person_id)
    if why is not None:
        return _cannot(turn, other.name, row, why)
    offer(turn.uow, place.id, other.id, turn.now)
    _ask(turn, who, row, place.id, [other.id], words.SWAP_REQUEST_CLOSED.format(n=row.id), "同意换班")
    return Reply(words.SWAP_ASKED.format(name=other.name, what=what(turn, row), n=row.id))


def agree(turn: Turn) -> Reply:
    """同意换班 N: what was offered to the sender by name."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    number, _ = shift_in(rest_of(turn))
    mine = (Swap.to_person_id == who.person_id, *_of(number))
    return _take(turn, who, open_swaps(turn.uow, *mine))


def take_over(turn: Turn) -> Reply:
    """接班 N: what is offered to all, or to the sender."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    number, _ = shift_in(rest_of(turn))
    offered = or_(Swap.to_person_id.is_(None), Swap.to_person_id == who.person_id)
    return _take(turn, who, open_swaps(turn.uow, offered, *_of(number)))


def refuse(turn: Turn) -> Reply:
    """不同意换班 N."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    number, _ = shift_in(rest_of(turn))
    found = open_swaps(turn.uow, Swap.to_person_id == who.person_id, *_of(number))
    if not found:
        return Reply(words.SWAP_GONE)
    row = shift_by_id(turn.uow, found[0].shift_id, lock=True)
    assert row is not None
    if not end_offers(turn.uow, found[0].sign_up_id, "refused", turn.now):
        return Reply(words.SWAP_GONE)
    text = words.SWAP_REFUSED_TOLD.format(who=who.name, n=row.id, what=what(turn, row))
    tell(turn, followed_accounts(turn.uow, [found[0].from_id]), f"unswapped:{found[0].id}", "duty", text)
    return Reply(words.SWAP_REFUSED)


def withdraw_swap(turn: Turn) -> Reply:
    """取消换班: the sender goes after all."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    number, _ = shift_in(rest_of(turn))
    found = open_swaps(turn.uow, SignUp.person_id == who.person_id, *_of(number))
    row = shift_by_id(turn.uow, found[0].shift_id, lock=True) if found else None
    if row is None or not end_offers(turn.uow, found[0].sign_up_id, "withdrawn", turn.now):
        return Reply(words.SWAP_NONE)
    return Reply(words.SWAP_WITHDRAWN.format(n=row.id, what=what(turn, row)))


def _take(turn: Turn, who: Member, found: list[SwapRow]) -> Reply:
    found = [each for each in found if each.from_id != who.person_id]
    if not found:
        return Reply(words.SWAP_GONE)
    row = shift_by_id(turn.uow, found[0].shift_id, lock=True)
    still = open_swaps(turn.uow, Swap.id == found[0].id)
    if row is None or not still:
        return Reply(words.SWAP_GONE)
    standing = standing_of(turn.uow, row.id, who.person_id)
    if stands(standing):
        return Reply(words.ALREADY_ON.format(n=row.id, what=what(turn, row)))
    no = refusal(turn, row, who.person_id)
    if no is not None:
        return Reply(refused(turn, row, no))
    if standing is not None:
        change(turn.uow, standing.id, state="cancelled", ended_at=turn.now)
    end_offers(turn.uow, still[0].sign_up_id, "done", turn.now, taken_by=who.person_id)
    change(turn.uow, still[0].sign_up_id, state="swapped", ended_at=turn.now)
    sign(turn.uow, row.id, who.person_id, "signed", "swap", turn.now)
    about = {"n": row.id, "what": what(turn, row)}
    told = [still[0].from_id, *([row.lead_id] if row.lead_id is not None else [])]
    text = words.SWAP_DONE_TOLD.format(who=who.name, **about)
    tell(turn, followed_accounts(turn.uow, told), f"swapped:{still[0].id}", "duty", text)
    return Reply(words.SWAP_DONE.format(**about))


def _to_all(turn: Turn, who: Member, place_id: int, row: ShiftRow) -> Reply:
    """Those enrolled in the community and those who have stood at this station."""
    line = turn.places.line_of(row.place_id)
    able = {each.person_id for each in enrolments(turn.uow, Enrolment.place_id.in_(line))}
    if row.station_id is not None:
        near = sign_ups(turn.uow, SignUp.shift_id.in_(select(Shift.id).where(Shift.station_id == row.station_id)))
        able |= {each.person_id for each in near}
    near_at_hand = sorted(able & reachable(turn.uow, sorted(able)) - {who.person_id})
    fit = who_fit(turn, row, near_at_hand)
    if not fit:
        lead = lead_called(turn, row.lead_id)
        return Reply(words.SWAP_NOBODY.format(n=row.id, what=what(turn, row), lead=lead))
    offer(turn.uow, place_id, None, turn.now)
    _ask(turn, who, row, place_id, fit[:MOST_ASKED], "", "接班")
    return Reply(words.SWAP_OPEN.format(count=len(fit[:MOST_ASKED]), what=what(turn, row), n=row.id))


def _ask(turn: Turn, who: Member, row: ShiftRow, place_id: int, people: Iterable[int], more: str, answer: str) -> None:
    taps = (f"{answer} {row.id}", f"不同意换班 {row.id}") if more else (f"{answer} {row.id}",)
    text = words.SWAP_REQUEST.format(who=who.name, what=what(turn, row), n=row.id, answer=f"{answer} {row.id}")
    key = f"swap:{place_id}:{int(turn.now.timestamp())}"
    tell(
        turn,
        followed_accounts(turn.uow, list(people)),
        key,
        "duty",
        "\n".join(filter(None, (text, more))),
        taps=taps,
        again=True,
    )


def _why_not(turn: Turn, row: ShiftRow, person_id: int, own_id: int) -> str | None:
    """Why this person can't take the shift (a key of SWAP_WHY), None when they can."""
    if person_id == own_id:
        return "self"
    if stands(standing_of(turn.uow, row.id, person_id)):
        return "on"
    if not reachable(turn.uow, [person_id]):
        return "away"
    no = refusal(turn, row, person_id)
    return None if no is None else no.reason.value


def _cannot(turn: Turn, name: str, row: ShiftRow, why: str) -> Reply:
    return Reply(words.SWAP_CANNOT.format(name=name, why=said_why(turn, row, why)))


def _of(number: int | None) -> tuple[ColumnElement[bool], ...]:
    return () if number is None else (SignUp.shift_id == number,)
