"""帮助: what the sender may do here, out of the catalogue."""

from collections.abc import Sequence

from governance.permissions import Act, may
from handlers.callings import callings_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.commands import ShowHelp
from handlers.conversation.help_topics import Line, in_short, lines_of, topics_for
from handlers.conversation.outcomes import Help, HelpOn, HelpTopic
from handlers.posts import sender_terms

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
    roles |= callings_of(ctx, ctx.person_id).roles
    topics = topics_for(roles)
    if command.topic is not None and command.topic in topics:
        lines = lines_of(command.topic, roles)
        return HelpOn(command.topic, tuple((label, examples[:SHORT]) for label, examples in lines))
    shown, named = in_short(topics, roles)
    return Help(works, tuple(_in_short(name, lines_of(name, roles), works) for name in shown), tuple(named))


def _in_short(topic: str, found: Sequence[Line], works: bool) -> HelpTopic:
    most = WORK_IN_SHORT if works and topic == WORK else IN_SHORT
    examples = tuple(min(said, key=len) for _, said in found[:most])
    return HelpTopic(topic, examples, len(found) > most)
