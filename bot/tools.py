"""What the jobs work with that talk to the platform, or write files."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.api import PlatformApi
from bot.notice_templates import Templates
from bot.wecom import WeComApi
from governance.clock import Clock
from handlers.context import SubdistrictConfig
from storage.database import Database
from storage.files import FileStore
from storage.place_book import PlaceBook


def _nobody() -> None:
    """Wakes nobody: the next pass finds what is left."""


@dataclass(frozen=True)
class Tools:
    """All of it. `wake`: called after a commit that left work for another lane; `backups`: the folder, None for no backups."""

    database: Database
    api: PlatformApi
    files: FileStore
    clock: Clock
    fonts: Path
    config: SubdistrictConfig = field(default_factory=SubdistrictConfig)
    templates: Templates = field(default_factory=dict)
    wecom: WeComApi | None = None
    backups: Path | None = None
    book: PlaceBook = field(default_factory=PlaceBook)
    wake: Callable[[], None] = _nobody
    backup_keys: tuple[str, ...] = ()
    """What backups are encrypted to: to the first; any of them opens one."""
