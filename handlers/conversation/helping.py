"""帮助: what the sender may do here, out of the catalogue."""

from collections.abc import Iterable
from itertools import islice

from governance.permissions import Act, may
from governance.roles import Role
from handlers.catalogue import Entry, entries, executes
from handlers.context import Context
from handlers.conversation.commands import ShowHelp
from handlers.conversation.outcomes import Help, HelpOn, HelpTopic
from handlers.posts import sender_terms

TOPICS: dict[str, tuple[str, ...]] = {
    "工单": ("tickets",),
    "值班": ("duty",),
    "美善之星": ("stars",),
    "上报": ("reporting", "conversation"),
    "身份": ("people", "notifications"),
    "后台": ("office",),
}
"""What one may ask help on, with the domains whose commands belong to it."""
FOR_STAFF = frozenset({"工单", "值班", "后台"})
"""Of these only those hear who have a role."""
IN_SHORT = 4
SHORT = 3
"""So many examples of a command are shown at most."""


@executes(ShowHelp)
def show_help(command: ShowHelp, ctx: Context) -> Help | HelpOn:
    """In short, or on one topic."""
    terms = sender_terms(ctx)
    roles = frozenset(term.role for term in terms)
    topics = {name: _entries(name, roles) for name in TOPICS if roles or name not in FOR_STAFF}
    named = topics.get(command.topic or "")
    if command.topic is not None and named:
        return HelpOn(command.topic, tuple((entry.label, entry.examples[:SHORT]) for entry in named))
    shown = tuple(_in_short(name, found) for name, found in topics.items() if found)
    return Help(may(Act.TAKE, terms), shown)


def _entries(topic: str, roles: frozenset[Role]) -> list[Entry]:
    """What may be said about the topic by somebody in these roles."""
    return [
        entry
        for entry in entries()
        if entry.examples and entry.command.__module__.split(".")[1] in TOPICS[topic]
        and (entry.roles is None or entry.roles & roles)
    ]  # fmt: skip


def _in_short(topic: str, found: Iterable[Entry]) -> HelpTopic:
    examples = [min(entry.examples, key=len) for entry in found]
    return HelpTopic(topic, tuple(islice(examples, IN_SHORT)), len(examples) > IN_SHORT)
