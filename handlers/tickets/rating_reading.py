"""Words by which reporters say how the work was, and by which their answer to a call is noted."""

from governance.tickets.satisfaction import Score
from handlers.context import Here
from handlers.said import Reads, Said
from handlers.tickets.rating_commands import (
    CallBack,
    LookBackAgain,
    LookBackWell,
    RateTicket,
    ReopenTicket,
    SayThanks,
)
from understanding.command_names import CommandName
from understanding.mentions import without_number
from understanding.normalise import normalise
from understanding.score import UNREACHED, answer_told, lukewarm, score_in

_SCORES = {"good": Score.SATISFIED, "fair": Score.FAIRLY, "bad": Score.DISSATISFIED}
"""What is learned apart of a rating (understanding.model.training)."""


def rate(said: Said, _here: Here) -> RateTicket:
    """满意, 基本满意, 不满意 N why."""
    learned = _SCORES.get(said.variant)
    if learned is not None:
        return RateTicket(said.ticket, Score.FAIRLY if lukewarm(said.words) else learned, said.argument)
    scored = score_in(said.argument) or score_in(said.meaning.rest or "")
    return RateTicket(said.ticket) if scored is None else RateTicket(said.ticket, Score(scored.score), scored.said)


def call_back(said: Said, _here: Here) -> CallBack:
    """回访 N 满意, 不满意, 联系不上."""
    note = said.argument
    if said.free:
        note = without_number(note, said.ticket)
        answer = answer_told(normalise(note))
        if answer is not None:
            return CallBack(said.ticket, Score(answer), note=note)
    scored = score_in(normalise(note))
    if scored is not None:
        return CallBack(said.ticket, Score(scored.score), note=note)
    return CallBack(said.ticket, reached=UNREACHED.search(normalise(note)) is None, note=note)


READS: Reads = {
    CommandName.RATE_TICKET: rate,
    CommandName.SAY_THANKS: lambda _said, _here: SayThanks(),
    CommandName.LOOK_BACK_WELL: lambda said, _here: LookBackWell(said.ticket),
    CommandName.LOOK_BACK_AGAIN: lambda said, _here: LookBackAgain(said.ticket, said.argument),
    CommandName.CALL_BACK: call_back,
    CommandName.REOPEN_TICKET: lambda said, _here: ReopenTicket(said.ticket, said.argument),
}
