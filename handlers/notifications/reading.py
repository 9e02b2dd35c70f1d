"""Words that ask for fewer notices, or more."""

from governance.notices import MUTABLE, Group
from handlers.context import Here
from handlers.notifications.commands import Mute, Unmute
from handlers.said import Reads, Said
from understanding.intent import Intent
from understanding.mute import groups_in, wants_back


def mute(said: Said, _here: Here) -> Mute | Unmute:
    """By kind (进展, 提醒, 简报); without one all that may be muted."""
    groups = frozenset(Group(group) for group in groups_in(said.words)) or MUTABLE
    return Unmute(groups) if wants_back(said.words) else Mute(groups)


READS: Reads = {(Intent.MUTE, ""): mute}
