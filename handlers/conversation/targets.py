"""Of which of the sender's tickets a wish may be said, where that is not sure."""

from dataclasses import replace

from understanding.candidate import Candidate
from understanding.situation import Situation

OFFERED = 3


def just_spoken_of(best: Candidate, situation: Situation) -> Candidate | None:
    """The same command on the one ticket that was spoken of a moment ago, where the words name none and it may be meant."""
    mine = {ticket.number: ticket.mine for ticket in situation.tickets}
    if situation.just not in mine or mine[situation.just] != mine.get(best.ticket or ""):
        return None
    return replace(best, ticket=situation.just)


def targets(best: Candidate, situation: Situation) -> tuple[Candidate, ...]:
    """The same command on each of the tickets that may be meant, the likeliest first."""
    others = list(dict.fromkeys(ticket.number for ticket in situation.tickets if ticket.number != best.ticket))
    alike = {ticket.number: ticket for ticket in situation.tickets}
    kind = alike[best.ticket or ""].mine
    fitting = [number for number in others if alike[number].mine == kind]
    same = [number for number in fitting if alike[number].state == alike[best.ticket or ""].state]
    fitting = same + [number for number in fitting if number not in same]
    return (best, *(replace(best, ticket=number) for number in fitting[: OFFERED - 1]))


def whose(best: Candidate, situation: Situation) -> str | None:
    """What the sender is towards the ticket of a candidate."""
    return next((ticket.mine for ticket in situation.tickets if ticket.number == best.ticket), None)
