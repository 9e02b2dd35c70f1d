"""报名 N, 取消值班 N: a place on a shift, a place on its stand-by list, and who moves up."""

from datetime import timedelta

from sqlalchemy import select, update

from governance.duty.admission import Admitted, Refused, StandBy, may_cancel
from handlers.context import Context
from handlers.duty.fitting import decide, refusal, stands
from handlers.duty.members import Member, lead_called, member
from handlers.duty.shift_words import own_shift, rest_of, shift_said, what, which
from handlers.inbound import Reply
from handlers.notices import tell
from handlers.texts import duty as words
from handlers.texts import service
from handlers.turn import Turn
from storage.duty.shifts import ShiftRow, filled, shift_by_id, shift_rows
from storage.duty.sign_ups import change, end_offers, on_shift, sign, standing_of
from storage.models import Campaign, Outbox, Person, Shift
from storage.people import names_of
from storage.serving import followed_accounts
from understanding.duty import shift_in
from understanding.times import time_in


def sign_up(turn: Turn) -> Reply:
    """报名 N, or 报名 周六上午 where only one shift is meant."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    if shift_in(rest_of(turn))[0] is None:
        return _by_time(turn, who)
    said = shift_said(turn, lock=True)
    return said if isinstance(said, Reply) else join(turn, who, said[0])


def _by_time(turn: Turn, who: Member) -> Reply:
    local = turn.now.astimezone(turn.config.zone)
    span = time_in(rest_of(turn), local, turn.config.calendar) if rest_of(turn) else None
    end = span.end if span else local + timedelta(weeks=turn.config.rules.duty_weeks)
    coming = shift_rows(
        turn.uow, Shift.starts_at >= max(span.start if span else local, local), Shift.starts_at < end,
        Shift.cancelled_at.is_(None), most=40,
    )  # fmt: skip
    if not coming:
        return Reply(words.NO_SHIFTS.format(when=rest_of(turn)))
    if len(coming) > 1 or span is None:
        return which(turn, "报名", coming)
    locked = shift_by_id(turn.uow, coming[0].id, lock=True)
    assert locked is not None
    return join(turn, who, locked)


def join(turn: Turn, who: Member, row: ShiftRow) -> Reply:
    """Puts the member on the shift, which is locked, or on its stand-by list; or says why not."""
    turn.uow.execute(select(Person.id).where(Person.id == who.person_id).with_for_update())  # two phones, two shifts
    before = standing_of(turn.uow, row.id, who.person_id)
    about = {"n": row.id, "what": what(turn, row)}
    if before is not None and before.state == "standby":
        place = [each.person_id for each in on_shift(turn.uow, row.id, "standby")].index(who.person_id) + 1
        return Reply(words.ALREADY_STANDBY.format(**about, place=place))
    if stands(before):
        return Reply(words.ALREADY_ON.format(**about))
    full = filled(turn.uow, [row.id])[row.id]
    decision = decide(turn, row, who.person_id, full)
    if isinstance(decision, Refused):
        return Reply(refused(turn, row, decision))
    state = "signed" if isinstance(decision, Admitted) else "standby"
    if before is not None:
        change(turn.uow, before.id, state="cancelled", ended_at=turn.now)  # what was proposed is now their own wish
    sign(turn.uow, row.id, who.person_id, state, "self", turn.now)
    if isinstance(decision, StandBy):
        text = words.FULL_CALL_UP if row.call_up else words.STOOD_BY
        return Reply(text.format(**about, place=decision.place))
    if row.call_up and full.taken + 1 == row.shift.capacity:
        _stop(turn, row)
    return Reply(words.SIGNED_UP.format(**about))


def refused(ctx: Context, row: ShiftRow, decision: Refused) -> str:
    """Why somebody can't have a place."""
    other = words.when(decision.other, ctx.config.zone) if decision.other else ""
    return words.REFUSED[decision.reason.value].format(
        n=row.id, what=what(ctx, row), need=row.shift.qualification, lead=lead_called(ctx, row.lead_id), other=other,
        rest=ctx.config.rules.rest_hours,
    )  # fmt: skip


def cancel_shift(turn: Turn) -> Reply:
    """取消值班 N: gives the place back; the first who waits and fits moves up."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    meant = own_shift(
        turn, who.person_id, ("signed", "standby", "present", "proposed"), "取消值班", words.NOTHING_TO_CANCEL
    )
    if isinstance(meant, Reply):
        return meant
    row = shift_by_id(turn.uow, meant[1].id, lock=True)
    place = standing_of(turn.uow, meant[1].id, who.person_id)
    assert row is not None
    if place is None:
        return Reply(words.NOTHING_TO_CANCEL)
    about = {"n": row.id, "what": what(turn, row), "lead": lead_called(turn, row.lead_id)}
    if row.shift.starts_at <= turn.now:
        return Reply(words.STARTED_NO_CANCEL.format(**about))
    if place.state == "signed" and not row.call_up and not may_cancel(row.shift, turn.now, turn.config.rules):
        return Reply(words.TOO_LATE_TO_CANCEL.format(**about, hours=turn.config.rules.cancel_hours))
    change(turn.uow, place.id, state="cancelled", ended_at=turn.now)
    end_offers(turn.uow, place.id, "withdrawn", turn.now)
    if place.state == "signed":
        move_up(turn, row)
    return Reply(words.CANCELLED.format(**about))


def move_up(ctx: Context, row: ShiftRow) -> None:
    """Fills free places of a locked shift from its stand-by list; who does not fit any more keeps waiting."""
    missing = row.shift.capacity - filled(ctx.uow, [row.id])[row.id].taken
    for waiting in on_shift(ctx.uow, row.id, "standby"):
        if missing <= 0:
            break
        if refusal(ctx, row, waiting.person_id) is not None:
            continue
        change(ctx.uow, waiting.id, state="signed", via="standby")
        text = words.MOVED_UP.format(n=row.id, what=what(ctx, row))
        key = f"up:{waiting.id}"
        accounts = followed_accounts(ctx.uow, [waiting.person_id])
        tell(ctx, accounts, key, "duty", text, taps=(f"取消值班 {row.id}",))
        missing -= 1
    if missing > 0 and row.lead_id is not None:
        text = words.LEAD_FREE.format(n=row.id, what=what(ctx, row), missing=missing)
        key = f"free:{row.id}:{missing}:{int(ctx.now.timestamp())}"
        tell(ctx, followed_accounts(ctx.uow, [row.lead_id]), key, "duty", text, again=True)


def _stop(turn: Turn, row: ShiftRow) -> None:
    """A call-up is filled: nobody else is called, and who called hears who comes."""
    turn.uow.execute(update(Campaign).where(Campaign.id == row.campaign_id).values(filled_at=turn.now))
    unsent = (Outbox.dedupe_key.startswith(f"call:{row.id}:"), Outbox.state.in_(("waiting", "kept")))
    turn.uow.execute(update(Outbox).where(*unsent).values(state="dropped", last_error="filled"))
    people = [place.person_id for place in on_shift(turn.uow, row.id, "signed", "present")]
    named = names_of(turn.uow, people)
    text = service.FILLED.format(
        n=row.id, what=what(turn, row), goal=row.shift.capacity, people="、".join(named[person] for person in people)
    )
    if row.lead_id is not None:
        tell(
            turn,
            followed_accounts(turn.uow, [row.lead_id]),
            f"filled:{row.id}",
            "duty",
            text,
            again=True,
            by_night=True,
        )
