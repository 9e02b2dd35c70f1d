"""Another notice of the same matter: one that is void by mistake takes nothing away of what still stands."""

import re

from governance.area_notices import RUNNING, AreaKind, overlap
from handlers.area_notices.audience import lie_together
from handlers.context import Context
from storage.area_notices import NoticeRow, running_notices
from understanding.notice_text import much_alike

_MISTAKE = re.compile(r"作废|[发弄搞写]错|撤[回掉了销下]|收回|不算|以.{0,12}为准|重复")


def stands_beside(ctx: Context, notice: NoticeRow) -> NoticeRow | None:
    """The newest other one that people were told of, of the same kind, place and time; what is of no kind also worded alike."""
    span = (notice.starts_at, notice.ends_at)
    alike = [
        row for row in running_notices(ctx.uow, ctx.now)
        if row.id != notice.id and row.state in RUNNING and row.kind is notice.kind
        and overlap(span, (row.starts_at, row.ends_at)) and lie_together(ctx, row.places, notice.places)
        and (row.kind is not AreaKind.OTHER or much_alike(row.text, notice.text))
    ]  # fmt: skip
    return max(alike, key=lambda row: row.id, default=None)


def says_mistake(words: str) -> bool:
    """Whether a notice is taken off because it was wrong, and not because the matter is over."""
    return _MISTAKE.search(words) is not None
