"""A meeting's minutes, put together from what is kept of it."""

import re
from collections.abc import Sequence
from datetime import datetime

from governance.councils.votes import fell_through
from handlers.context import Context
from handlers.councils import words
from handlers.councils.finding import ref
from handlers.councils.presence import presence
from storage.councils.guests import guests_of
from storage.councils.meetings import MeetingRow, NoteRow, notes_of, seats_of
from storage.councils.resolutions import resolutions_in
from storage.councils.seats import council_by_id
from storage.councils.topics import TopicRow, agenda_of
from storage.councils.votes import votes_of
from storage.people import names_of
from storage.surveys.rows import votes_in

HEAD = "{council}会议纪要（会议{m}）\n时间：{at}　地点：{room}"
THERE = "应到 {members} 人，实到 {there} 人：{names}"
GUESTS = "旁听 {guests} 人"
AWAY = "请假：{names}"
TOPIC, SAID, OTHER = "议题{n} {title}", "　{who}：{text}", "其他讨论"
VOTE = "　表决{v} {text}：同意 {yes}，反对 {no}，弃权 {abstain}，{result}"
RESOLUTION = "决议{r} {text}（{owner}，{at}前）"
NOT_RESOLVED = "没有形成决议（决议{r} 作废，表决没有通过）：{text}"
BY_ALL = "居民表决（意见{n}）{text}：{result}"
MORE = "补充：{text}"
_SPEAKER = re.compile(r"([^\s：:，。]{2,8})[：:]\s*")
"""Who notes what another said puts their name before it."""
NOBODY, SOMEBODY = "无", "记录"


def minutes(ctx: Context, meeting: MeetingRow, more: str) -> str:
    """The agenda with what was said and voted, and what was resolved. What was voted secretly is counted only."""
    seats = seats_of(ctx.uow, meeting.id)
    there, members = presence(ctx, meeting)
    resolved = resolutions_in(ctx.uow, meeting.id)
    notes = notes_of(ctx.uow, meeting.id)
    people = {each.person_id for each in seats} | {each.owner_id for each in resolved}
    names = names_of(ctx.uow, sorted(people | {note.person_id for note in notes if note.person_id is not None}))
    council = words.council(ref(ctx, council_by_id(ctx.uow, meeting.council_id)))
    away = [names[each.person_id] for each in seats if each.answer is False and each.person_id not in there]
    lines = [
        HEAD.format(council=council, m=meeting.id, at=_on(ctx, meeting.starts_at), room=meeting.room),
        THERE.format(members=len(members), there=len(there), names=_joined([names[each] for each in sorted(there)])),
    ]
    guests = guests_of(ctx.uow, meeting.id)
    lines += [GUESTS.format(guests=guests)] if guests else []
    lines += [AWAY.format(names=_joined(away))] if away else []
    topics = agenda_of(ctx.uow, meeting.id)
    lines += [line for topic in topics for line in _of_topic(ctx, meeting, topic, notes, names)]
    lines += _of_no_topic(ctx, meeting, topics, notes, names)
    votes = [(each.topic_id, each.passed) for each in votes_of(ctx.uow, [meeting.id])]
    lines += [
        (NOT_RESOLVED if fell_through(each.topic_id, votes) else RESOLUTION).format(
            r=each.id, text=each.text, owner=names[each.owner_id], at=_on(ctx, each.due_at)
        )
        for each in resolved
    ]
    lines += [
        BY_ALL.format(n=each.id, text=each.title, result=each.done)
        for each in votes_in(ctx.uow, meeting.id)
        if each.done
    ]
    return "\n".join([*lines, *([MORE.format(text=more)] if more else [])])


def _on(ctx: Context, at: datetime) -> str:
    """With its year: minutes are read years later too."""
    return f"{at.astimezone(ctx.config.zone):%Y年%-m月%-d日 %H:%M}"


def _of_topic(
    ctx: Context, meeting: MeetingRow, topic: TopicRow, notes: Sequence[NoteRow], names: dict[int, str]
) -> list[str]:
    lines = [TOPIC.format(n=topic.id, title=topic.title)]
    lines += [_said(note, names) for note in notes if note.topic_id == topic.id]
    return lines + _votes(ctx, meeting, topic.id)


def _of_no_topic(
    ctx: Context, meeting: MeetingRow, topics: Sequence[TopicRow], notes: Sequence[NoteRow], names: dict[int, str]
) -> list[str]:
    known = {topic.id for topic in topics}
    lines = [_said(note, names) for note in notes if note.topic_id not in known] + _votes(ctx, meeting, None)
    return [OTHER, *lines] if lines else []


def _votes(ctx: Context, meeting: MeetingRow, topic: int | None) -> list[str]:
    found = [each for each in votes_of(ctx.uow, [meeting.id]) if each.topic_id == topic and each.passed is not None]
    return [
        VOTE.format(
            v=each.id, text=words.short(each.text), yes=each.yes, no=each.no, abstain=each.abstain,
            result=words.PASSED[bool(each.passed)],
        )
        for each in found
    ]  # fmt: skip


def _said(note: NoteRow, names: dict[int, str]) -> str:
    speaker = _SPEAKER.match(note.text)
    if speaker and speaker[1] in names.values():
        return SAID.format(who=speaker[1], text=note.text[speaker.end() :])
    return SAID.format(who=names.get(note.person_id or 0, SOMEBODY), text=note.text)


def _joined(names: Sequence[str]) -> str:
    return "、".join(names) or NOBODY
