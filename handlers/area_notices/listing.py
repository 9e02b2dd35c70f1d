"""通知列表: what is announced; to staff what waits, and how far each notice went."""

from governance.area_notices import NoticeState
from governance.permissions import Act, may
from handlers.area_notices.audience import told_of
from handlers.area_notices.commands import ShowNotices
from handlers.area_notices.known import announced_at
from handlers.area_notices.outcomes import Drafted, Line, Notices
from handlers.area_notices.preview import shown_again
from handlers.area_notices.rights import mine, my_terms
from handlers.catalogue import executes
from handlers.context import Context
from storage.area_audience import progress_of
from storage.area_notices import NoticeRow
from understanding.notice import number_said


@executes(ShowNotices)
def show(command: ShowNotices, ctx: Context) -> Notices | Drafted:
    """Of one number only that one; a draft of which it is asked who gets it as it was shown, with the reasons."""
    terms = my_terms(ctx)
    staff = may(Act.DISPATCH, terms)
    number = number_said(command.number, ctx.today)
    rows = mine(ctx, terms) if staff else announced_at(ctx, ctx.sender.place_id)
    rows = [row for row in rows if not number or row.number == number]
    if command.why and staff and len(rows) == 1 and rows[0].state is NoticeState.DRAFT:
        return shown_again(ctx, rows[0])
    return Notices(tuple(lines_of(ctx, rows, staff=staff)), staff)


def lines_of(ctx: Context, rows: list[NoticeRow], *, staff: bool) -> list[Line]:
    """Each with how far it went."""
    pushes = progress_of(ctx.uow, [row.number for row in rows]) if staff and rows else {}
    return [
        Line(told_of(ctx, row), row.audience, tuple(sorted(pushes.get(row.number, {}).items())), staff) for row in rows
    ]
