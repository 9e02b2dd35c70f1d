"""街道这一年: one HTML file with its pictures inside, to be read on a screen or printed to PDF."""

import base64
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from governance.rates import Share
from handlers.duty.texts.words import hours
from handlers.texts import booklet as words
from handlers.year_report import YearReport
from storage.files import FileStore

_TEMPLATES = Path(__file__).parent / "templates"


def booklet(report: YearReport, files: FileStore) -> str:
    """The file's text."""
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape())
    most = max((row.count for row in report.by_month), default=1) or 1
    return environment.get_template("booklet.html").render(
        report=report,
        words=words,
        figures=_figures(report),
        bars=[(row.name, row.count, round(row.count * 100 / most)) for row in report.by_month],
        awards=[(award, _picture(files, award.poster)) for award in report.awards],
    )


def _figures(report: YearReport) -> list[tuple[str, str]]:
    total = report.total
    return [
        (words.REPORTED, str(total.count)),
        (words.RESPONSE, _percent(total.response)),
        (words.SOLUTION, _percent(total.solution)),
        (words.SATISFACTION, _percent(total.satisfaction)),
        (words.PREVENTED, str(report.prevention.count)),
        (words.SERVED.format(people=report.people), hours(report.minutes)),
        (words.AWARDED, str(len(report.awards))),
    ]


def _percent(share: Share) -> str:
    """With the number that it rests on."""
    return "—" if share.percent is None else f"{share.percent:.1f}%（{share.good}/{share.of}）"


def _picture(files: FileStore, digest: str | None) -> str | None:
    try:
        return None if digest is None else base64.b64encode(files.get(digest)).decode()
    except FileNotFoundError:
        return None
