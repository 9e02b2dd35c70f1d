"""Words that ask for fewer notices, or more."""

from governance.notices import MUTABLE, Group
from handlers.context import Here
from handlers.notifications.commands import Mute, Unmute
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.mute import groups_in


def mute(said: Said, _here: Here) -> Mute:
    """退订提醒, 退订简报; without a kind all that may be muted."""
    return Mute(_groups(said))


def unmute(said: Said, _here: Here) -> Unmute:
    """恢复提醒, 恢复简报."""
    return Unmute(_groups(said))


def _groups(said: Said) -> frozenset[Group]:
    return frozenset(Group(group) for group in groups_in(said.words)) or MUTABLE


READS: Reads = {CommandName.MUTE: mute, CommandName.UNMUTE: unmute}
