"""What others ask of things: what somebody is to look at, and the inspection that a picture may belong to."""

from governance.permissions import PERMISSIONS, Act
from handlers.context import Context
from handlers.conversation.questions import Question, asked
from handlers.posts import places_of_terms
from handlers.tickets.parts import Worker
from storage.thing_inspections import Area, count_open


def area_of(ctx: Context, worker: Worker) -> Area:
    """Where somebody looks at things: where their posts are, and what they keep themselves."""
    terms = [term for term in worker.terms if term.role in PERMISSIONS[Act.INSPECT]]
    if {term.place_id for term in terms} & set(ctx.places.roots()):
        return Area(everywhere=True)
    placed = [term for term in terms if term.grid_id is None]
    grids = frozenset(term.grid_id for term in terms if term.grid_id is not None)
    return Area(grids, frozenset(places_of_terms(ctx, placed)) if placed else frozenset(), worker.people)


def to_inspect(ctx: Context, worker: Worker) -> tuple[int, int]:
    """How many things somebody is to look at, and how many of them are late."""
    if not ctx.book.has_things(ctx.uow):
        return 0, 0
    return count_open(ctx.uow, area_of(ctx, worker), ctx.today)


def waiting_inspection(ctx: Context) -> int | None:
    """The inspection that the sender has just told of."""
    question = asked(ctx)
    if question is None or question.kind != Question.INSPECTION_PHOTO:
        return None
    waiting: int = question.data["inspection"]
    return waiting
