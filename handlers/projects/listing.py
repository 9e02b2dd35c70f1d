"""提供资源, 提需求: what stands on the two other lists, and what it fits."""

from datetime import datetime

from governance.days import start_of
from governance.projects.kinds import kinds_in
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import ask_slot
from handlers.outcomes import Refuse
from handlers.posts import sender_terms
from handlers.projects import words
from handlers.projects.commands import EndOffer, OfferResource, StateNeed
from handlers.projects.finding import place_name, ref, require_run, unit_meant, units_of_sender, veiled
from handlers.projects.list_outcomes import (
    EnoughForToday,
    NeedEnded,
    NeedStated,
    NoSuchItem,
    OfferEnded,
    ResourceOffered,
    WhatIsNeeded,
    WhatToOffer,
)
from handlers.projects.matching import needs_for, projects_for, resources_for
from handlers.projects.news import tell_runners
from handlers.projects.showing import NEEDS, RESOURCES
from handlers.projects.staff_commands import EndNeed
from storage.project_lists import end_need, end_offer, need, needs_stated, offer, offers_made, state_need
from understanding.command_names import CommandName
from understanding.normalise import normalise
from understanding.place_search import decided, search

CHANNEL = "wechat"


@executes(OfferResource)
def offer_resource(command: OfferResource, ctx: Context) -> ResourceOffered | WhatToOffer | EnoughForToday:
    """On the list from now on; what it may serve is proposed to the unit and to who runs the projects."""
    unit = unit_meant(ctx, command.unit)
    if not command.text:
        ask_slot(ctx, CommandName.OFFER_RESOURCE)
        raise Refuse(WhatToOffer())
    if ctx.person_id is not None:
        _bounded(ctx, RESOURCES, offers_made(ctx.uow, ctx.person_id, _midnight(ctx)))
    kinds = kinds_in(command.text)
    number = offer(ctx.uow, unit.id, ctx.person_id, command.text, kinds, ctx.now)
    fitting = [ref(each) for each in projects_for(ctx, kinds, unit.place_id)]
    needed = [f"{each.id} {veiled(ctx, each.text)}" for each in needs_for(ctx, kinds, unit.place_id)]
    fits = words.RESOURCE_FITS.format(listed="；".join(needed)) if needed else ""
    text = words.RESOURCE_TO_STAFF.format(number=number, unit=unit.name, text=command.text, fits=fits)
    tell_runners(ctx, unit.place_id, f"resource:{number}", text)
    return ResourceOffered(number, unit.name, command.text, tuple(fitting), tuple(needed))


@executes(EndOffer)
def take_back(command: EndOffer, ctx: Context) -> OfferEnded | NoSuchItem:
    """Off the list; by a contact of its unit only."""
    mine = [unit.id for unit in units_of_sender(ctx)]
    if not end_offer(ctx.uow, command.number, mine, ctx.now):
        return NoSuchItem(command.number, RESOURCES)
    return OfferEnded(command.number)


@executes(StateNeed)
def need_something(command: StateNeed, ctx: Context) -> NeedStated | WhatIsNeeded | EnoughForToday:
    """On the list from now on: of the place that is named, else of where the sender lives or serves."""
    if not command.text:
        ask_slot(ctx, CommandName.STATE_NEED)
        raise Refuse(WhatIsNeeded())
    account = _who_hears(ctx)
    if account is not None:
        _bounded(ctx, NEEDS, needs_stated(ctx.uow, account, _midnight(ctx)))
    place, kinds = _place(ctx, command), kinds_in(command.text)
    number = state_need(
        ctx.uow, kinds=kinds, place_id=place, account_id=account, person_id=ctx.person_id, text=command.text,
        at=ctx.now,
    )  # fmt: skip
    fitting = [f"{each.unit}：{veiled(ctx, each.text)}" for each in resources_for(ctx, kinds, place)]
    fits = words.NEED_FITS.format(listed="；".join(fitting)) if fitting else ""
    where = place_name(ctx, place)
    text = words.NEED_TO_STAFF.format(
        number=number, place=words.AT.format(place=where) if where else "", text=veiled(ctx, command.text), fits=fits
    )
    tell_runners(ctx, place, f"need:{number}", text)
    return NeedStated(number, command.text, where, tuple(fitting))


@executes(EndNeed)
def end(command: EndNeed, ctx: Context) -> NeedEnded | NoSuchItem:
    """Off the list, by who runs the projects there."""
    found = need(ctx.uow, command.number)
    if found is None:
        return NoSuchItem(command.number, NEEDS)
    require_run(ctx, found.place_id)
    return NeedEnded(found.id) if end_need(ctx.uow, found.id, ctx.now) else NoSuchItem(found.id, NEEDS)


def _midnight(ctx: Context) -> datetime:
    return start_of(ctx.today, ctx.config.zone)


def _bounded(ctx: Context, what: str, today: int) -> None:
    """A list that is flooded is read by nobody. The sender's account is locked, so of many at once none slips through."""
    if today >= ctx.config.rules.lists_a_day:
        raise Refuse(EnoughForToday(what, ctx.config.rules.lists_a_day))


def _who_hears(ctx: Context) -> int | None:
    """The account that news of the need goes to; None where it was typed at the office."""
    return ctx.account.id if ctx.account is not None and ctx.account.channel == CHANNEL else None


def _place(ctx: Context, command: StateNeed) -> int | None:
    home = None if ctx.account is None else ctx.account.place_id
    found = decided(search(ctx.places, normalise(command.where or command.text), home))
    if found is not None:
        return found.place
    posts = [term.place_id for term in sender_terms(ctx) if term.place_id is not None]
    return home or (posts[0] if posts else None)
