"""Of which of the sender's tickets a wish may be said, where that is not sure."""

from dataclasses import replace

from understanding.candidate import Candidate
from understanding.matter_said import WHOLE, excluded, likeness
from understanding.situation import Situation

OFFERED = 3


def just_spoken_of(best: Candidate, situation: Situation, words: str) -> Candidate | None:
    """The same command on the one ticket that was spoken of a moment ago, where the words name none and it may be meant."""
    mine = {ticket.number: ticket.mine for ticket in situation.tickets}
    if situation.just is not None and _is_out(situation.just, situation, words):
        return None
    if situation.just not in mine or mine[situation.just] != mine.get(best.ticket or ""):
        return None
    return replace(best, ticket=situation.just)


def _is_out(number: str, situation: Situation, words: str) -> bool:
    """Whether the words say that this ticket is not meant, or speak of another and not of this one."""
    if number in {ticket.number for ticket in excluded(words, situation.work)}:
        return True
    like = likeness(words, situation.work)
    return max(like.values(), default=0.0) >= WHOLE and not like.get(number)


def targets(best: Candidate, situation: Situation, words: str) -> tuple[Candidate, ...]:
    """The same command on each of the tickets that may be meant, the likeliest first: those that the words speak of, where they
    speak of any.
    """
    out = {ticket.number for ticket in situation.work if _is_out(ticket.number, situation, words)}
    others = list(dict.fromkeys(ticket.number for ticket in situation.tickets if ticket.number != best.ticket))
    others = [number for number in others if number not in out]
    alike = {ticket.number: ticket for ticket in situation.tickets}
    kind = alike[best.ticket or ""].mine
    fitting = [number for number in others if alike[number].mine == kind]
    same = [number for number in fitting if alike[number].state == alike[best.ticket or ""].state]
    fitting = same + [number for number in fitting if number not in same]
    first = (best,) if best.ticket not in out or not fitting else ()
    return (*first, *(replace(best, ticket=number) for number in fitting[: OFFERED - len(first)]))


def whose(best: Candidate, situation: Situation) -> str | None:
    """What the sender is towards the ticket of a candidate."""
    return next((ticket.mine for ticket in situation.tickets if ticket.number == best.ticket), None)
