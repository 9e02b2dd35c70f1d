"""What a scan or a position of somebody is expected for."""

from handlers.context import Context
from handlers.conversation.questions import Question, asked
from handlers.duty.attend import shift_due
from handlers.duty.members import Member, known_member
from storage.dialogues import OpenQuestion
from storage.duty.shifts import ShiftRow
from storage.duty.sign_ups import SignUpRow


def scan_checks_in(ctx: Context) -> bool:
    """Whether a scan of a place's code checks the sender in; to a resident it only shows the place."""
    who = known_member(ctx)
    return who is not None and bool(who.terms)


def position_checks_in(ctx: Context) -> bool:
    """Whether a position that the sender sends now shows that they are where they check in."""
    who = known_member(ctx)
    return who is not None and (awaited_at(ctx, who) is not None or asked_for(ctx) is not None)


def awaited_at(ctx: Context, who: Member) -> tuple[SignUpRow, ShiftRow] | None:
    """The shift that a position counts for, unless another question waits for one."""
    due = shift_due(ctx, who.person_id)
    if due is None or due[0].state != "signed":
        return None
    question = asked(ctx)
    return due if question is None or question.kind == Question.THERE else None


def asked_for(ctx: Context) -> OpenQuestion | None:
    """The question for a position that is open, if it is the one that waits."""
    question = asked(ctx)
    return question if question is not None and question.kind == Question.THERE else None
