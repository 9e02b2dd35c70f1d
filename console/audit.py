"""The audit, for administrators: looked through by who, what, whose data, from where and when; and taken out as a file."""

import io
from datetime import date

from flask import Blueprint
from flask.typing import ResponseReturnValue

from bot.parameters import day, one_of, takes, whole, words
from console import texts
from console.audit_said_texts import detail_said, subject_said
from console.parts import CSV, Console, download, guarded, page, staff
from governance.days import end_of, start_of
from governance.permissions import Act
from handlers.office.audit import PAGE, audit_page, note_export
from storage.audit_search import FIELDS, AuditSearch, audit_records
from storage.flat_files import FORMATS

LONGEST, MOST_PAGES = 80, 10_000
FILTERS = (
    words("q", texts.ASKED["q"], LONGEST), words("action", texts.AUDIT_WHAT, LONGEST),
    one_of("changes", texts.AUDIT_CHANGES, ("", "1")), day("from", texts.ASKED["from"], "first"),
    day("to", texts.ASKED["to"], "last"),
)  # fmt: skip


def audit_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and the file."""

    @blueprint.get("/audit")
    @guarded(console, Act.AUDIT)
    @takes(*FILTERS, whole("page", texts.ASKED["page"], 1, MOST_PAGES, 1, "at"))
    def audit(q: str, action: str, changes: str, first: date | None, last: date | None, at: int) -> ResponseReturnValue:
        with console.writing() as ctx:
            found = audit_page(ctx, staff(), _search(console, q, action, changes, first, last), at)
        pages = max((found.total + PAGE - 1) // PAGE, 1)
        asked = {"q": q, "action": action, "changes": changes, "from": first or "", "to": last or ""}
        return page(
            "audit.html",
            found=found,
            at=at,
            pages=pages,
            asked=asked,
            subject_said=subject_said,
            detail_said=detail_said,
        )

    @blueprint.get("/audit.csv")
    @guarded(console, Act.AUDIT)
    @takes(*FILTERS, gives=("text/csv",))
    def audit_file(q: str, action: str, changes: str, first: date | None, last: date | None) -> ResponseReturnValue:
        wanted, out = _search(console, q, action, changes, first, last), io.BytesIO()
        with console.writing() as ctx:
            note_export(ctx, staff(), wanted)
        with console.database.read() as connection:
            FORMATS["csv"](audit_records(connection, wanted), FIELDS, out)
        return download(out.getvalue(), CSV, "audit.csv")


def _search(
    console: Console, said: str, action: str, changes: str, first: date | None, last: date | None
) -> AuditSearch:
    zone = console.config.zone
    since = None if first is None else start_of(first, zone)
    until = None if last is None else end_of(last, zone)
    return AuditSearch(said.replace("\0", "").strip(), action, since, until, bool(changes))
