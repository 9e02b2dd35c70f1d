"""What proves a move: a position or a picture, sent before the words or when asked for."""

from dataclasses import dataclass

from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.conversation.questions import Question, asked, settled
from handlers.inbound import Kind
from storage.accounts import change_account
from storage.attachments import Evidence, adopt_evidence, loose_evidence
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


def take_proof(ctx: Context, ticket: WorkTicket, move: Move) -> Proof:
    """Gives the ticket what the sender has just sent and that belongs to nothing else; a position too far away stays out."""
    if ctx.sender.loose_media_at is None:
        return Proof()
    since = ctx.now - ctx.config.rules.question_window
    found = loose_evidence(ctx.uow, ctx.sender.id, since)
    far = _distance(ctx, ticket, found)
    near = far is None or far <= ctx.config.rules.arrive_metres
    kept = [each for each in found if each.kind != Kind.LOCATION.value or near]
    adopt_evidence(ctx.uow, [each.id for each in kept], ticket.number, move.value)
    change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
    ctx.sender.loose_media_at = None
    question = asked(ctx)
    if question is not None and question.kind == Question.PROBLEM:
        settled(ctx)
    return Proof(
        tuple(each.id for each in kept if each.kind in PICTURES),
        any(each.kind == Kind.LOCATION.value for each in kept),
        far,
    )


def wanted(ctx: Context) -> OpenQuestion | None:
    """The question for a proof that waits for what the sender sends."""
    question = asked(ctx)
    return question if question is not None and question.kind == Question.EVIDENCE else None


def _distance(ctx: Context, ticket: WorkTicket, found: list[Evidence]) -> float | None:
    """Metres from the last position to the ticket's place; None where one of them is unknown."""
    line = [] if ticket.place_id is None else ctx.places.line_of(ticket.place_id)
    spot = next((node for place in line if (node := ctx.places.nodes[place]).lat is not None), None)
    last = next((each for each in reversed(found) if each.kind == Kind.LOCATION.value), None)
    if spot is None or last is None or last.lat is None or last.lon is None or spot.lat is None or spot.lon is None:
        return None
    if spot.kind in ("community", "alliance", "subdistrict"):
        return None
    return distance_m(last.lat, last.lon, spot.lat, spot.lon)
