"""A person says what is the same on several platforms, and what is not; each joined field keeps its source and its time."""

from collections.abc import Sequence
from datetime import datetime

from governance.connectors.alike import Subject
from governance.permissions import Act
from handlers.catalogue import executes
from handlers.connectors.candidates import OTHER, candidates_of, only_sure, takers
from handlers.connectors.commands import DismissSubject, JoinAllAlike, JoinSubject, KeepSubjectApart, SplitSubject
from handlers.connectors.join_outcomes import (
    AllAlikeJoined,
    CannotJoin,
    NoSuchSubject,
    SubjectDismissed,
    SubjectJoined,
    SubjectKeptApart,
    SubjectSplit,
)
from handlers.context import Context
from handlers.posts import require
from storage.audit import AuditEntry, note
from storage.connectors.links import add_link, drop_link
from storage.connectors.ours import Ours, our_own, phone_mark
from storage.connectors.platforms import lock_platforms
from storage.connectors.subjects import (
    DISMISSED,
    JOINED,
    OPEN,
    Known,
    change_subject,
    drop_sources,
    group_of,
    joined_to,
    keep_apart,
    note_source,
    open_subjects,
    subjects_locked,
    subjects_seen,
)

MOST_AT_ONCE = 200
OURS = "ours"


@executes(JoinSubject)
def join(command: JoinSubject, ctx: Context) -> SubjectJoined | CannotJoin | NoSuchSubject:
    """With one of ours, or with another platform's."""
    require(ctx, Act.MANAGE)
    into = command.into.strip()
    other = _number(into)
    one = _open(ctx, command.subject, *([] if other is None else [other]))
    if one is None:
        return NoSuchSubject()
    return _join_ours(ctx, one, into) if other is None else _join_theirs(ctx, one, other)


def _locked(ctx: Context, *ids: int) -> dict[int, Known]:
    """They and all that each is the same as: their platforms first, so that who joins what is of one comes one after the other."""
    before = subjects_seen(ctx.uow, ids)
    lock_platforms(ctx.uow, sorted({each.platform for each in before}))
    return subjects_locked(ctx.uow, [each.id for each in before])


def _open(ctx: Context, subject: int, *others: int) -> Known | None:
    found = _locked(ctx, subject, *others).get(subject)
    return found if found is not None and found.state == OPEN else None


def _number(into: str) -> int | None:
    """The id that `#12` says."""
    number = into.removeprefix(OTHER)
    return int(number) if into.startswith(OTHER) and number.isdecimal() and len(number) < 10 else None


def _join_ours(ctx: Context, one: Known, code: str) -> SubjectJoined | CannotJoin | NoSuchSubject:
    ours = our_own(ctx.uow, one.kind, code)
    if ours is None:
        return NoSuchSubject()
    group = group_of(ctx.uow, one)
    if takers(ctx, one.kind, code, [each.platform for each in group]):
        return CannotJoin(code)
    for each in group:
        _joined(ctx, each, ours)
    return SubjectJoined(code, len(group))


def _joined(ctx: Context, one: Known, ours: Ours) -> None:
    add_link(
        ctx.uow, platform=one.platform, kind=one.kind.value, ours=ours.code, theirs=one.their_id, rank=one.rank,
        agreed=phone_mark(ours.fields.get("phone")) or OURS, at=ctx.now,
    )  # fmt: skip
    change_subject(ctx.uow, one.id, state=JOINED, ours=ours.code, decided_by=ctx.person_id, decided_at=ctx.now)
    for name, at in one.times.items():
        mine = bool(ours.fields.get(name))
        since = ctx.now if mine else datetime.fromisoformat(at)
        note_source(ctx.uow, one.kind, ours.code, name, OURS if mine else one.platform, since)
    _note(ctx, "connector.join", one, ours.code)


def _join_theirs(ctx: Context, one: Known, number: int) -> SubjectJoined | CannotJoin | NoSuchSubject:
    other = subjects_locked(ctx.uow, [number]).get(number)
    if other is None or other.state != OPEN or other.kind is not one.kind or other.id == one.id:
        return NoSuchSubject()
    members = {each.id: each for side in (one, other) for each in group_of(ctx.uow, side)}
    platforms = [each.platform for each in members.values()]
    if len(set(platforms)) < len(platforms):
        return CannotJoin(f"{OTHER}{number}")
    for each in members.values():
        change_subject(ctx.uow, each.id, group_id=min(members), decided_by=ctx.person_id, decided_at=ctx.now)
        _note(ctx, "connector.join", each, f"#{min(members)}")
    return SubjectJoined("", len(members))


