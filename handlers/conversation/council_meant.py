"""What is said of a council in own words by who runs it, or sits in it: no ticket, no shift, and no list."""

from typing import Any

from governance.councils.meetings import MeetingState
from governance.permissions import PERMISSIONS, Act
from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.councils.commands import NoteDiscussion, ShowMeetings
from handlers.councils.finding import RECENT, councils_around, councils_run
from handlers.councils.staff_commands import OpenVote, PutOnAgenda
from storage.councils.meetings import meetings_of
from storage.councils.topics import open_topics
from understanding.council_meant import (
    asks_for_members,
    asks_when_it_meets,
    puts_on_agenda,
    starts_vote,
    tells_result,
    voted_on,
    without_noting,
)
from understanding.council_told import alike, is_secret, meeting_said, topic_said
from understanding.days import days_in

RUN = PERMISSIONS[Act.RUN_COUNCIL]
ALIKE = 2
"""A topic that is pointed at has so many pairs of letters in common with the words."""


def council_meant(ctx: Context, found: Interpreted) -> Any | None:
    """The command; None where the words say nothing of a council."""
    words = found.words
    if found.situation.role in RUN:
        ordered = _ordered(ctx, found)
        if ordered is not None:
            return ordered
    if asks_for_members(words) or asks_when_it_meets(words):
        return ShowMeetings()
    return None


def _ordered(ctx: Context, found: Interpreted) -> Any | None:
    words = found.words
    if puts_on_agenda(words):
        topic = topic_said(words) or _topic(ctx, words)
        return None if topic is None else PutOnAgenda(topic, "", meeting_said(words) or _meeting(ctx, words))
    if tells_result(words) and _met(ctx):
        return NoteDiscussion(without_noting(found.text), topic_said(words))
    if starts_vote(words) and _met(ctx):
        topic = topic_said(words) or _topic(ctx, words)
        return OpenVote(meeting_said(words), topic, voted_on(found.text), is_secret(words))
    return None


def _topic(ctx: Context, words: str) -> int | None:
    """The one open topic that the words are most like; None where they are like none, or like several."""
    around = open_topics(ctx.uow, [each.id for each in councils_around(ctx)])
    scored = sorted(((alike(words, each.title), each.id) for each in around), reverse=True)
    if not scored or scored[0][0] < ALIKE or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]


def _meeting(ctx: Context, words: str) -> int | None:
    """The one meeting on the day that is said; None: the only one there is."""
    days = days_in(words, ctx.today)
    coming = [each for each in meetings_of(ctx.uow, councils_run(ctx), ctx.now) if each.state is MeetingState.CALLED]
    fit = [each.id for each in coming if each.starts_at.astimezone(ctx.config.zone).date() in days]
    return fit[0] if len(fit) == 1 else None


def _met(ctx: Context) -> bool:
    """Whether a council of the sender's meets, or met lately."""
    return any(each.starts_at <= ctx.now for each in meetings_of(ctx.uow, councils_run(ctx), ctx.now - RECENT))
