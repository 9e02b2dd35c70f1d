"""What staff ask of the whole: how things stand, in whose hands, how many reported what."""

from governance.permissions import Act
from governance.spans import since_when
from governance.tickets.sensitive import kept_from
from handlers.catalogue import executes
from handlers.context import Context
from handlers.posts import require, sender, sender_terms
from handlers.reporting.hands import hand_of, hands_of, hands_of_all, row_of
from handlers.reporting.overseeing_commands import ShowOverview
from handlers.reporting.overseeing_outcomes import (
    CommunitiesCompared,
    HowItStands,
    InHand,
    InHands,
    ReportsCounted,
    Row,
    TicketsOfKind,
)
from handlers.reporting.overseen_area import Area, narrowed, own_area
from storage.brief_figures import brief_figures
from storage.oversight import (
    Kind,
    count_of_kind,
    open_by_state,
    reports_of_category,
    tickets_of_kind,
)
from understanding.overseeing import Span, Topic

LISTED, LISTED_OF_EACH = 8, 3
KINDS = {
    Topic.DANGERS: Kind.DANGERS, Topic.LATE: Kind.LATE, Topic.UNTAKEN: Kind.UNTAKEN,
    Topic.TO_DISPATCH: Kind.TO_DISPATCH, Topic.TO_VERIFY: Kind.TO_VERIFY,
}  # fmt: skip


@executes(ShowOverview)
def overview(
    command: ShowOverview, ctx: Context
) -> HowItStands | TicketsOfKind | InHand | InHands | CommunitiesCompared | ReportsCounted:
    """What is asked for, counted in the part of the sender's area that is named."""
    require(ctx, Act.SEE)
    area = narrowed(ctx, own_area(ctx, Act.SEE), Act.SEE, command.places)
    me = sender(ctx)
    if command.mine and me is not None:
        return hand_of(ctx, area, me.id, me.name)
    if command.names:
        return hands_of(ctx, area, command.names)
    if command.category is not None:
        return _reports(ctx, area, command.category, command.word, command.span)
    if command.topic is Topic.HANDS:
        return hands_of_all(ctx, area)
    if command.topic is Topic.COMMUNITIES:
        return _compared(ctx, area, command.span)
    if command.topic in KINDS:
        kind, but = KINDS[command.topic], kept_from(sender_terms(ctx))
        rows = tuple(row_of(each) for each in tickets_of_kind(ctx.uow, area.places, kind, ctx.now, LISTED, but=but))
        return TicketsOfKind(area.names, command.topic, rows, count_of_kind(ctx.uow, area.places, kind, ctx.now))
    return _whole(ctx, area, command.span)


def _whole(ctx: Context, area: Area, asked: Span) -> HowItStands:
    span = Span.TODAY if asked in (Span.DAY, Span.HOURS) else asked
    first, end = since_when(span, ctx.now, ctx.config.zone)
    listed: dict[Kind, tuple[Row, ...]] = {}
    shown: set[str] = set()
    but = kept_from(sender_terms(ctx))
    for kind in (Kind.DANGERS, Kind.LATE, Kind.UNTAKEN):
        found = tickets_of_kind(ctx.uow, area.places, kind, ctx.now, LISTED_OF_EACH + len(shown), but=but)
        new = [each for each in found if each.number not in shown][:LISTED_OF_EACH]
        listed[kind] = tuple(row_of(each) for each in new)
        shown |= {each.number for each in new}
    states = sorted(open_by_state(ctx.uow, area.places).items(), key=lambda each: (-each[1], each[0]))
    figures = brief_figures(ctx.uow, area.places, first, end, ctx.now)
    lists = listed[Kind.DANGERS], listed[Kind.LATE], listed[Kind.UNTAKEN]
    return HowItStands(area.names, span, figures, tuple(states), *lists)


def _compared(ctx: Context, area: Area, asked: Span) -> CommunitiesCompared:
    """The communities of the area; where no span was said, this month."""
    span = Span.MONTH if asked in (Span.DAY, Span.HOURS) else asked
    first, end = since_when(span, ctx.now, ctx.config.zone)
    index = ctx.places
    found = [
        (index.full_name(place), brief_figures(ctx.uow, [place, *index.inside(place)], first, end, ctx.now))
        for place, node in index.nodes.items()
        if node.kind == "community" and area.holds(place)
    ]
    found.sort(key=lambda each: (-each[1].late, -each[1].open, each[0]))
    return CommunitiesCompared(area.names, span, tuple(found))


def _reports(ctx: Context, area: Area, code: str, word: str, span: Span) -> ReportsCounted:
    """Of a category, by place: the places that are in the tree by their names."""
    first, end = since_when(span, ctx.now, ctx.config.zone)
    found = reports_of_category(ctx.uow, area.places, code, first, end, word)
    index, category = ctx.places, ctx.config.category(code)
    places = tuple((index.full_name(place) if place in index.nodes else None, n) for place, n in found.places)
    return ReportsCounted(
        area.names, code if category is None else category.name, word, span, first, found.reports, found.reporters,
        found.saying, found.open, places,
    )  # fmt: skip
