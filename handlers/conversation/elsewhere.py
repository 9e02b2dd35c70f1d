"""Who works names a matter that is none of theirs: it is meant all the same, and never taken for one that is."""

from dataclasses import replace

from handlers.context import Context
from handlers.conversation.interpreting import Interpreted
from handlers.tickets.finding import open_in_my_area
from handlers.tickets.parts import worker_of
from understanding.candidate import Candidate
from understanding.model.wording import names_of, pairs_of
from understanding.named import speaks_of_another, thing_named


def truly_meant(ctx: Context, found: Interpreted, candidate: Candidate) -> Candidate | None:
    """The candidate of the ticket in the sender's area that the words name, where they name none in their hands."""
    thing = thing_named(found.words)
    mine = [ticket for ticket in found.situation.tickets if ticket.mine == "assignee"]
    aimed = next((ticket for ticket in mine if ticket.number == candidate.ticket), None)
    if thing is None or aimed is None or not speaks_of_another(found.words, aimed, perhaps=True):
        return None
    worker = worker_of(ctx, ctx.person_id)
    said = pairs_of(thing)
    near = [] if worker is None else open_in_my_area(ctx, worker)
    named = [ticket for ticket in near if said & (names_of(ticket.summary) | pairs_of(ticket.place_text or ""))]
    others = [ticket for ticket in named if ticket.assignee_id not in (worker.people if worker else ())]
    return replace(candidate, ticket=others[0].number, sure_of_target=1.0) if len(others) == 1 else None
