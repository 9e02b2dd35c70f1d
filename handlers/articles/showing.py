"""照片上墙, 撤下照片: a matter's pictures before and after, looked at by somebody first."""

from governance.permissions import Act, may_at
from handlers.articles.commands import HidePhotos, ShowPhotos
from handlers.articles.outcomes import NoSuchPhotos, PhotosHidden, PhotosShown, PhotosWithoutConsent
from handlers.catalogue import executes
from handlers.context import Context
from handlers.outcomes import Refuse
from handlers.posts import require, rights_area, sender_terms
from storage.audit import AuditEntry, note_for
from storage.photo_wall import PhotoPair, hide_photos, pair_of, show_photos


@executes(ShowPhotos)
def show(command: ShowPhotos, ctx: Context) -> PhotosShown | NoSuchPhotos | PhotosWithoutConsent:
    """Just those two that were looked at; what was sent after them is not on the wall by itself."""
    pair = _pair(ctx, command.ticket)
    if not pair.shown and (pair.before, pair.after) != (command.before, command.after):
        return NoSuchPhotos(pair.number)
    if not command.consent:
        return PhotosWithoutConsent(pair.number)
    assert ctx.person_id is not None
    if show_photos(ctx.uow, pair.number, pair.before, pair.after, ctx.person_id, ctx.now):
        note_for(ctx.uow, ctx.account_id, AuditEntry("photos.show", f"ticket:{pair.number}"), ctx.now)
    return PhotosShown(pair.number)


@executes(HidePhotos)
def hide(command: HidePhotos, ctx: Context) -> PhotosHidden | NoSuchPhotos:
    """At once."""
    pair = _pair(ctx, command.ticket)
    if hide_photos(ctx.uow, pair.number):
        note_for(ctx.uow, ctx.account_id, AuditEntry("photos.hide", f"ticket:{pair.number}"), ctx.now)
    return PhotosHidden(pair.number)


def _pair(ctx: Context, number: str) -> PhotoPair:
    """Raises Refuse for what is not there for the sender, whether there is such a thing or not."""
    require(ctx, Act.DISPATCH)
    pair = pair_of(ctx.uow, number.strip().upper())
    if pair is None or not may_at(Act.DISPATCH, sender_terms(ctx), *rights_area(ctx, pair.place_id)):
        raise Refuse(NoSuchPhotos(number.strip().upper()))
    return pair
