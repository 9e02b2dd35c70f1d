"""What proves a move: a position or a picture, sent before the words or when asked for."""

from dataclasses import dataclass

from governance.tickets.lifecycle import Move
from handlers.inbound import Kind, Reply
from handlers.questions import Question, ask, asked, settled
from handlers.texts import work as words
from handlers.turn import Turn
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


def take_proof(turn: Turn, ticket: WorkTicket, move: Move) -> Proof:
    """Gives the ticket what the sender has just sent and that belongs to nothing else; a position too far away stays out."""
    if turn.account.loose_media_at is None:
        return Proof()
    since = turn.now - turn.config.rules.question_window
    found = loose_evidence(turn.uow, turn.account.id, since)
    far = _distance(turn, ticket, found)
    near = far is None or far <= turn.config.rules.arrive_metres
    kept = [each for each in found if each.kind != Kind.LOCATION.value or near]
    adopt_evidence(turn.uow, [each.id for each in kept], ticket.number, move.value)
    change_account(turn.uow, turn.account.id, loose_media_at=None)
    turn.account.loose_media_at = None
    question = asked(turn)
    if question is not None and question.kind == Question.PROBLEM:
        settled(turn)
    return Proof(
        tuple(each.id for each in kept if each.kind in PICTURES),
        any(each.kind == Kind.LOCATION.value for each in kept),
        far,
    )


def want(turn: Turn, ticket: WorkTicket, move: Move, note: str) -> Reply:
    """Asks for the proof; the move is made when it comes."""
    ask(turn, Question.EVIDENCE, number=ticket.number, move=move.value, note=note)
    text = words.PHOTO_WANTED if move is Move.HANDLE else words.EVIDENCE_WANTED
    return Reply(text.format(n=words.short(ticket.number), verb=words.VERB[move], note=note))


def too_far(turn: Turn, ticket: WorkTicket, move: Move, far: float, note: str) -> Reply:
    """The position proves nothing; another is waited for."""
    ask(turn, Question.EVIDENCE, number=ticket.number, move=move.value, note=note)
    return Reply(
        words.TOO_FAR.format(
            place=ticket.place_text or "", far=words.metres(far), verb=words.VERB[move], n=words.short(ticket.number)
        )
    )


def wanted(turn: Turn) -> OpenQuestion | None:
    """The question for a proof that waits for what the sender sends."""
    question = asked(turn)
    return question if question is not None and question.kind == Question.EVIDENCE else None


def _distance(turn: Turn, ticket: WorkTicket, found: list[Evidence]) -> float | None:
    """Metres from the last position to the ticket's place; None where one of them is unknown."""
    line = [] if ticket.place_id is None else turn.places.line_of(ticket.place_id)
    spot = next((node for place in line if (node := turn.places.nodes[place]).lat is not None), None)
    last = next((each for each in reversed(found) if each.kind == Kind.LOCATION.value), None)
    if spot is None or last is None or last.lat is None or last.lon is None or spot.lat is None or spot.lon is None:
        return None
    if spot.kind in ("community", "alliance", "subdistrict"):
        return None
    return distance_m(last.lat, last.lon, spot.lat, spot.lon)
