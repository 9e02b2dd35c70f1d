"""What several platforms know of the same: what waits to be joined, and what was joined, each field with its source and time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from governance.connectors.alike import Subject, Why
from governance.texts import PLACE_KIND, ROLE
from governance.things.texts import KIND as THING_KIND
from handlers.connectors.candidates import candidates_of
from handlers.context import Context
from storage.connectors.ours import our_own
from storage.connectors.subjects import (
    Known,
    count_open,
    joined_subjects,
    open_subjects,
    sources_of,
    subjects_seen,
)
from storage.kept_words import masked_words
from understanding.masking import masked_name, masked_phone

MOST = 50
_CODES: dict[str, str] = {
    **{str(code): said for code, said in ROLE.items()}, **{str(code): said for code, said in PLACE_KIND.items()},
    **{str(code): said for code, said in THING_KIND.items()},
}  # fmt: skip
"""What roles and types are called."""


@dataclass(frozen=True)
class FieldLine:
    """One field, masked; `source`: whose value it is, `ours` or a platform's label; `at`: since when it is so."""

    field: str
    value: str
    source: str
    at: datetime | None


@dataclass(frozen=True)
class CandidateLine:
    """What it may be the same as; `whole`: of ours, and nothing speaks against it."""

    into: str
    label: str
    why: Why
    fields: list[FieldLine]
    whole: bool


@dataclass(frozen=True)
class SubjectLine:
    """Something that waits, or was joined. `labels`: of the platforms that know it."""

    id: int
    kind: Subject
    labels: list[str]
    ours: str | None
    fields: list[FieldLine]
    candidates: list[CandidateLine]


@dataclass(frozen=True)
class JoinsPage:
    """All of it; `alike`: platforms of which something shown is wholly the same as one of ours, by name and label."""

    count: int
    waiting: list[SubjectLine]
    joined: list[SubjectLine]
    alike: dict[str, str]


def joins_page(ctx: Context) -> JoinsPage:
    """As it stands now."""
    label = {name: each.label for name, each in ctx.config.platforms.items()}
    waiting, alike = [], {}
    for one in open_subjects(ctx.uow, MOST):
        line = _waiting(ctx, one, label)
        waiting.append(line)
        if one.group_id is None and any(each.whole for each in line.candidates):
            alike[one.platform] = label.get(one.platform, one.platform)
    joined = [_joined(ctx, one, label) for one in joined_subjects(ctx.uow, MOST)]
    return JoinsPage(count_open(ctx.uow), waiting, joined, alike)


def _waiting(ctx: Context, one: Known, label: Mapping[str, str]) -> SubjectLine:
    group = subjects_seen(ctx.uow, [one.id])
    fields = [line for each in group for line in _said(ctx, each, label)]
    candidates = [
        CandidateLine(
            each.into, label.get(each.platform, each.platform), each.why,
            [FieldLine(name, _masked(ctx, one.kind, name, value), "", None) for name, value in each.fields.items() if value],
            each.whole,
        )
        for each in candidates_of(ctx, one)
    ]  # fmt: skip
    labels = [label.get(each.platform, each.platform) for each in group]
    return SubjectLine(one.id, one.kind, labels, None, fields, candidates)


def _said(ctx: Context, one: Known, label: Mapping[str, str]) -> list[FieldLine]:
    source = label.get(one.platform, one.platform)
    return [
        FieldLine(name, _masked(ctx, one.kind, name, value), source, datetime.fromisoformat(one.times[name]))
        for name, value in one.said.items()
    ]


def _joined(ctx: Context, one: Known, label: Mapping[str, str]) -> SubjectLine:
    """Each field with the value that counts, whose it is and since when."""
    ours = None if one.ours is None else our_own(ctx.uow, one.kind, one.ours)
    fields = _said(ctx, one, label)
    if ours is not None:
        fields = []
        for each in sources_of(ctx.uow, one.kind, ours.code):
            value = one.said.get(each.field, "") if each.source == one.platform else ours.fields.get(each.field, "")
            shown = _masked(ctx, one.kind, each.field, value)
            fields.append(FieldLine(each.field, shown, label.get(each.source, each.source), each.at))
    return SubjectLine(one.id, one.kind, [label.get(one.platform, one.platform)], one.ours, fields, [])


def _masked(ctx: Context, kind: Subject, name: str, value: str) -> str:
    """No name or number of a person in full: what is the same is said beside it."""
    if name == "phone":
        return masked_phone(value)
    if name in ("role", "type"):
        return _CODES.get(value, value)
    if name == "secretary" or (name == "name" and kind is Subject.PERSON):
        return masked_name(value)
    return masked_words(value, ctx.names)
