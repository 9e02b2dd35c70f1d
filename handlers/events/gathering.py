"""Reports held against each other: the third like one proposes an event, later ones join it, and it grows with them.

One kind of trouble at a time, in one transaction: the events of the kind are locked first, then the reports, so that two
workers never make two events of the same reports. However many tickets are open, only those that wait are read.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from governance.events.coverage import covered, covers, grown
from governance.events.grouping import Covering, Sign, event_for, people, proposals
from governance.events.kinds import KINDS, EventKind
from governance.events.states import ACTIVE, EventAct, EventState
from handlers.context import Context
from handlers.events.proposing import propose, tell_who_decides
from handlers.events.reviving import revive
from handlers.events.where import spots_of, title_of
from storage.event_reports import Member, join_event, lock_loose, lock_unseen, mark_looked, tellers_of
from storage.events import EventRow, change_event, lock_events, log_event, recent_events


def gather(ctx: Context, code: str) -> int:
    """Holds the new reports of a kind against the others; answers how many there were."""
    kind = KINDS[code]
    since = ctx.now - timedelta(hours=kind.hours)
    lock_events(ctx.uow, [event.number for event in recent_events(ctx.uow, since, code)])
    unseen = lock_unseen(ctx.uow, code)
    if not unseen:
        return 0
    events = recent_events(ctx.uow, since, code)
    _grow(ctx, [event for event in events if event.state in ACTIVE], [each for each in unseen if each.event_number])
    loose = _join(ctx, kind, lock_loose(ctx.uow, code, since))
    _begin(ctx, kind, loose, events)
    mark_looked(ctx.uow, [each.id for each in unseen])
    return len(unseen)


def _grow(ctx: Context, events: Sequence[EventRow], joined: Sequence[Member]) -> None:
    """Lets events cover what their new reports lie at, and tells who answers for that."""
    spot_of = spots_of(ctx.places)
    for event in events:
        new = [each for each in joined if each.event_number == event.number]
        if not new:
            continue
        places = event.places
        for each in new:
            places = grown(places, spot_of(each.place_id), spot_of)
        latest = max(event.last_report_at, *(each.at for each in new))
        if set(places) == set(event.places):
            change_event(ctx.uow, event.number, last_report_at=latest)
            continue
        title = title_of(ctx, event.kind, places)
        change_event(ctx.uow, event.number, places=places, title=title, last_report_at=latest)
        log_event(ctx.uow, event.number, EventAct.GROW.value, ctx.now, None, title)
        tell_who_decides(ctx, event.number, [each.place_id for each in new])


def _join(ctx: Context, kind: EventKind, loose: Sequence[Member]) -> list[Member]:
    """Joins what an event has come to cover since it was written; answers what is left."""
    spot_of = spots_of(ctx.places)
    left: list[Member] = []
    for each in loose:
        events = [event for event in recent_events(ctx.uow, ctx.now, kind.code) if event.state in ACTIVE]
        coverings = [Covering(event.number, event.places, event.grows) for event in events]
        found = event_for(spot_of(each.place_id), kind, coverings, spot_of)
        if found is None:
            left.append(each)
            continue
        event = next(event for event in events if event.number == found.number)
        join_event(ctx.uow, [each.id], event.number, _but_the_newest(event), ctx.now)
        _grow(ctx, [event], [_of(each, event.number)])
    return left


def _begin(ctx: Context, kind: EventKind, loose: Sequence[Member], events: Sequence[EventRow]) -> None:
    """Makes an event of each group of reports that are one matter; one that has just ended there goes on instead, and what was
    refused there a moment ago is not proposed again.
    """
    spot_of = spots_of(ctx.places)
    tellers = tellers_of(ctx.uow, loose)
    signs = [Sign(each.number, tellers[each.number], spot_of(each.place_id), each.at) for each in loose]
    members = {each.number: each for each in loose}
    for group in proposals(signs, kind):
        before = _before(group, events)
        found = [members[sign.number] for sign in group]
        if before is not None and before.state is EventState.REFUSED:
            continue
        if before is not None:
            join_event(ctx.uow, [each.id for each in found], before.number, before.last_word or 0, ctx.now)
            revive(ctx, before, people(group), again=True)
            continue
        propose(ctx, kind, found, covered([sign.where for sign in group], spot_of), people(group))


def _before(group: Sequence[Sign], events: Sequence[EventRow]) -> EventRow | None:
    """What ended or was refused lately where these reports come from."""
    over = [event for event in events if event.state not in ACTIVE]
    return next((event for event in over if any(covers(event.places, sign.where) for sign in group)), None)


def _but_the_newest(event: EventRow) -> int:
    """Who joins later gets the newest answer, not those before it."""
    return (event.last_word or 1) - 1


def _of(member: Member, event: str) -> Member:
    return replace(member, event_number=event)
