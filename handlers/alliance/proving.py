"""节点完成: a milestone is proved once, in words, with pictures before or after them."""

from governance.notices import NoticeKind
from handlers.alliance import words
from handlers.alliance.commands import AddMilestonePicture, ProveMilestone
from handlers.alliance.finding import Sides, deadline_of, everybody, has_to_do, lines_of, own_sides, sides_of
from handlers.alliance.outcomes import (
    MilestonePictureKept,
    MilestoneProved,
    NobodyWaits,
    NoMilestoneForPicture,
    NoSide,
    NoSuchMilestone,
    ProofWanted,
    WhichMilestone,
)
from handlers.alliance.queries import waiting_milestone
from handlers.catalogue import executes
from handlers.context import Context
from handlers.conversation.questions import Question, Wants, ask, ask_slot, asked, settled
from handlers.notices import tell
from handlers.outcomes import Refuse
from handlers.posts import sender
from storage.accounts import change_account
from storage.alliance import (
    MilestoneRow,
    agreement_by_id,
    agreements_of,
    milestone_by_id,
    milestones_of,
    open_milestones_owned,
    pairing_by_id,
    prove,
)
from storage.milestone_pictures import count_beside, lay_beside, loose_pictures
from storage.organisations import branches_of
from storage.people import names_of
from storage.serving import followed_accounts
from understanding.command_names import CommandName

LISTED = 6


@executes(ProveMilestone)
def proved(
    command: ProveMilestone, ctx: Context
) -> MilestoneProved | NobodyWaits | ProofWanted | WhichMilestone | NoSuchMilestone | NoSide:
    """By who answers for it, for one of the branches, or looks after the alliance."""
    milestone, sides = _meant(ctx, command)
    if milestone.proved_at is not None or milestone.dropped_at is not None:
        return _too_late(ctx, milestone)
    if not command.note:
        before = f"节点 {milestone.id} 完成 "
        ask_slot(ctx, CommandName.PROVE_MILESTONE, before=before, lacks="note")
        return ProofWanted(milestone.id, milestone.title)
    person = ctx.person_id
    assert person is not None  # whose it is, is somebody of the roster
    if not prove(ctx.uow, milestone.id, person, command.note, ctx.now):
        newest = milestone_by_id(ctx.uow, milestone.id)
        assert newest is not None
        return _too_late(ctx, newest)
    pictures = _pictures_before(ctx, milestone.id)
    _tell_both(ctx, milestone, sides, command.note)
    if ctx.sender.channel != "console":
        ask(ctx, Question.MILESTONE_PHOTO, milestone=milestone.id)
    rest = [each for each in milestones_of(ctx.uow, [milestone.agreement_id]) if each.proved_at is None]
    following = next(iter(lines_of(ctx, [each for each in rest if each.dropped_at is None])), None)
    return MilestoneProved(milestone.id, milestone.title, ctx.today > milestone.due_on, len(pictures), following)


@executes(AddMilestonePicture)
def add_picture(command: AddMilestonePicture, ctx: Context) -> MilestonePictureKept | NoMilestoneForPicture:
    """As many as come while the question is open; only beside what the sender has just proved."""
    milestone = milestone_by_id(ctx.uow, command.milestone)
    pictures = loose_pictures(ctx.uow, ctx.sender.id, ctx.now)
    if milestone is None or not pictures or waiting_milestone(ctx) != milestone.id:
        return NoMilestoneForPicture()
    lay_beside(ctx.uow, milestone.id, pictures)
    return MilestonePictureKept(milestone.id, milestone.title, count_beside(ctx.uow, milestone.id))


def _meant(ctx: Context, command: ProveMilestone) -> tuple[MilestoneRow, Sides]:
    """The milestone that is meant; of several it is asked which. Raises Refuse."""
    if command.milestone is not None:
        milestone = milestone_by_id(ctx.uow, command.milestone)
        if milestone is None:
            raise Refuse(NoSuchMilestone(command.milestone))
        return milestone, _with_right(ctx, milestone)
    found = _open(ctx)
    if not found:
        raise Refuse(NoSuchMilestone(None))
    if len(found) > 1:
        ask_slot(
            ctx, CommandName.PROVE_MILESTONE, before=f"节点完成 {command.note} 编号", wants=Wants.NUMBER, lacks="number"
        )
        raise Refuse(WhichMilestone(tuple(lines_of(ctx, found[:LISTED]))))
    return found[0], _with_right(ctx, found[0])


def _open(ctx: Context) -> list[MilestoneRow]:
    """What waits for the sender: theirs in person, else of their pairings."""
    person = sender(ctx)
    owned = [] if person is None else open_milestones_owned(ctx.uow, person.id)
    if owned:
        return owned
    agreed = agreements_of(ctx.uow, [each.pairing.id for each in own_sides(ctx)])
    found = milestones_of(ctx.uow, [each.id for each in agreed])
    return [each for each in found if each.proved_at is None and each.dropped_at is None]


def _with_right(ctx: Context, milestone: MilestoneRow) -> Sides:
    """Both sides, where the sender has to do with it. Raises Refuse."""
    person = sender(ctx)
    if person is None or person.left:
        raise Refuse(NoSide(False))
    pairing = pairing_by_id(ctx.uow, agreement_by_id(ctx.uow, milestone.agreement_id).pairing_id)
    assert pairing is not None
    mine = {branch.id for branch in branches_of(ctx.uow, person.id, ctx.now)}
    (sides,) = sides_of(ctx, [pairing], mine)
    if milestone.owner_id != person.id and not has_to_do(ctx, person.id, sides):
        raise Refuse(NoSuchMilestone(milestone.id))
    return sides


def _too_late(ctx: Context, milestone: MilestoneRow) -> NobodyWaits:
    by = names_of(ctx.uow, [milestone.proved_by]) if milestone.proved_by else {}
    who = by.get(milestone.proved_by or 0)
    return NobodyWaits(milestone.id, milestone.title, who, milestone.proved_at or milestone.dropped_at)


def _pictures_before(ctx: Context, milestone_id: int) -> list[int]:
    """What was sent before the words, and waited for them."""
    if ctx.sender.loose_media_at is None:
        return []
    pictures = loose_pictures(ctx.uow, ctx.sender.id, ctx.now - ctx.config.rules.question_window)
    if pictures:
        lay_beside(ctx.uow, milestone_id, pictures)
        change_account(ctx.uow, ctx.sender.id, loose_media_at=None)
        ctx.sender.loose_media_at = None
        question = asked(ctx)
        if question is not None and question.kind == Question.PROBLEM:
            settled(ctx)
    return pictures


def _tell_both(ctx: Context, milestone: MilestoneRow, sides: Sides, note: str) -> None:
    """Both sides and who answers for it, save who proved it."""
    late = ctx.today > deadline_of(ctx, milestone).due_on
    text = words.proved(milestone, sides, note, late)
    accounts = followed_accounts(
        ctx.uow, [each for each in everybody(ctx, sides, milestone.owner_id) if each != ctx.person_id]
    )
    tell(ctx, accounts, f"milestone:{milestone.id}:proved", NoticeKind.ALLIANCE, text, again=True)
