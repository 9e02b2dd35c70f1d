"""The audit, for administrators: looked through by who, what, whose data, from where and when; and taken out as a file."""

import io
from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from console import texts
from console.parts import CSV, Console, download, guarded, number_of, page, staff
from governance.days import end_of, start_of
from governance.permissions import Act
from handlers.office.audit import PAGE, audit_page, note_export
from storage.audit_search import FIELDS, AuditSearch, audit_records
from storage.flat_files import FORMATS

LONGEST, MOST_PAGES = 80, 10_000
EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


def audit_pages(blueprint: Blueprint, console: Console) -> None:
    """The page and the file."""

    @blueprint.get("/audit")
    @guarded(console, Act.AUDIT)
    def audit() -> ResponseReturnValue:
        wanted, at, wrong = _wanted(console), min(max(number_of("page"), 1), MOST_PAGES), _wrong()
        with console.writing() as ctx:
            found = audit_page(ctx, staff(), wanted, at)
        pages = max((found.total + PAGE - 1) // PAGE, 1)
        return page(
            "audit.html", 422 if wrong else 200, found=found, at=at, pages=pages, wrong=wrong, asked=_asked(),
        )  # fmt: skip

    @blueprint.get("/audit.csv")
    @guarded(console, Act.AUDIT)
    def audit_file() -> ResponseReturnValue:
        wanted, out = _wanted(console), io.BytesIO()
        with console.writing() as ctx:
            note_export(ctx, staff(), wanted)
        with console.database.read() as connection:
            FORMATS["csv"](audit_records(connection, wanted), FIELDS, out)
        return download(out.getvalue(), CSV, "audit.csv")


def _asked() -> dict[str, str]:
    """What was typed, to stand in the form again."""
    return {
        name: request.args.get(name, "").replace("\0", "").strip()[:LONGEST] for name in ("q", "action", "from", "to")
    }


def _wanted(console: Console) -> AuditSearch:
    asked, zone = _asked(), console.config.zone
    first, last = _day(asked["from"]), _day(asked["to"])
    return AuditSearch(
        asked["q"], asked["action"], None if first is None else start_of(first, zone),
        None if last is None else end_of(last, zone),
    )  # fmt: skip


def _wrong() -> str | None:
    asked = _asked()
    return next(
        (texts.AUDIT_DAY.format(said=asked[n]) for n in ("from", "to") if asked[n] and not _day(asked[n])), None
    )


def _day(said: str) -> date | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
