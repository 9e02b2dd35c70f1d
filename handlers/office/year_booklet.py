"""街道这一年 for everybody: the ranked cases, who is commended, each community's brand work. Nobody's name is in it."""

from dataclasses import dataclass

from governance.clock import local_day
from governance.evaluation.kinds import Evaluated, RoundState
from handlers.context import Context
from handlers.evaluation.finding import lines_of
from handlers.evaluation.outcomes import EntryLine
from handlers.evaluation.words import round_called
from handlers.office.cases import CasesOfYear, published
from storage.brand_pictures import picture_of_project
from storage.brands import BrandRow, brands_of
from storage.cases import pictures
from storage.evaluation import EntryRow, RoundRow, entries_of_round, entry_by_id, rounds


@dataclass(frozen=True)
class Commended:
    """Something that is commended. `picture`: the digest of what shows a project's work."""

    entry: EntryLine
    picture: str | None


@dataclass(frozen=True)
class Commendation:
    """Whom a published round commends."""

    round: RoundRow
    called: str
    commended: list[Commended]


@dataclass(frozen=True)
class Brand:
    """A community's brand work."""

    community: str
    row: BrandRow


@dataclass(frozen=True)
class YearBooklet:
    """A year as it may be read. `cases` None: the vote is not counted."""

    year: int
    subdistrict: str
    cases: CasesOfYear | None
    commendations: list[Commendation]
    brands: list[Brand]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return self.cases is None and not self.commendations and not self.brands


@dataclass(frozen=True)
class Letter:
    """A letter of commendation. `day`: of the publishing."""

    round: str
    subdistrict: str
    entry: EntryLine
    year: int
    day: str


def booklet_of(ctx: Context, year: int) -> YearBooklet:
    """All of a year that is public."""
    brands = [
        Brand(ctx.places.full_name(each.community_id), each)
        for each in brands_of(ctx.uow, year)
        if each.community_id in ctx.places.nodes
    ]
    return YearBooklet(year, _subdistrict(ctx), published(ctx, year), commendations(ctx, year), brands)


def commendations(ctx: Context, year: int) -> list[Commendation]:
    """Whom the published rounds of a year commend, the newest round first."""
    this = [each for each in rounds(ctx.uow) if each.year == year and each.state is RoundState.PUBLISHED]
    return [Commendation(each, round_called(each), _commended(ctx, each)) for each in this]


def letter_of(ctx: Context, number: int) -> Letter | None:
    """The letter to who is commended under this number; None where nobody is."""
    entry = entry_by_id(ctx.uow, number)
    current = next((each for each in rounds(ctx.uow) if entry is not None and each.id == entry.round_id), None)
    if entry is None or not entry.commended or current is None or current.published_at is None:
        return None
    (line,) = lines_of(ctx, current, [entry])
    day = local_day(current.published_at, ctx.config.zone)
    said = f"{day.year}年{day.month}月{day.day}日"
    return Letter(round_called(current), _subdistrict(ctx), line, current.year, said)


def _commended(ctx: Context, current: RoundRow) -> list[Commended]:
    entries = [each for each in entries_of_round(ctx.uow, current.id) if each.commended]
    shown = _pictures(ctx, entries)
    return [Commended(line, shown.get(line.number)) for line in lines_of(ctx, current, entries)]


def _pictures(ctx: Context, entries: list[EntryRow]) -> dict[int, str]:
    """The digest of what shows the work of each project."""
    ids = {each.id: picture_of_project(ctx.uow, each.ref_id) for each in entries if each.kind is Evaluated.PROJECT}
    known = pictures(ctx.uow, [picture for picture in ids.values() if picture is not None])
    return {number: known[picture][0] for number, picture in ids.items() if picture in known}


def _subdistrict(ctx: Context) -> str:
    return next((ctx.places.nodes[place].name for place in ctx.places.roots()), "")
