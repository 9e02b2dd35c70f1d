"""What all pages that anybody may open share: what they are made from, their headers, their frame."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from bot import texts
from bot.drawn import Drawn
from governance.clock import Clock
from handlers.context import SubdistrictConfig
from storage.database import Database
from storage.files import FileStore
from storage.place_book import PlaceBook

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
}

WITH_PICTURES = {
    **HEADERS,
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
}
"""Of a page whose pictures stand inside it."""


@dataclass(frozen=True)
class PublicPages:
    """What the pages are made from. `fonts`: the folder of the Chinese font; `files`: where posters lie."""

    database: Database
    config: SubdistrictConfig
    clock: Clock
    fonts: Path
    files: FileStore
    book: PlaceBook = field(default_factory=PlaceBook)
    drawn: Drawn = field(default_factory=Drawn)


def page(title: str, body: str) -> str:
    """A whole page; `body` is HTML, the title is not."""
    return texts.PAGE.format(title=escape(title), body=body)
