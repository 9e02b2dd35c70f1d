"""Which of ours, and which of other platforms, something may be the same as."""

from collections.abc import Sequence
from dataclasses import dataclass

from governance.connectors.alike import STRENGTH, Marks, Subject, Why, wholly_alike, why_alike
from handlers.context import Context
from storage.connectors.ours import Ours, like_ours, our_own
from storage.connectors.subjects import Known, apart_from, joined_to, like_subjects

OTHER = "#"
MOST = 20
SURE = (Why.ALL, Why.NUMBER)
"""Why somebody may be joined together with all others, if all else is the same as well."""


@dataclass(frozen=True)
class Candidate:
    """`into`: a code of ours, or `#` and the id of another platform's; `platform`: whose it is, empty for ours; `whole`: of ours,
    surely meant, and nothing speaks against it (governance.connectors.alike).
    """

    into: str
    why: Why
    platform: str
    fields: dict[str, str]
    whole: bool = False


def candidates_of(ctx: Context, one: Known) -> list[Candidate]:
    """The strongest first; what somebody said to be another is left out, and what the platform has joined otherwise."""
    apart = {other for _, other in apart_from(ctx.uow, [one.id])}
    found: dict[str, Candidate] = {}
    for ours in like_ours(ctx.uow, one.marks, one.said.get("name", "")):
        _add(found, _of_ours(one.marks, ours, why_alike(one.marks, ours.marks)))
    for other in like_subjects(ctx.uow, one, MOST):
        why = why_alike(one.marks, other.marks)
        if other.ours is not None:
            joined = our_own(ctx.uow, one.kind, other.ours)
            _add(found, None if joined is None else _of_ours(one.marks, joined, why))
        elif why is not None and (other.group_id is None or other.group_id != one.group_id):
            _add(found, Candidate(f"{OTHER}{other.id}", why, other.platform, other.said))
    usable = [each for each in found.values() if each.into not in apart and not _is_taken(ctx, one, each.into)]
    return sorted(usable, key=lambda each: (-STRENGTH[each.why], each.into))


def only_sure(candidates: Sequence[Candidate]) -> Candidate | None:
    """The only one of ours that is surely meant, and is the same in all; None where a person has to look."""
    sure = [each for each in candidates if each.why in SURE and not each.platform]
    return sure[0] if len(sure) == 1 and sure[0].whole else None


def _of_ours(one: Marks, ours: Ours, why: Why | None) -> Candidate | None:
    return (
        None
        if why is None
        else Candidate(ours.code, why, "", ours.fields, why in SURE and wholly_alike(one, ours.marks))
    )


def _add(found: dict[str, Candidate], each: Candidate | None) -> None:
    before = None if each is None else found.get(each.into)
    if each is not None and (before is None or STRENGTH[each.why] > STRENGTH[before.why]):
        found[each.into] = each


def _is_taken(ctx: Context, one: Known, into: str) -> bool:
    return not into.startswith(OTHER) and takers(ctx, one.kind, into, [one.platform])


def takers(ctx: Context, kind: Subject, ours: str, platforms: Sequence[str]) -> bool:
    """Whether one of these platforms has joined something else with this of ours."""
    return any(each.platform in platforms for each in joined_to(ctx.uow, kind, ours))
