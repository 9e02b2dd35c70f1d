"""不要走访, 可以走访: what a household itself wishes."""

from governance.days import month_of
from governance.notices import NoticeKind
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Wants, ask_slot
from handlers.notices import tell
from handlers.people.residence import move_in
from handlers.stars.households import household_digests
from handlers.visits import words
from handlers.visits.commands import DeclineVisits, WelcomeVisits
from handlers.visits.outcomes import Home, VisitsDeclined, VisitsWelcome, WhichRoom
from storage.households import HouseholdRow, household_at, household_of_account, want_visits
from storage.planned_visits import drop_planned, planned_of
from storage.serving import followed_accounts
from understanding.command_names import CommandName
from understanding.place_search import decided, search
from understanding.visit_told import household_in


@executes(DeclineVisits)
def decline(command: DeclineVisits, ctx: Context) -> VisitsDeclined | WhichRoom:
    """Kept out of the plans at once; who was to come is told."""
    household = _own(ctx, command.home)
    if household is None:
        ask_slot(ctx, CommandName.DECLINE_VISITS, wants=Wants.PLACE)
        return WhichRoom()
    if household.declined_at is None:
        want_visits(ctx.uow, household.id, False, ctx.now)
    month = month_of(ctx.today)
    for row in planned_of(ctx.uow, household.target, month):
        home = Home(household.place_id, household.room)
        told = words.LEFT_ALONE.format(home=words.home(home, ctx.here))
        tell(
            ctx,
            followed_accounts(ctx.uow, row.team.people),
            f"visit:no:{row.target}:{ctx.today}",
            NoticeKind.VISIT,
            told,
            again=True,
        )
    drop_planned(ctx.uow, household.target, month)
    return VisitsDeclined(Home(household.place_id, household.room))


@executes(WelcomeVisits)
def welcome(command: WelcomeVisits, ctx: Context) -> VisitsWelcome | WhichRoom:
    """It may be planned again from the next month on."""
    household = _own(ctx, command.home)
    if household is None:
        ask_slot(ctx, CommandName.WELCOME_VISITS, wants=Wants.PLACE)
        return WhichRoom()
    want_visits(ctx.uow, household.id, True, ctx.now)
    return VisitsWelcome(Home(household.place_id, household.room))


def _own(ctx: Context, said: str) -> HouseholdRow | None:
    """The household that the sender has named as home; where none is known yet, the one that they name now becomes it."""
    known = household_of_account(ctx.uow, ctx.sender.id)
    if known is not None:
        return household_at(ctx.uow, known[0], [known[1]], None)
    told = household_in(said)
    found = [each for each in search(ctx.places, said, ctx.sender.place_id) if ctx.places.is_home(each.place)]
    chosen = decided(tuple(found))
    place = ctx.sender.place_id if chosen is None else chosen.place
    digests = household_digests(place, told.room) if place is not None and told.room else []
    if place is None or not digests:
        return None
    move_in(ctx, place, digests[0])
    return household_at(ctx.uow, place, digests, told.room)
