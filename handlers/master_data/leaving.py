"""What hangs on a person besides posts, said before their departure is confirmed, and when one of their posts ends."""

from handlers.context import Context
from handlers.councils.finding import ref
from handlers.councils.words import council
from handlers.duty.texts.words import what
from handlers.master_data import texts
from storage.councils.resolutions import resolutions_owned
from storage.councils.seats import council_by_id, councils_sat_in
from storage.duty.shifts import shifts_by_id
from storage.duty.stations import led_by
from storage.leavers import coming_of
from storage.people import person_coded

MOST = 3


def hangs_on(ctx: Context, code: str, *, leaves: bool) -> tuple[str, ...]:
    """Coming shifts, stations, councils and resolutions, each with what becomes of it. `leaves`: not only a post ends."""
    person = person_coded(ctx.uow, code)
    if person is None:
        return ()
    said = texts.IF_LEFT if leaves else texts.IF_POST_ENDS
    rows = list(shifts_by_id(ctx.uow, coming_of(ctx.uow, person.id, ctx.now)).values())
    shifts = "、".join(f"班次 {row.id}（{what(ctx, row)}）" for row in rows[:MOST])
    stations = "、".join(station.name for station in led_by(ctx.uow, person.id))
    sits = [council_by_id(ctx.uow, each) for each in councils_sat_in(ctx.uow, person.id, ctx.now)]
    resolutions = "、".join(f"决议{row.id}" for row in resolutions_owned(ctx.uow, person.id))
    found = {
        "shifts": shifts + (f" 等 {len(rows)} 个班" if len(rows) > MOST else ""), "stations": stations,
        "councils": "、".join(council(ref(ctx, each)) for each in sits), "resolutions": resolutions,
    }  # fmt: skip
    return tuple(said[name].format(what=each) for name, each in found.items() if each)
