"""Who leaves sits in no council any more, and what they had to do goes to who runs it."""

from handlers.context import Context
from handlers.councils import words
from handlers.councils.finding import ref
from handlers.councils.telling import tell_people, those_who_run
from storage.councils.resolutions import change_resolution, lock_resolution, resolutions_owned
from storage.councils.seats import council_by_id, dismiss_member, members_of
from storage.leavers import named_in
from storage.people import KnownPerson


def give_up_seats(ctx: Context, person: KnownPerson) -> int:
    """Whoever runs the council hears how many are left, and how to name another."""
    ended = 0
    for council_id in named_in(ctx.uow, person.id):
        if dismiss_member(ctx.uow, council_id, person.id, ctx.now):
            ended += 1
            council = council_by_id(ctx.uow, council_id)
            text = words.SEAT_FREE.format(
                name=person.name,
                council=words.council(ref(ctx, council)),
                count=len(members_of(ctx.uow, council, ctx.now)),
            )
            key = f"seat:{council_id}:{person.id}:{ctx.today:%Y%m%d}"
            tell_people(ctx, those_who_run(ctx, council), key, text)
    return ended


def hand_over_resolutions(ctx: Context, person: KnownPerson) -> int:
    """Whoever wrote it and is still there, else who runs the council, has to see to it now. Where nobody is, it stays."""
    moved = 0
    for found in resolutions_owned(ctx.uow, person.id):
        row = lock_resolution(ctx.uow, found.id)
        run = those_who_run(ctx, council_by_id(ctx.uow, row.council_id))
        heir = next((each for each in run if each != person.id), None)
        if row.owner_id != person.id or heir is None:
            continue
        moved += 1
        change_resolution(ctx.uow, row.id, owner_id=heir)
        at, text = words.day(row.due_at, ctx.here), words.short(row.text)
        said = words.OWNER_LEFT.format(r=row.id, name=person.name, at=at, text=text)
        tell_people(ctx, [heir], f"resolution:{row.id}:from:{person.id}", said, (words.DONE_TAP.format(r=row.id),))
    return moved
