"""Topics: proposed by anybody who lives there, supported, shown."""

from governance.councils.topics import OPEN, is_enough
from governance.days import start_of
from handlers.catalogue import executes
from handlers.context import Context
from handlers.councils import words
from handlers.councils.commands import ProposeTopic, ShowTopics, SupportTopic
from handlers.councils.finding import councils_around, home_council, ref
from handlers.councils.outcomes import (
    CannotNow,
    Lacks,
    Missing,
    NoSuch,
    Proposed,
    Supported,
    Thing,
    TopicLine,
    TopicShown,
    TopicsShown,
    WhichOne,
    Why,
)
from handlers.councils.telling import tell_people, those_who_run
from handlers.outcomes import Refuse
from storage.councils.meetings import meeting_by_id
from storage.councils.resolutions import resolutions_of
from storage.councils.seats import council_by_id
from storage.councils.topics import (
    TopicRow,
    change_topic,
    lock_topic,
    meetings_on_topic,
    open_topics,
    propose,
    proposed_since,
    support,
    topic_by_id,
    topics_of_account,
)
from storage.kept_words import masked_words
from understanding.council_told import alike, without_neighbours

SHORTEST, MOST = 4, 10
ALIKE = 1
"""A topic that is called by its words has so many pairs of letters in common with them: 车棚 is one."""


@executes(ProposeTopic)
def propose_topic(command: ProposeTopic, ctx: Context) -> Proposed | CannotNow | Missing:
    """Written with names and numbers masked: neighbours read it."""
    council = home_council(ctx)
    text = command.text.strip()
    if len(text) < SHORTEST:
        return Missing(Lacks.TOPIC)
    most = ctx.config.rules.lists_a_day
    if proposed_since(ctx.uow, ctx.sender.id, start_of(ctx.today, ctx.config.zone)) >= most:
        return CannotNow(Why.ENOUGH_TOPICS, said=str(most))
    title = without_neighbours(masked_words(text, ctx.names))
    number = propose(ctx.uow, council.id, title, ctx.account_id, ctx.now)
    return Proposed(number, title, ref(ctx, council), ctx.config.rules.council_support, title != text)


@executes(SupportTopic)
def support_topic(command: SupportTopic, ctx: Context) -> Supported | CannotNow | NoSuch | WhichOne | Missing:
    """Counted once an account and person; the one who makes it enough brings it before the secretary."""
    found = _meant(ctx, command)
    topic = lock_topic(ctx.uow, found.id)
    if topic.state not in OPEN:
        return CannotNow(Why.TOPIC_OVER, topic.id)
    if topic.account_id == ctx.account_id:
        return CannotNow(Why.OWN_TOPIC, topic.id)
    if not support(ctx.uow, topic.id, ctx.sender.id, ctx.person_id, ctx.now):
        return CannotNow(Why.SUPPORTED, topic.id, said=str(topic.supporters))
    count, needed = topic.supporters + 1, ctx.config.rules.council_support
    if topic.enough_at is None and is_enough(count, needed):
        change_topic(ctx.uow, topic.id, enough_at=ctx.now)
        council = council_by_id(ctx.uow, topic.council_id)
        said = words.ENOUGH.format(n=topic.id, title=words.short(topic.title), count=count)
        tell_people(
            ctx, those_who_run(ctx, council), f"topic:{topic.id}:enough", said, (words.AGENDA_TAP.format(n=topic.id),)
        )
    return Supported(topic.id, topic.title, count, needed)


@executes(ShowTopics)
def show_topics(command: ShowTopics, ctx: Context) -> TopicsShown | TopicShown | NoSuch:
    """One, or those that are open around the sender and their own."""
    if command.topic is not None:
        return _shown(ctx, _in_reach(ctx, command.topic))
    around = open_topics(ctx.uow, [each.id for each in councils_around(ctx)])
    own = topics_of_account(ctx.uow, ctx.account_id, MOST) if ctx.account_id is not None else []
    once = {each.id: each for each in (*own, *around[::-1])}
    lines = tuple(_line(ctx, each) for each in list(once.values())[:MOST])
    return TopicsShown(lines, ctx.config.rules.council_support)


def _meant(ctx: Context, command: SupportTopic) -> TopicRow:
    """By its number; else the open one around that is most like the words. Raises Refuse."""
    if command.topic is not None:
        return _in_reach(ctx, command.topic)
    around = open_topics(ctx.uow, [each.id for each in councils_around(ctx)])
    if not command.words:
        raise Refuse(Missing(Lacks.WHICH_TOPIC))
    scored = [(alike(command.words, each.title), each) for each in around]
    best = max((score for score, _ in scored), default=0)
    fitting = [each for score, each in scored if score == best and score >= ALIKE]
    if len(fitting) == 1:
        return fitting[0]
    options = tuple((each.id, words.short(each.title)) for each in (fitting or around)[:MOST])
    raise Refuse(WhichOne(Thing.TOPIC, options) if options else NoSuch(Thing.TOPIC, None))


def _in_reach(ctx: Context, number: int) -> TopicRow:
    """A topic of a council around the sender, or their own. Raises Refuse."""
    topic = topic_by_id(ctx.uow, number)
    mine = topic is not None and topic.account_id is not None and topic.account_id == ctx.account_id
    if topic is None or not (mine or topic.council_id in {each.id for each in councils_around(ctx)}):
        raise Refuse(NoSuch(Thing.TOPIC, number))
    return topic


def _shown(ctx: Context, topic: TopicRow) -> TopicShown:
    meetings = meetings_on_topic(ctx.uow, topic.id)
    meeting = meeting_by_id(ctx.uow, meetings[0]) if meetings else None
    resolved = [each for each in resolutions_of(ctx.uow, [topic.council_id]) if each.topic_id == topic.id]
    return TopicShown(
        _line(ctx, topic), ref(ctx, council_by_id(ctx.uow, topic.council_id)), ctx.config.rules.council_support, topic.why,
        None if meeting is None else meeting.id, None if meeting is None else meeting.starts_at,
        tuple((each.id, each.text) for each in resolved),
    )  # fmt: skip


def _line(ctx: Context, topic: TopicRow) -> TopicLine:
    mine = topic.account_id is not None and topic.account_id == ctx.account_id
    return TopicLine(topic.id, topic.title, topic.state, topic.supporters, mine)
