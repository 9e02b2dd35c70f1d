"""Words that ask for fewer notices, or more."""

from governance.area_notices import AreaKind
from governance.notices import MUTABLE, Group
from handlers.context import Here
from handlers.notifications.commands import Mute, Unmute
from handlers.said import Reads, Said
from understanding.command_names import CommandName
from understanding.mute import groups_in, topics_in


def mute(said: Said, _here: Here) -> Mute:
    """退订提醒, 退订简报, 停水通知别发我了; without a kind all that may be muted."""
    return Mute(*_named(said))


def unmute(said: Said, _here: Here) -> Unmute:
    """恢复提醒, 恢复简报."""
    return Unmute(*_named(said))


def _named(said: Said) -> tuple[frozenset[Group], frozenset[AreaKind]]:
    groups = frozenset(Group(group) for group in groups_in(said.words))
    topics = frozenset(AreaKind(topic) for topic in topics_in(said.words))
    return (groups, topics) if groups or topics else (MUTABLE, frozenset())


READS: Reads = {CommandName.MUTE: mute, CommandName.UNMUTE: unmute}
