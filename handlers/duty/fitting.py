"""Whether somebody may stand in a shift by the rules; who of many may, asked with a few queries however many they are."""

from collections.abc import Iterable
from datetime import timedelta

from governance.duty.admission import Admitted, Refused, StandBy, admit, fits
from governance.duty.shifts import Shift
from governance.texts import ROLE
from handlers.context import Context
from handlers.duty.members import qualified
from storage.duty.members import qualifications_of, terms_of_people
from storage.duty.shifts import Filled, ShiftRow
from storage.duty.sign_ups import SignUpRow, on_shift, shifts_of, shifts_of_many

NEAR = timedelta(days=2)
"""A shift farther away can neither overlap nor take somebody's rest."""


def refusal(ctx: Context, row: ShiftRow, person_id: int, *, leaving: int | None = None) -> Refused | None:
    """Why the rules keep a person from a shift, full or not; None when they don't. `leaving`: a shift that they give up for it."""
    config = ctx.config
    own = _near(ctx, person_id, row, leaving)
    return fits(row.shift, own, qualified(ctx, person_id), ctx.now, config.zone, config.rules)


def decide(ctx: Context, row: ShiftRow, person_id: int, full: Filled) -> Admitted | StandBy | Refused:
    """A place, a place on the stand-by list, or a refusal."""
    config = ctx.config
    return admit(
        row.shift, _near(ctx, person_id, row), qualified(ctx, person_id), full.taken, full.waiting, ctx.now, config.zone,
        config.rules,
    )  # fmt: skip


def stands(place: SignUpRow | None) -> bool:
    """Whether somebody has a place on the shift: who waits or is only proposed has none."""
    return place is not None and place.state not in ("standby", "proposed")


def _near(ctx: Context, person_id: int, besides: ShiftRow, leaving: int | None = None) -> list[Shift]:
    near = shifts_of(ctx.uow, person_id, besides.shift.starts_at - NEAR)
    return [row.shift for _, row in near if row.id not in (besides.id, leaving)]


def who_fit(ctx: Context, row: ShiftRow, people: Iterable[int]) -> list[int]:
    """Those who do not stand there yet, and whom no rule keeps away; in their order, each once."""
    there = {place.person_id for place in on_shift(ctx.uow, row.id, "signed", "present")}
    asked = [person for person in dict.fromkeys(people) if person not in there]
    own = shifts_of_many(ctx.uow, asked, row.shift.starts_at - NEAR)
    able = _qualified(ctx, asked) if row.shift.qualification is not None else {}
    config = ctx.config
    return [
        person
        for person in asked
        if fits(row.shift, own.get(person, ()), able.get(person, set()), ctx.now, config.zone, config.rules) is None
    ]


def _qualified(ctx: Context, people: list[int]) -> dict[int, set[str]]:
    able = qualifications_of(ctx.uow, people)
    for person, term in terms_of_people(ctx.uow, people, ctx.now):
        able[person].add(ROLE[term.role])
    return able
