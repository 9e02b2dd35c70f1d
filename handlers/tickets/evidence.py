"""What proves a move: a position or a picture, sent before the words or when asked for."""

from dataclasses import dataclass

from handlers.context import Context
from handlers.conversation.questions import Question, asked, settled
from handlers.inbound import Kind
from storage.accounts import change_account
from storage.attachments import Evidence, adopt_evidence, evidence_kept, loose_evidence
from storage.dialogues import OpenQuestion
from storage.work_tickets import WorkTicket
from understanding.nearby import distance_m

PICTURES = frozenset({Kind.IMAGE.value, Kind.VIDEO.value})


@dataclass(frozen=True)
class Proof:
    """What was sent: pictures by the ids of their attachments, and how far from the place a position was, in metres."""

    pictures: tuple[int, ...] = ()
    position: bool = False
    far: float | None = None

    @property
    def shown(self) -> bool:
        """Whether there is anything at all."""
        return self.position or bool(self.pictures)


NO_PROOF = Proof()
WORK = "work"
"""What was sent from work without words, and proves what is said next."""


def take_proof(ctx: Context, ticket: WorkTicket, purpose: str) -> Proof:
    """Gives the ticket what the sender has just sent and that belongs to nothing else, or to it without words; a position too
    far away stays out. `purpose`: the move that it proves, or WORK.
    """
    since = ctx.now - ctx.config.rules.question_window
    found = loose_evidence(ctx.uow, ctx.sender.id, since) if ctx.sender.loose_media_at is not None else []
    found = evidence_kept(ctx.uow, ctx.sender.id, since, ticket.number, WORK) + found
    far = _distance(ctx, ticket, found)
    near = far is None or far <= ctx.config.rules.arrive_metres
    kept = [each for each in found if each.kind != Kind.LOCATION.value or near]
    adopt_evidence(ctx.uow, [each.id for each in kept], ticket.number, purpose, ctx.now)
    _no_longer_loose(ctx)
    return Proof(
        tuple(each.id for each in kept if each.kind in PICTURES),
        any(each.kind == Kind.LOCATION.value for each in kept),
        far,
    )


def _no_longer_loose(ctx: Context) -> None:
    if ctx.sender.loose_media_at is None:
        return
    change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
    ctx.sender.loose_media_at = None
    question = asked(ctx)
    if question is not None and question.kind in (Question.PROBLEM, Question.WHOSE):
        settled(ctx)


def wanted(ctx: Context) -> OpenQuestion | None:
    """The question for a proof that waits for what the sender sends."""
    question = asked(ctx)
    return question if question is not None and question.kind == Question.EVIDENCE else None


def _distance(ctx: Context, ticket: WorkTicket, found: list[Evidence]) -> float | None:
    """Metres from the last position to the ticket's place; None where one of them is unknown."""
    last = next((each for each in reversed(found) if each.kind == Kind.LOCATION.value), None)
    return (
        None
        if last is None or last.lat is None or last.lon is None
        else metres_between(ctx, ticket, last.lat, last.lon)
    )


def metres_between(ctx: Context, ticket: WorkTicket, lat: float, lon: float) -> float | None:
    """How far a position is from the ticket's place; None where nobody knows where that lies."""
    line = [] if ticket.place_id is None else ctx.places.line_of(ticket.place_id)
    spot = next((node for place in line if (node := ctx.places.nodes[place]).lat is not None), None)
    if spot is None or spot.lat is None or spot.lon is None:
        return None
    if spot.kind in ("community", "alliance", "subdistrict"):
        return None
    return distance_m(lat, lon, spot.lat, spot.lon)
