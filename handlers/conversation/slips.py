"""Who works says that their last step was a slip: of another ticket than they meant, or of work that is not done."""

from governance.tickets.lifecycle import Move
from handlers.context import Context
from handlers.conversation.commands import CancelDialogue, OfferChoice
from handlers.conversation.interpreting import Interpreted
from handlers.conversation.offering import offered
from handlers.conversation.questions import Question
from handlers.tickets.commands import MarkStepWrong, ReaimWork, UndoHandling
from handlers.tickets.just_taken import step_just_taken
from understanding.candidate import Candidate
from understanding.command_names import CommandName
from understanding.named import named_alone
from understanding.put_straight import put_straight, says_slip, takes_back_end
from understanding.situation import OwnTicket
from understanding.slip_told import step_slip

_NO_SLIP = frozenset({CommandName.DISPATCH_TICKET, CommandName.UNDO_DISPATCH, CommandName.VERIFY_TICKET})
"""What is said of others' work, surely."""
SURELY = 0.75


def slip_in(
    ctx: Context, found: Interpreted
) -> ReaimWork | UndoHandling | MarkStepWrong | OfferChoice | CancelDialogue | None:
    """What puts the slip right; None where the words tell of none."""
    mine = [ticket for ticket in found.situation.tickets if ticket.mine == "assignee"]
    named = step_slip(found.words, mine) if mine else None
    if named is not None and named.step != Move.HANDLE:
        return MarkStepWrong(Move(named.step), named.wrong, named.right, named.instead)
    if not mine or _is_of_others(found.interpretation.best):
        return None
    back = _end_meant(found, mine) if takes_back_end(found.words) else None
    if back is not None:
        return UndoHandling(back, found.text)
    if takes_back_end(found.words) and _waits_for_picture(found):
        return CancelDialogue()
    if not says_slip(found.words):
        return None
    last = step_just_taken(ctx)
    meant = None if last is None else put_straight(found.words, last.number, mine)
    if last is None or meant is None:
        return None
    if last.kind == Move.HANDLE and not meant.note and not meant.turned:
        end = Candidate(CommandName.HANDLE_TICKET, 1.0, ticket=meant.ticket)
        return offered(found.text, [end], found.situation)
    return ReaimWork(meant.ticket, meant.note)


def _waits_for_picture(found: Interpreted) -> bool:
    """Whether an end is only waiting for its proof."""
    question = found.question
    return question is not None and question.kind == Question.EVIDENCE and question.data["move"] == Move.HANDLE


def _is_of_others(best: Candidate) -> bool:
    return best.command in _NO_SLIP and best.probability >= SURELY


def _end_meant(found: Interpreted, mine: list[OwnTicket]) -> str | None:
    """The ticket whose end is taken back: the one that is named, else the only one, or the one that was just spoken of."""
    ended = [ticket for ticket in mine if ticket.state == "handled"]
    named = named_alone(found.words, mine)
    if named is not None:
        return named.number if named in ended else None
    if len(ended) == 1:
        return ended[0].number
    return next((ticket.number for ticket in ended if ticket.number == found.situation.just), None)
