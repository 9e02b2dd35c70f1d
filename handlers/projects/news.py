"""Who hears of a project: the units that have it, those who run it, and whom it concerns."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from governance.notices import NoticeKind
from governance.roles import Role
from handlers.context import Context
from handlers.councils.settling import wanted_by
from handlers.notices import tell
from handlers.projects import words
from handlers.tickets.news import reports, tell_reporters
from handlers.tickets.parts import accounts_of, first_reached
from storage.organisations import contact_accounts
from storage.project_lists import need
from storage.projects import ProjectRow, holders_of_projects
from storage.work_tickets import work_tickets

RUNNERS = (Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.ADMINISTRATOR)
"""Who runs the projects of a place: the first of whom can be reached."""


def tell_units(
    ctx: Context, found: ProjectRow, key: str, text: str, *, taps: Sequence[str] = (), again: bool = False,
    but: Collection[int] = (),
) -> None:  # fmt: skip
    """Tells the contacts of all units that have the project, once a `key`; `but`: units that are not told."""
    held = holders_of_projects(ctx.uow, [found.id])[found.id]
    having = {holder.organisation_id for holder in held} - set(but)
    tell_contacts(ctx, having, f"project:{found.id}:{key}", text, taps=taps, again=again)


def tell_contacts(
    ctx: Context, organisation_ids: Collection[int], key: str, text: str, *, taps: Sequence[str] = (), again: bool = False
) -> None:  # fmt: skip
    """Tells the contacts of units, each once a `key`."""
    accounts = list(dict.fromkeys(contact_accounts(ctx.uow, organisation_ids, ctx.now)))
    tell(ctx, accounts, key, NoticeKind.PROJECT, text, taps=taps, again=again)


def tell_runners(
    ctx: Context, place_id: int | None, key: str, text: str, *, taps: Sequence[str] = (), again: bool = False
) -> None:  # fmt: skip
    """Tells those who run the projects of a place, each once a `key`."""
    accounts = accounts_of(ctx, first_reached(ctx, place_id, RUNNERS))
    tell(ctx, list(dict.fromkeys(accounts)), key, NoticeKind.PROJECT, text, taps=taps, again=again)


def tell_concerned(ctx: Context, found: ProjectRow, key: str, text: str) -> bool:
    """Tells who reported the matter, or stated the need, one thing that happened; whether there is anybody."""
    heard = False
    for ticket in work_tickets(ctx.uow, [found.ticket_number] if found.ticket_number else []):
        tell_reporters(ctx, ticket, words.OF_PROJECT.format(number=found.id, text=text))
        heard = True
    stated = None if found.need_id is None else need(ctx.uow, found.need_id)
    if stated is not None and stated.account_id is not None:
        said = words.YOUR_NEED.format(number=found.id, title=found.title, text=text)
        tell(ctx, [stated.account_id], f"project:{found.id}:{key}", NoticeKind.PROJECT_NEWS, said, again=True)
        heard = True
    wanted = [] if found.resolution_id is None else wanted_by(ctx, found.resolution_id)
    if wanted:
        said = words.YOUR_TOPIC.format(number=found.id, title=found.title, resolution=found.resolution_id, text=text)
        reporters = set(concerned(ctx, replace(found, resolution_id=None)))
        others = [each for each in wanted[:1] if each not in reporters]
        tell(ctx, others, f"project:{found.id}:{key}", NoticeKind.PROJECT_NEWS, said, again=True)
    return heard or bool(wanted)


def concerned(ctx: Context, found: ProjectRow) -> list[int]:
    """The accounts of those who reported the matter, stated the need, or proposed and supported what was resolved."""
    accounts: list[int | None] = []
    for ticket in work_tickets(ctx.uow, [found.ticket_number] if found.ticket_number else []):
        accounts += [own.account_id for own in reports(ctx, ticket)]
    stated = None if found.need_id is None else need(ctx.uow, found.need_id)
    accounts += [] if stated is None else [stated.account_id]
    accounts += [] if found.resolution_id is None else wanted_by(ctx, found.resolution_id)
    return list(dict.fromkeys(account for account in accounts if account is not None))
