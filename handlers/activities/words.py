"""What others are told of an activity."""

from governance.activities.texts import SCORE
from handlers.context import Context
from handlers.duty.texts.words import what
from storage.activities import BookingRow
from storage.duty.shifts import ShiftRow

INVITATION = "活动 {n}：{what}，名额 {people} 个。参加请回复：报名 {n}"
UNIT_INVITATION = "活动 {n}：{what}，名额 {people} 个。单位要名额请回复：预订 {n} 人数，例如：预订 {n} 20人"
REMINDER = (
    "活动 {n} 明天提醒：{what}，{unit}订了 {people} 个名额。到了现场请回复：实到 {n} 人数。"
    "\n名额用不完请今天退：退订 {n}，或改少：预订 {n} 人数"
)
HOW_MANY_CAME = (
    "活动 {n}（{what}）结束了，{unit}订了 {people} 个名额，实到几人？请回复：实到 {n} 人数，例如：实到 {n} {people}人"
)
HOW_WAS_IT = "活动 {n}（{what}）结束了，觉得怎么样？点一下就行：好、一般、不好"
UNIT_GONE = "活动 {n}：{unit}已退出共建，订的 {people} 个名额已退回（{what}）。有候补的已按顺序递补。"
CALLED_OFF = "活动 {n} 取消了：{what}。原因：{reason}。{unit}订的名额不用退，不用来了。"
TAP_RATE = "评价活动 {n} {score}"


def invitation(ctx: Context, row: ShiftRow) -> str:
    """To who has enrolled."""
    return INVITATION.format(n=row.id, what=what(ctx, row), people=row.shift.capacity)


def unit_invitation(ctx: Context, row: ShiftRow) -> str:
    """To who speaks for a unit."""
    return UNIT_INVITATION.format(n=row.id, what=what(ctx, row), people=row.shift.capacity)


def of_booking(ctx: Context, text: str, row: ShiftRow, booking: BookingRow, reason: str = "") -> str:
    """What concerns a unit's places."""
    return text.format(n=row.id, what=what(ctx, row), unit=booking.unit, people=booking.people, reason=reason)


def taps(row: ShiftRow) -> tuple[str, ...]:
    """One tap says how it was."""
    return tuple(TAP_RATE.format(n=row.id, score=score) for score in SCORE.values())
