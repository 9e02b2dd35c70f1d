"""12345 orders as the hotline's spreadsheets have them: whatever their headings are called, checked row by row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from governance import texts
from governance.tickets.deadlines import Deadline

HEADINGS: dict[str, tuple[str, ...]] = {
    "order_no": ("工单编号", "工单号", "编号", "受理单号", "诉求编号", "工单流水号"),
    "text": ("诉求内容", "内容", "主要内容", "诉求描述", "工单内容", "反映内容"),
    "address": ("地址", "事发地址", "诉求地址", "发生地点", "详细地址", "地点"),
    "caller": ("来电人", "诉求人", "姓名", "联系人"),
    "phone": ("联系电话", "来电号码", "电话", "手机"),
    "due": ("办结期限", "办理期限", "截止时间", "到期时间", "处理时限", "限办时间"),
    "category": ("类别", "诉求类别", "问题分类", "内容分类"),
}
"""What a column may be called; others are passed over."""
NOT_READ = frozenset({"category"})
"""Known, and left to our own reading of the words."""
NEEDED = ("order_no", "text")
LONGEST = {"order_no": 40, "text": 4000, "address": 200, "caller": 60, "phone": 30}
_DATES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y年%m月%d日",
)
_NUMBER = re.compile(r"[0-9A-Za-z\-_/]{2,40}")
Cell = str | datetime | float | int | None


@dataclass(frozen=True)
class Order:
    """A row. `due_at` (UTC): the hotline's own due time, None: it sets none."""

    row: int
    order_no: str
    text: str
    address: str | None
    caller: str | None
    phone: str | None
    due_at: datetime | None


@dataclass(frozen=True)
class Fault:
    """What is wrong: in a row (1-based as in the spreadsheet) and a column's heading."""

    row: int
    heading: str
    what: str

    def __str__(self) -> str:
        return texts.HOTLINE_FAULT.format(row=self.row, heading=self.heading, what=self.what)


def columns_of(row: Sequence[Cell]) -> dict[str, int] | None:
    """Which column holds what, where this row is the row of headings; None where it is not."""
    said = [re.sub(r"[\s*（）()]", "", str(cell)) for cell in row]
    found = {key: said.index(name) for key, names in HEADINGS.items() for name in reversed(names) if name in said}
    return found if all(key in found for key in NEEDED) else None


def passed_over(row: Sequence[Cell]) -> list[str]:
    """What the columns are called, in this row of headings, of which nothing is read."""
    names = {name for key, names in HEADINGS.items() if key not in NOT_READ for name in names}
    said = [re.sub(r"[\s*（）()]", "", str(cell)) for cell in row if cell is not None]
    return [each for each in said if each and each not in names]


def orders_in(
    columns: Mapping[str, int], rows: Sequence[tuple[int, Sequence[Cell]]], zone: ZoneInfo
) -> tuple[list[Order], list[Fault]]:
    """The orders of the numbered rows below the headings, and all that is wrong with them."""
    found: dict[str, Order] = {}
    faults: list[Fault] = []
    for number, row in rows:
        values = {key: row[at] if at < len(row) else None for key, at in columns.items()}
        if all(value in (None, "") for value in values.values()):
            continue
        order = _order(number, values, zone, faults)
        if order is None:
            continue
        if order.order_no in found:
            faults.append(
                Fault(number, HEADINGS["order_no"][0], texts.HOTLINE_TWICE.format(row=found[order.order_no].row))
            )
            continue
        found[order.order_no] = order
    return list(found.values()), faults


def no_later(deadline: Deadline, due_at: datetime | None) -> Deadline:
    """Of our own promise and the hotline's the earlier one. Source: design, section 5."""
    if due_at is None or deadline.due_at <= due_at:
        return deadline
    return Deadline(deadline.kind, deadline.since, max(due_at, deadline.since))


def _order(number: int, values: Mapping[str, Cell], zone: ZoneInfo, faults: list[Fault]) -> Order | None:
    before = len(faults)
    said = {key: _text(value) for key, value in values.items()}
    for key in NEEDED:
        if not said.get(key):
            faults.append(Fault(number, HEADINGS[key][0], texts.HOTLINE_MISSING))
    for key, most in LONGEST.items():
        if len(said.get(key) or "") > most:
            faults.append(Fault(number, HEADINGS[key][0], texts.HOTLINE_LONG.format(most=most)))
    order_no = said.get("order_no")
    if order_no and not _NUMBER.fullmatch(order_no):
        faults.append(Fault(number, HEADINGS["order_no"][0], texts.HOTLINE_NUMBER.format(value=order_no[:20])))
    due_at = _instant(values.get("due"), zone)
    if due_at is None and values.get("due") not in (None, ""):
        faults.append(Fault(number, HEADINGS["due"][0], texts.HOTLINE_DATE.format(value=str(values["due"])[:20])))
    if len(faults) > before:
        return None
    return Order(
        number,
        said["order_no"] or "",
        said["text"] or "",
        said.get("address"),
        said.get("caller"),
        said.get("phone"),
        due_at,
    )


def _text(value: Cell) -> str | None:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if value is None else str(value).strip() or None


def _instant(value: Cell, zone: ZoneInfo) -> datetime | None:
    """A day alone means its end."""
    if isinstance(value, datetime):
        local = value.replace(tzinfo=zone)
        return (local.replace(hour=23, minute=59) if (local.hour, local.minute) == (0, 0) else local).astimezone(UTC)
    for pattern in _DATES:
        try:
            local = datetime.strptime(str(value).strip(), pattern).replace(tzinfo=zone)
        except ValueError:
            continue
        return (local if "%H" in pattern else local.replace(hour=23, minute=59)).astimezone(UTC)
    return None
