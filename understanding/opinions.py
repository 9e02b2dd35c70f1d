"""Open answers that say about the same, together."""

from collections.abc import Sequence

from understanding.likeness import ranked

ALIKE = 0.3
"""So much alike are two answers that are told as one; a known question has to be more so, since it is answered by itself."""


def grouped(answers: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The answers in groups of like ones, the largest first; each joins the group whose first it is most like."""
    groups: list[list[str]] = []
    for answer in sorted(answers, key=lambda each: (-len(each), each)):
        heads = [group[0] for group in groups]
        same = next((at for at, head in enumerate(heads) if head == answer), None)
        if same is None:
            hits = ranked(answer, heads)
            same = hits[0].place if hits and hits[0].score >= ALIKE else None
        if same is None:
            groups.append([answer])
        else:
            groups[same].append(answer)
    return tuple(tuple(group) for group in sorted(groups, key=lambda group: (-len(group), group[0])))
