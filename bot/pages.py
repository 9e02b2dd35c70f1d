"""What all pages that anybody may open share: what they are made from, their headers, their frame."""

from dataclasses import dataclass, field
from pathlib import Path

from bot.drawn import Drawn
from bot.page_frame import framed
from governance.clock import Clock
from handlers.context import SubdistrictConfig
from storage.database import Database
from storage.files import FileStore
from storage.place_book import PlaceBook

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load: its one script, its font and its pictures; where it sends a form, it says so itself."""
HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex", "Content-Security-Policy": POLICY}
WITH_PICTURES = {**HEADERS, "Content-Security-Policy": POLICY.replace("img-src 'self' data:", "img-src data:")}
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
    return framed(title, body)
