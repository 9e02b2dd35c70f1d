"""Several wishes in one message: what is sure of them is done, and one that is not is asked about, so that none is dropped."""

from collections.abc import Collection
from dataclasses import replace

from governance.permissions import PERMISSIONS, Act
from handlers.conversation.sureness import sure
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.orders_told import orders

SURE_OF_SEVERAL = 0.8
"""How likely a binding command must be that is said of several tickets in so many words (这两件都给我)."""
INSTEAD = {
    CommandName.DISPATCH_TICKET: (CommandName.TRANSFER_TICKET, PERMISSIONS[Act.DISPATCH]),
    CommandName.STAND_DOWN: (CommandName.HANDLE_TICKET, PERMISSIONS[Act.CLOSE]),
    CommandName.RECORD_VISIT: (CommandName.REPORT_PROBLEM, PERMISSIONS[Act.VISIT]),
}
"""What those mean who may not do what they seem to say, and who does mean just this: who may dispatch nothing hands on, who may
not say that there never was a danger says that theirs is over, who keeps no visits tells what they saw.
"""
Wishes = tuple[tuple[Candidate, ...], tuple[Candidate, ...]]
"""What is done, and what is asked about."""


def wishes_apart(
    parts: tuple[Candidate, ...], best: Candidate, role: str, elsewhere: Collection[CommandName | None]
) -> Wishes:
    """Nothing where a text holds one wish, or nobody knows what it orders. `elsewhere`: what words that tell news are taken for."""
    parts = tuple(_as_likely(part, best) for part in parts)
    if len(parts) < 2:
        return (), ()
    if _sure_of_all(parts) and not (elsewhere and all(part.command in elsewhere for part in parts)):
        return parts, ()
    if elsewhere or not all(orders(part.words) and part.command is not None for part in parts):
        return (), ()
    possible = tuple(_instead(part, role) for part in parts)
    kept = tuple(part for part in possible if sure(part))
    return (kept, tuple(part for part in possible if not sure(part))[:1]) if kept else ((), ())


def _as_likely(part: Candidate, best: Candidate) -> Candidate:
    """A wish for several tickets is as likely as the wish is once what can't be meant is left out."""
    return replace(part, probability=max(part.probability, best.probability)) if part.command is best.command else part


def _sure_of_all(parts: tuple[Candidate, ...]) -> bool:
    """Whether each part is sure; of one wish that is said of several tickets less is enough."""
    one_wish = len({part.command for part in parts}) == 1
    return all(sure(part) or (one_wish and part.probability >= SURE_OF_SEVERAL) for part in parts)


def _instead(part: Candidate, role: str) -> Candidate:
    """What it means of who may not do what it seems to say."""
    instead, means_it = INSTEAD.get(part.command, (part.command, None)) if part.command else (None, None)
    return part if means_it is None or role in means_it else replace(part, command=instead)