@executes(JoinAllAlike)
def join_all(command: JoinAllAlike, ctx: Context) -> AllAlikeJoined | NoSuchSubject:
    """Those of one platform that are wholly the same as exactly one of ours; of no platform named, none."""
    require(ctx, Act.MANAGE)
    if not command.platform.strip():
        return NoSuchSubject()
    lock_platforms(ctx.uow, [command.platform])
    count = 0
    for one in open_subjects(ctx.uow, MOST_AT_ONCE, command.platform):
        sure = only_sure(candidates_of(ctx, one)) if one.group_id is None else None
        if sure is not None and isinstance(_join_ours(ctx, one, sure.into), SubjectJoined):
            count += 1
    return AllAlikeJoined(count)


@executes(KeepSubjectApart)
def apart(command: KeepSubjectApart, ctx: Context) -> SubjectKeptApart | NoSuchSubject:
    """They are two; it is not proposed again."""
    require(ctx, Act.MANAGE)
    one = _open(ctx, command.subject)
    other = command.other.strip()
    if one is None or not other or len(other) > 40:
        return NoSuchSubject()
    keep_apart(ctx.uow, one.id, other, ctx.person_id, ctx.now)
    theirs = _number(other)
    if theirs is not None and theirs in subjects_locked(ctx.uow, [theirs]):
        keep_apart(ctx.uow, theirs, f"{OTHER}{one.id}", ctx.person_id, ctx.now)
    _note(ctx, "connector.apart", one, other)
    return SubjectKeptApart()


@executes(DismissSubject)
def dismiss(command: DismissSubject, ctx: Context) -> SubjectDismissed | NoSuchSubject:
    """It has nothing to do with us: what they said of it is not kept."""
    require(ctx, Act.MANAGE)
    one = _open(ctx, command.subject)
    if one is None:
        return NoSuchSubject()
    _regroup(ctx, _others(ctx, one))
    change_subject(
        ctx.uow, one.id, state=DISMISSED, said={}, times={}, group_id=None, decided_by=ctx.person_id, decided_at=ctx.now
    )
    _note(ctx, "connector.dismiss", one, "")
    return SubjectDismissed()


@executes(SplitSubject)
def split(command: SplitSubject, ctx: Context) -> SubjectSplit | NoSuchSubject:
    """Takes a joining back; what it was joined with is not proposed again."""
    require(ctx, Act.MANAGE)
    one = _locked(ctx, command.subject).get(command.subject)
    if one is None or (one.state != JOINED and one.group_id is None):
        return NoSuchSubject()
    rest = _others(ctx, one)
    for each in rest:
        keep_apart(ctx.uow, one.id, f"{OTHER}{each.id}", ctx.person_id, ctx.now)
        keep_apart(ctx.uow, each.id, f"{OTHER}{one.id}", ctx.person_id, ctx.now)
    _regroup(ctx, rest)
    if one.ours is not None:
        keep_apart(ctx.uow, one.id, one.ours, ctx.person_id, ctx.now)
        drop_link(ctx.uow, one.platform, one.kind.value, one.their_id)
        drop_sources(ctx.uow, one.kind, one.ours, one.platform)
    change_subject(ctx.uow, one.id, state=OPEN, ours=None, group_id=None, decided_by=ctx.person_id, decided_at=ctx.now)
    _last_one(ctx, one.kind, one.ours)
    _note(ctx, "connector.split", one, one.ours or "")
    return SubjectSplit()


def _others(ctx: Context, one: Known) -> list[Known]:
    """What is the same as this, without it."""
    return [each for each in group_of(ctx.uow, one) if each.id != one.id]


def _regroup(ctx: Context, rest: Sequence[Known]) -> None:
    """Who is left stays together, as long as they are several."""
    for each in rest:
        change_subject(ctx.uow, each.id, group_id=min(x.id for x in rest) if len(rest) > 1 else None)


def _last_one(ctx: Context, kind: Subject, ours: str | None) -> None:
    """Where nobody else is joined with it, no field of it has a source besides ours."""
    if ours is not None and not joined_to(ctx.uow, kind, ours):
        drop_sources(ctx.uow, kind, ours)


def _note(ctx: Context, action: str, one: Known, detail: str) -> None:
    note(ctx.uow, ctx.sender.id, AuditEntry(action, f"{one.platform}:{one.kind.value}:{one.id}", detail), ctx.now)
