"""The lists of a year: everybody who was awarded, and for 七一 the party members among them."""

from dataclasses import dataclass
from datetime import date, datetime

from governance.roles import Role
from handlers.context import Context, SubdistrictConfig
from handlers.stars import texts as words
from handlers.stars.areas import area_called
from storage.database import Database
from storage.people import terms_of_people
from storage.place_book import PlaceBook
from storage.stars.awards import AwardRow, announced_between
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Honoured:
    """Somebody with their awards in a span; `name` as they agreed to be named, `months` and `kinds` in words."""

    name: str
    community: str
    area: str
    count: int
    months: str
    kinds: str
    deeds: str
    member: bool


def honoured(
    database: Database,
    config: SubdistrictConfig,
    now: datetime,
    book: PlaceBook,
    first: date,
    end: date,
    *,
    members_only: bool = False,
) -> list[Honoured]:
    """Who was awarded in the months from `first` until before `end`, who most often first."""
    with database.read() as connection:
        ctx = Context(UnitOfWork(connection), config, now, book)
        found = announced_between(ctx.uow, first, end)
        people = [award.person_id for award in found if award.person_id is not None]
        posts = terms_of_people(ctx.uow, people)
        members = {person for person, term in posts if term.role is Role.PARTY_MEMBER and term.holds(now)}
        groups: dict[tuple[int | None, str], list[AwardRow]] = {}
        for award in found:
            key = (award.person_id, "" if award.person_id is not None else f"{award.area_id}:{award.name}")
            groups.setdefault(key, []).append(award)
        listed = [
            _honoured(ctx, own, person in members)
            for (person, _), own in groups.items()
            if person in members or not members_only
        ]
    return sorted(listed, key=lambda each: (-each.count, each.community, each.name))


def _honoured(ctx: Context, own: list[AwardRow], member: bool) -> Honoured:
    own = sorted(own, key=lambda award: award.month)
    last = own[-1]
    return Honoured(
        last.shown, ctx.places.full_name(last.community_id), area_called(ctx, last), len(own),
        "、".join(words.month_said(award.month) for award in own),
        "、".join(dict.fromkeys(words.KIND[award.kind] for award in own)), last.deeds or "", member,
    )  # fmt: skip
