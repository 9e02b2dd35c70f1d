"""The one way by which a file leaves the office: the rows of the reader's own places, people masked, and not without a trace."""

import io
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from flask import Response, request

from console.export_texts import HEADS, said_in
from console.parts import CSV, XLSX, Console, download, staff
from governance.permissions import Act
from handlers.office.exports import note_export
from handlers.office.privacy import veil
from handlers.office.staff import places_of
from storage.flat_files import FORMATS, Records

_TYPES = {"csv": CSV, "xlsx": XLSX}
Rows = Callable[[Collection[int] | None], Iterable[dict[str, Any]]]
"""The rows of these places; None: of all, and of what lies nowhere."""


def exported(
    console: Console, act: Act, name: str, fields: tuple[str, ...], rows: Rows, **filters: str | None
) -> Response:
    """The file `name`, of the places where the reader may do `act`, in the words of the pages; `filters`: what they asked for, as
    it is noted.
    """
    with console.reading() as ctx:
        places, hidden = places_of(ctx, staff(), act), veil(ctx).cell
    out, counted, kind = io.BytesIO(), _Counted(rows(places), hidden), name.rpartition(".")[2]
    heads = {field: HEADS.get(field, field) for field in fields}
    categories = {each.code: each.full_name for each in console.config.all_categories}
    read = (
        {
            heads[field]: categories.get(row[field], row[field]) if field == "category" else said_in(field, row[field])
            for field in fields
        }
        for row in counted
    )
    FORMATS[kind](read, tuple(heads.values()), out)
    with console.writing() as ctx:
        note_export(ctx, staff(), name, counted.rows, filters, request.remote_addr or "")
    return download(out.getvalue(), _TYPES[kind], name)


class _Counted:
    """Rows that are masked and counted as they pass: there may be more than fit into memory."""

    def __init__(self, rows: Records, hidden: Callable[[str, str], str]) -> None:
        self._rows, self._hidden, self.rows = rows, hidden, 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self._rows:
            self.rows += 1
            yield {name: self._hidden(name, cell) if isinstance(cell, str) else cell for name, cell in row.items()}
