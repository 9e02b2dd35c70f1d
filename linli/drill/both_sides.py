"""What a connecting drill came to, counted on both sides: in our database, and in the other platform's own book."""

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from governance.connectors.standing import OF_STATE, Standing
from governance.tickets.states import TicketState
from linli.drill.records import taken_up
from simulator.others import OtherPlatform
from storage.database import Database
from storage.models import ConnectorItem, ConnectorLink, ConnectorOut, Ticket


@dataclass(frozen=True)
class BothSides:
    """`posted`: bodies; `lost`: matters without a ticket; `doubled`: tickets that are no matter's, and records kept twice;
    `differ`: matters of which the sides say different things; `aside`: records that need a person; `heard_again`: what we told
    and did not note, known by its number. Seconds from a record's arrival until its ticket is there to be read.
    """

    posted: int
    known: int
    matters: int
    records: int
    lost: int
    doubled: int
    differ: int
    waiting: int
    aside: int
    taken_up: int
    told: int
    heard_again: int
    killed: int
    p50_s: float
    p99_s: float
    a_second: float

    @property
    def clean(self) -> bool:
        """Whether nothing was lost or doubled, nothing waits, and both sides say the same."""
        return not any((self.lost, self.doubled, self.differ, self.waiting, self.aside))


def both_sides(
    database: Database, them: OtherPlatform, answers: Sequence[dict[str, int]], waits: Sequence[float], seconds: float,
    *, killed: int, taken_up: int,
) -> BothSides:  # fmt: skip
    """Counts once all is at rest. `answers`: what the door said to each body; `waits`: seconds to a ticket; `seconds`: of all."""
    with database.read() as reading:
        theirs = Counter(
            reading.execute(select(ConnectorLink.theirs).where(ConnectorLink.theirs.is_not(None))).scalars()
        )
        tickets = reading.execute(select(func.count()).where(Ticket.channel == "connect")).scalar_one()
        states = Counter(reading.execute(select(ConnectorItem.state)).scalars())
    records, wanted = sum(states.values()), sum(them.versions.values())
    quantiles = statistics.quantiles(waits, n=100, method="inclusive") if len(waits) > 1 else [0.0] * 99
    return BothSides(
        posted=len(answers), known=sum(each["known"] for each in answers), matters=len(them.versions), records=records,
        lost=len(set(them.versions) - set(theirs)) + max(0, wanted - records),
        doubled=max(0, tickets - len(theirs)) + max(0, records - wanted) + sum(many - 1 for many in theirs.values()),
        differ=differing(database, them), waiting=waiting(database), aside=states["set_aside"] + states["conflict"],
        taken_up=taken_up, told=len(them.heard), heard_again=len(them.numbers) - len(them.heard), killed=killed,
        p50_s=quantiles[49], p99_s=quantiles[98], a_second=states["done"] / seconds if seconds else 0.0,
    )  # fmt: skip


def differing(database: Database, them: OtherPlatform) -> int:
    """How many matters stand differently on both sides, or there where we do not know it."""
    link, ticket = ConnectorLink.__table__.c, Ticket.__table__.c
    wanted = (
        select(link.theirs, link.agreed, ticket.state)
        .join(Ticket, ticket.number == link.ours)
        .where(link.theirs.is_not(None))
    )
    with database.read() as reading:
        rows = reading.execute(wanted).all()
    ours = {row.theirs: OF_STATE[TicketState(row.state)].value for row in rows}
    known = {row.theirs: row.agreed for row in rows}
    return sum(not ours.get(each) == known.get(each) == them.states.get(each, "open") for each in them.versions)


def unsettled(database: Database, them: OtherPlatform) -> tuple[int, int, int]:
    """How many matters our people have yet to take up, how much waits, and how many differ; all 0 once both sides are at rest.

    Counted in this order: what comes first brings about what comes after it.
    """
    return untaken(database), waiting(database), differing(database, them)


def untaken(database: Database) -> int:
    """How many of the matters that our people take up have not been: they come to it when a ticket is dispatched."""
    wanted = (
        select(ConnectorLink.theirs, Ticket.state)
        .join(Ticket, Ticket.number == ConnectorLink.ours)
        .where(ConnectorLink.theirs.is_not(None))
    )
    with database.read() as reading:
        rows = reading.execute(wanted).all()
    return sum(OF_STATE[TicketState(row.state)] is Standing.OPEN for row in rows if taken_up(row.theirs))


def waiting(database: Database) -> int:
    """How much waits to be worked off, or to be given."""
    with database.read() as reading:
        coming = reading.execute(select(func.count()).where(ConnectorItem.state == "received")).scalar_one()
        going = reading.execute(select(func.count()).where(ConnectorOut.state == "pending")).scalar_one()
    return int(coming) + int(going)
