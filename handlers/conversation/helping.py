"""帮助: what the sender may do here, out of the catalogue."""

from collections.abc import Sequence

from governance.permissions import Act, may
from governance.roles import Role
from handlers.catalogue import Entry, entries, executes
from handlers.context import Context
from handlers.conversation.commands import ShowHelp
from handlers.conversation.outcomes import Help, HelpOn, HelpTopic
from handlers.posts import sender_terms

TOPICS: dict[str, tuple[str, ...]] = {
    "工单": ("tickets",),
    "上报": ("reporting", "conversation"),
    "值班": ("duty",),
    "美善之星": ("stars",),
    "身份": ("people", "notifications", "privacy"),
    "后台": ("office",),
}
"""What one may ask help on, with the domains whose commands belong to it."""
FOR_STAFF = frozenset({"工单", "值班", "后台"})
"""Of these only those hear who have a role besides living here."""
WORK = "工单"
IN_SHORT, WORK_IN_SHORT = 4, 10
"""So many commands of a topic are shown in short, and of work to those who do it."""
SHORT = 3
"""So many examples of a command are shown at most."""


@executes(ShowHelp)
def show_help(command: ShowHelp, ctx: Context) -> Help | HelpOn:
    """In short, or on one topic."""
    terms = sender_terms(ctx)
    roles, works = frozenset(term.role for term in terms), may(Act.TAKE, terms)
    serves = bool(roles - {Role.RESIDENT})
    topics = {name: _entries(name, roles) for name in TOPICS if serves or name not in FOR_STAFF}
    named = topics.get(command.topic or "")
    if command.topic is not None and named:
        return HelpOn(command.topic, tuple((entry.label, entry.examples[:SHORT]) for entry in named))
    return Help(works, tuple(_in_short(name, found, works) for name, found in topics.items() if found))


def _entries(topic: str, roles: frozenset[Role]) -> list[Entry]:
    """What may be said about the topic by somebody in these roles; what only takes something back comes last."""
    undoing = {entry.back for entry in entries()}
    found = [entry for entry in entries() if entry.examples and _domain(entry) in TOPICS[topic]]
    allowed = [entry for entry in found if entry.roles is None or entry.roles & roles]
    return sorted(allowed, key=lambda entry: entry.command in undoing)


def _domain(entry: Entry) -> str:
    return str(entry.command.__module__.split(".")[1])


def _in_short(topic: str, found: Sequence[Entry], works: bool) -> HelpTopic:
    most = WORK_IN_SHORT if works and topic == WORK else IN_SHORT
    examples = tuple(min(entry.examples, key=len) for entry in found[:most])
    return HelpTopic(topic, examples, len(found) > most)
