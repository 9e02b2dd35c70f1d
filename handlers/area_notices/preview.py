"""What a draft is shown as before it goes, and the question whether it may: the next words are about just this notice."""

from governance.area_notices import REACHED, AreaKind, NoticeState, Span, needs_second, overlap
from governance.permissions import Act
from handlers.area_notices.audience import audience_of, lie_together, outermost, places_inside, told_of
from handlers.area_notices.outcomes import Audience, Drafted
from handlers.area_notices.rights import mine, my_terms
from handlers.context import Context
from handlers.conversation.questions import Question, ask
from handlers.reporting.overseen_area import Area, own_area
from storage.area_notices import NoticeRow, change_notice_row, lock_notice
from understanding.notice_text import much_alike
from understanding.places_told import places_told, strange_street


def preview(
    ctx: Context, row: NoticeRow, audience: Audience, *, replaced: tuple[str, ...] = (), why: bool = False
) -> Drafted:
    """Shown, and asked about."""
    street = _street(ctx, row)
    ask(
        ctx, Question.NOTICE, number=row.number, text=row.text, of=row.kind.value, places=list(row.places), street=street
    )  # fmt: skip
    second = needs_second(audience.of(*REACHED), ctx.config.rules)
    return Drafted(told_of(ctx, row), audience, second, replaced, street, why)


def shown_again(ctx: Context, row: NoticeRow) -> Drafted:
    """The same once more, counted now, with why it reaches so many and no more."""
    return preview(ctx, row, audience_of(ctx, places_inside(ctx, row.places), row.kind), why=True)


def supersede(ctx: Context, kind: str, text: str, places: tuple[int, ...], span: Span) -> tuple[str, ...]:
    """Takes off the sender's older drafts of the same matter, save those that somebody was asked to look at; their numbers."""
    drafts = [row for row in mine(ctx, my_terms(ctx)) if row.by_id == ctx.person_id and row.state is NoticeState.DRAFT]
    older = [row for row in drafts if row.kind == kind and row.asked_at is None and _same(ctx, row, text, places, span)]
    gone = []
    for row in sorted(older, key=lambda each: each.id):
        locked = lock_notice(ctx.uow, row.id)
        if locked is not None and locked.state is NoticeState.DRAFT:
            change_notice_row(ctx.uow, row.id, state=NoticeState.WITHHELD.value, over_at=ctx.now)
            gone.append(row.number)
    return tuple(gone)


def all_of(ctx: Context, own: Area) -> tuple[int, ...]:
    """Everything that is the sender's, by as few places as say it."""
    return outermost(ctx, ctx.places.roots() if own.places is None else own.places)


def _same(ctx: Context, row: NoticeRow, text: str, places: tuple[int, ...], span: Span) -> bool:
    """At the same time or at the same place; what is of no kind must also be worded alike."""
    if row.kind is AreaKind.OTHER and not much_alike(row.text, text):
        return False
    return overlap(span, (row.starts_at, row.ends_at)) or lie_together(ctx, row.places, places)


def _street(ctx: Context, row: NoticeRow) -> str:
    """The street that the text names and the tree does not know, where the notice goes to all for want of a place."""
    street = strange_street(ctx.places, row.text)
    said = places_told(ctx.places, row.text) if street else None
    if said is None or said.places or row.places != all_of(ctx, own_area(ctx, Act.DISPATCH)):
        return ""
    return street
