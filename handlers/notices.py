"""Notices to those who work at a place; written to the outbox with their cause."""

from collections.abc import Sequence
from datetime import datetime

from governance.notices import NoticeKind
from governance.roles import Role
from handlers.context import Context
from handlers.texts.next_step import PRESS, TAKE, buttons, with_step
from handlers.tickets.help_near import on_night_duty
from handlers.tickets.parts import accounts_of, acting_at, first_reached
from storage.outbox import enqueue_notification, owed_already
from storage.serving import accounts_by_person, followed_accounts

ANSWERABLE = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""Who is told of a report: the grid worker; where none can be reached, the next in the line."""


ALARMED = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD)
"""Who is told of a danger at once, at any hour. Source: design, section 5."""


def tell(
    ctx: Context, accounts: Sequence[int], key: str, kind: NoticeKind, text: str, *, again: bool = False,
    taps: Sequence[str] = (), number: str | None = None, by_night: bool = False, valid_until: datetime | None = None,
    ticket_then: str | None = None,
) -> None:  # fmt: skip
    """Owes each account one notice a `key`, save the sender; with answers to tap.

    `again`: the same may have been owed before, and is not owed twice. `number`: the ticket it is about; `by_night`: it waits
    neither for the morning nor for a bundle. `valid_until`, `ticket_then`: when another has overtaken it.
    """
    own = {ctx.account_id, *_own_accounts(ctx)}
    keys = {f"{key}:{account_id}": account_id for account_id in accounts if account_id not in own}
    known = owed_already(ctx.uow, list(keys)) if again else set()
    for dedupe_key, account_id in keys.items():
        if dedupe_key not in known:
            enqueue_notification(
                ctx.uow, dedupe_key=dedupe_key, account_id=account_id, kind=kind, text=text, now=ctx.now, taps=taps,
                number=number, by_night=by_night, valid_until=valid_until, ticket_then=ticket_then,
            )  # fmt: skip


def _own_accounts(ctx: Context) -> list[int]:
    """Under which the sender hears of things, wherever they sit."""
    person = ctx.person_id
    return (
        [] if person is None else ctx.uow.once(("own accounts", person), lambda: followed_accounts(ctx.uow, [person]))
    )


def tell_first(
    ctx: Context,
    place_id: int | None,
    roles: Sequence[Role],
    key: str,
    kind: NoticeKind,
    text: str,
    *,
    again: bool = False,
    number: str | None = None,
    taps: Sequence[str] = (),
) -> None:
    """Tells those who act here in the first of these roles in which somebody can be reached, each once a key."""
    accounts = accounts_of(ctx, first_reached(ctx, place_id, roles))
    tell(ctx, accounts, key, kind, text, again=again, number=number, taps=taps)


def tell_of_hazard(ctx: Context, place_id: int | None, number: str, text: str, again: int | str = 0) -> None:
    """Tells everybody from the grid worker up to the subdistrict's lead, each once a ticket.

    `again`: how often it was opened again, or after what else it is told anew; then each is told once more.
        While nobody knows where it is, those who answer for the whole subdistrict are told.
    """
    cause = "new" if place_id is not None else "somewhere"
    key = f"{cause}:{number}:{again}" if again else f"{cause}:{number}"
    workers, others = ctx.uow.once(("alarmed", place_id), lambda: _alarmed(ctx, place_id))
    for accounts, step in ((workers, TAKE), (others, PRESS)):
        said, taps = with_step(text, number, step), buttons(number, step)
        tell(ctx, accounts, key, NoticeKind.HAZARD, said, number=number, taps=taps)


def _alarmed(ctx: Context, place_id: int | None) -> tuple[list[int], list[int]]:
    """The accounts of the grid workers and of the others who are told of a danger there, for what lies nowhere of those on night
    duty too; read once a batch, since many may
    tell of one.
    """
    acting = acting_at(ctx, place_id, ALARMED)
    near = on_night_duty(ctx, None) if place_id is None else []
    workers = {servant.person for servant in acting if servant.role is Role.GRID_WORKER}
    asked = [servant.person for servant in acting] + [each.person for each in near]
    found = accounts_by_person(ctx.uow, list(dict.fromkeys(asked)))
    return [each for person, each in found if person in workers], [
        each for person, each in found if person not in workers
    ]
