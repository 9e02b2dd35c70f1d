"""通知列表: what is announced; to staff what waits, and how far each notice went."""

from governance.permissions import Act, may
from handlers.area_notices.audience import told_of
from handlers.area_notices.commands import ShowNotices
from handlers.area_notices.known import announced_at
from handlers.area_notices.outcomes import Line, Notices
from handlers.area_notices.rights import mine, my_terms
from handlers.catalogue import executes
from handlers.context import Context
from storage.area_audience import progress_of
from storage.area_notices import NoticeRow
from understanding.notice import number_said


@executes(ShowNotices)
def show(command: ShowNotices, ctx: Context) -> Notices:
    """Of one number only that one."""
    terms = my_terms(ctx)
    staff = may(Act.DISPATCH, terms)
    number = number_said(command.number, ctx.today)
    rows = mine(ctx, terms) if staff else announced_at(ctx, ctx.sender.place_id)
    rows = [row for row in rows if not number or row.number == number]
    return Notices(tuple(lines_of(ctx, rows, staff=staff)), staff)


def lines_of(ctx: Context, rows: list[NoticeRow], *, staff: bool) -> list[Line]:
    """Each with how far it went."""
    pushes = progress_of(ctx.uow, [row.number for row in rows]) if staff and rows else {}
    return [
        Line(told_of(ctx, row), row.audience, tuple(sorted(pushes.get(row.number, {}).items())), staff) for row in rows
    ]
