"""Who runs projects says in own words that one is to be put on the list."""

from typing import Any

from governance.permissions import PERMISSIONS, Act
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.registry import READS
from handlers.said import Said
from understanding.command_names import CommandName
from understanding.meaning import Meaning
from understanding.project_opened import project_opened

RUN = PERMISSIONS[Act.RUN_PROJECTS]


def project_meant(ctx: Context, found: Interpreted) -> Any | None:
    """The project that is to be opened; None where the words tell of none."""
    what = project_opened(found.words) if found.situation.role in RUN and found.reading.hazard is None else ""
    if not what:
        return None
    text = f"开项目 {what}"
    meaning = Meaning(CommandName.OPEN_PROJECT, None, text, free=True)
    return READS[CommandName.OPEN_PROJECT](Said(text, text, meaning), ctx.here)
