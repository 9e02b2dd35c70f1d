"""Who hears of a round: those who answer for what it evaluates, each once; and who settles objections."""

from collections.abc import Callable, Sequence

from governance.notices import NoticeKind
from governance.roles import Role
from handlers.context import Context
from handlers.evaluation.finding import gone, people_behind
from handlers.notices import tell
from handlers.tickets.parts import accounts_of, first_reached
from storage.evaluation import EntryRow, RoundRow
from storage.serving import accounts_by_person, followed_accounts

DECIDERS = (Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD, Role.ADMINISTRATOR)


def tell_sides(
    ctx: Context, current: RoundRow, what: str, entries: Sequence[EntryRow], said: Callable[[list[EntryRow]], str]
) -> None:
    """Tells everybody once, of all that is theirs, in one notice; who is gone hears nothing."""
    left = gone(ctx, entries)
    behind = people_behind(ctx, [each for each in entries if each.id not in left])
    people = sorted(set().union(*behind.values())) if behind else []
    followed = set(followed_accounts(ctx.uow, people))
    for person, account in accounts_by_person(ctx.uow, people):
        if account in followed:
            own = [each for each in entries if person in behind.get(each.id, ())]
            key = f"evaluation:{current.id}:{what}"
            tell(ctx, [account], key, NoticeKind.EVALUATION, said(own), again=True)


def tell_deciders(ctx: Context, entry: EntryRow, key: str, text: str) -> None:
    """Tells those who settle objections where it belongs, once a key."""
    accounts = accounts_of(ctx, first_reached(ctx, entry.place_id, DECIDERS))
    tell(ctx, list(dict.fromkeys(accounts)), key, NoticeKind.EVALUATION, text, again=True)
