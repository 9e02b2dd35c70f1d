"""At which station a new shift is meant to be: the one that is named, which must be the sender's, else the only one they lead."""

from collections.abc import Sequence

from handlers.catalogue import entry_of
from handlers.context import Context
from handlers.duty.commands.lead import AddShift
from handlers.duty.members import lead_name
from handlers.duty.outcomes.lead import NotTheirStation, WhichStation
from handlers.outcomes import Refuse
from storage.duty.stations import StationRow, stations
from understanding.normalise import normalise
from understanding.station_said import Station, stations_said


def station_meant(ctx: Context, own: Sequence[StationRow], text: str) -> StationRow:
    """One of the sender's stations (`own`, never empty). Raises Refuse: it is another's, is not known, or may be one of several."""
    every = stations(ctx.uow)
    communities = [normalise(node.name) for node in ctx.places.nodes.values() if node.kind == "community"]
    said = stations_said(normalise(text), [_station(ctx, each) for each in every], communities)
    names = tuple(each.name for each in own)
    ids = {each.id for each in said or ()}
    mine = [each for each in own if each.id in ids or said == []]
    if len(mine) == 1:
        return mine[0]
    others = [each for each in every if each.id in ids]
    if not mine and len(others) == 1:
        raise Refuse(NotTheirStation(others[0].name, lead_name(ctx, others[0].lead_id), names))
    raise Refuse(WhichStation(entry_of(AddShift).label, names, timed=True))


def _station(ctx: Context, row: StationRow) -> Station:
    within = [ctx.places.nodes[place].name for place in ctx.places.line_of(row.place_id) if place != row.place_id]
    return Station(row.id, normalise(row.name), tuple(normalise(name) for name in within))
