"""How each platform stands, as the office shows it: last heard of, what waits, conflicts, what was set aside."""

from dataclasses import dataclass
from datetime import datetime

from handlers.connectors.silence import silent_minutes
from handlers.connectors.words import MAILED, conflict_about, fault_about
from handlers.context import Context
from storage.connectors.items import CONFLICT, RECEIVED, SET_ASIDE, counts, items_in, oldest_waiting
from storage.connectors.links import open_links
from storage.connectors.mail import mailboxes, newest_files
from storage.connectors.out import PENDING, out_counts, outs_set_aside
from storage.connectors.out import SET_ASIDE as NOT_GIVEN
from storage.connectors.platforms import all_connected
from storage.connectors.subjects import count_open

MOST, MOST_FILES = 100, 20


@dataclass(frozen=True)
class PlatformLine:
    """One platform. `lag`: for how many seconds its oldest record has waited; `open`: matters of it that have not ended."""

    name: str
    label: str
    seen_at: datetime | None
    silent: int
    lag: int
    waiting: int
    open: int
    conflicts: int
    set_aside: int
    to_give: int
    not_given: int
    fails: int
    public_codes: bool


@dataclass(frozen=True)
class ItemLine:
    """A record that waits for a person."""

    id: int
    label: str
    their_id: str
    ours: str | None
    about: str
    at: datetime


@dataclass(frozen=True)
class FileLine:
    """A file that came by mail, or a mail without one."""

    label: str
    name: str
    result: str
    new: int
    known: int
    aside: int
    at: datetime


@dataclass(frozen=True)
class PlatformsPage:
    """All of it. `joins`: how many wait to be joined; `shut`: platforms whose mailbox could not be read."""

    lines: list[PlatformLine]
    conflicts: list[ItemLine]
    set_aside: list[ItemLine]
    not_given: list[ItemLine]
    joins: int
    shut: list[str]
    files: list[FileLine]


def platforms_page(ctx: Context) -> PlatformsPage:
    """As it stands now."""
    label = {name: each.label for name, each in ctx.config.platforms.items()}
    conflicts = [
        ItemLine(x.id, label.get(x.platform, x.platform), x.their_id, x.ours, conflict_about(x.about), x.received_at)
        for x in items_in(ctx.uow, [CONFLICT], MOST)
    ]
    aside = [
        ItemLine(
            x.id, label.get(x.platform, x.platform), x.their_id, x.ours,
            fault_about(x.reason, x.about), x.received_at,
        )
        for x in items_in(ctx.uow, [SET_ASIDE], MOST)
    ]  # fmt: skip
    not_given = [
        ItemLine(x.id, label.get(x.platform, x.platform), x.theirs or "", x.ours, x.last_error, x.at)
        for x in outs_set_aside(ctx.uow, MOST)
    ]
    shut = [label.get(each.platform, each.platform) for each in mailboxes(ctx.uow) if each.error]
    files = [
        FileLine(label.get(x.platform, x.platform), x.name, MAILED[x.result], x.new, x.known, x.aside, x.at)
        for x in newest_files(ctx.uow, MOST_FILES)
    ]
    return PlatformsPage(_lines(ctx), conflicts, aside, not_given, count_open(ctx.uow), shut, files)


def _lines(ctx: Context) -> list[PlatformLine]:
    came, told = counts(ctx.uow), out_counts(ctx.uow)
    since, running = oldest_waiting(ctx.uow), open_links(ctx.uow)
    found = []
    for each in all_connected(ctx.uow):
        name, platform = each.platform, ctx.config.platforms.get(each.platform)
        lag = int((ctx.now - since[name]).total_seconds()) if name in since else 0
        found.append(
            PlatformLine(
                name, name if platform is None else platform.label, each.seen_at, silent_minutes(platform, each, ctx), lag,
                came.get((name, RECEIVED), 0), running.get(name, 0), came.get((name, CONFLICT), 0),
                came.get((name, SET_ASIDE), 0), told.get((name, PENDING), 0), told.get((name, NOT_GIVEN), 0), each.fails,
                platform is not None and platform.public_codes,
            )
        )  # fmt: skip
    return found
