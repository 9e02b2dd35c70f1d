"""An award is taken down wherever it can be: pages, poster, certificate, what has not gone out, the account's draft."""

from governance.stars.states import AwardMove, AwardState, Consent
from handlers.context import Context
from handlers.stars.article import announced_text, notice_text
from storage.audit import AuditEntry, note_for
from storage.stars.announcements import announcement_by_id, change_draft
from storage.stars.awards import AwardRow, announced_together, awards_of_round, change_award, move_award
from storage.stars.recall import drop_pictures, reword, withdraw_picture
from storage.stars.rounds import round_by_id


def take_down(ctx: Context, award: AwardRow, why: str) -> bool:
    """Withdraws what is public or on its way there; False when it is neither. What people have received stays with them."""
    if not move_award(ctx.uow, award.id, AwardMove.TAKE_DOWN, ended_at=ctx.now, note=why):
        return False
    refused = {"consent": Consent.REFUSED.value} if why == "consent withdrawn" else {}
    change_award(ctx.uow, award.id, public_name=None, deeds=None, **refused)
    if award.picture_id is not None:
        withdraw_picture(ctx.uow, award.picture_id, ctx.now)
        drop_pictures(ctx.uow, award.picture_id, why)
    _reword(ctx, award)
    note_for(ctx.uow, ctx.account_id, AuditEntry("star.taken_down", f"award:{award.id}", why), ctx.now)
    return True


def _reword(ctx: Context, award: AwardRow) -> None:
    """What has not gone out says nothing of it any more, and still says what stands."""
    if award.announcement_id is None:
        standing = awards_of_round(ctx.uow, award.round_id, [AwardState.NOTICED])
        until = round_by_id(ctx.uow, award.round_id).dates.announce_at
        text = notice_text(ctx, standing, until) if standing else None
        reword(ctx.uow, f"star_notice:{award.round_id}:", text)
        return
    reword(ctx.uow, f"star_notice:{award.round_id}:", None)
    left = announced_together(ctx.uow, award.announcement_id)
    text = announced_text(ctx, left) if left else None
    reword(ctx.uow, f"star:{award.announcement_id}:", text)
    announcement = announcement_by_id(ctx.uow, award.announcement_id)
    if announcement.draft in ("made", "sending", "doubtful"):
        change_draft(ctx.uow, announcement.id, "to_delete")
    elif announcement.draft == "wanted" and not left:
        change_draft(ctx.uow, announcement.id, "deleted")
