"""A picture or position that was asked for: the move that waited for it is made."""

from governance.tickets.lifecycle import Move, step
from handlers.inbound import Reply
from handlers.questions import settled
from handlers.texts import work as words
from handlers.turn import Turn
from handlers.work.evidence import take_proof, want, wanted
from handlers.work.finding import Found, cannot
from handlers.work.finish import handled
from handlers.work.onsite import proven
from handlers.work.parts import parts_of, worker_of
from storage.work_tickets import work_ticket


def proof_sent(turn: Turn) -> Reply:
    """Makes the move with what was sent, or says why it proves nothing. The caller has seen that a proof is wanted."""
    question, worker = wanted(turn), worker_of(turn)
    assert question is not None
    settled(turn)
    ticket, move, note = (
        work_ticket(turn.uow, question.data["number"]),
        Move(question.data["move"]),
        question.data["note"],
    )
    if worker is None:
        return Reply(words.NOT_FOR_YOU.format(name=ticket.number))
    found = Found(ticket, parts_of(turn, worker, ticket), worker)
    row = step(move, ticket.state)
    if row is None or not row.by & found.parts:
        return cannot(turn, found, move)
    proof = take_proof(turn, ticket, move)
    if move is not Move.HANDLE:
        return proven(turn, found, move, note, proof)
    if not proof.pictures:
        return want(turn, ticket, move, note)  # a position shows nobody what was done
    return handled(turn, ticket, note, proof.pictures)
