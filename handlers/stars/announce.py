"""The announcement: awards that stand, their posters and pushes, once a round; what an objection held up follows by itself."""

import secrets
from collections.abc import Sequence

from governance.notices import NoticeKind
from governance.roles import Role
from governance.stars.states import AwardMove, AwardState, Consent
from handlers.context import Context
from handlers.notices import tell
from handlers.stars import texts as words
from handlers.stars.areas import inside
from handlers.stars.article import announced_text
from handlers.stars.reviewers import tell_reviewers
from storage.outbox import enqueue_notification
from storage.serving import followed_accounts
from storage.stars.announcements import add_announcement, add_poster
from storage.stars.audience import homes_at, serving_people
from storage.stars.awards import AwardRow, announced_together, awards_of_round, change_award, move_award
from storage.stars.rounds import RoundRow

HEARS = (Role.BUILDING_LEADER, Role.PARTY_MEMBER, Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""Who of those that serve in a community hears of its stars."""
MOST_POSTERS = 2
"""To one reader: their own area's and their own community's leader; a push counts against the platform's quota."""
_CODE_BYTES = 16


def audience(ctx: Context, community: int) -> dict[int, int | None]:
    """Account and home (None: not here) of everybody whom a community's stars concern."""
    places = inside(ctx, community)
    people = serving_people(ctx.uow, community, places, ctx.now, [role.value for role in HEARS])
    found: dict[int, int | None] = dict.fromkeys(followed_accounts(ctx.uow, people))
    return found | homes_at(ctx.uow, places)


def announce(ctx: Context, current: RoundRow) -> list[AwardRow]:
    """Announces what stands on notice and has its person's consent; answers that. The round is locked."""
    standing = []
    for award in awards_of_round(ctx.uow, current.id, [AwardState.NOTICED], lock=True):
        if award.left:
            move_award(ctx.uow, award.id, AwardMove.TAKE_DOWN, ended_at=ctx.now, note="left")
            told = words.MOVED_TOLD.format(name=award.name, n=award.id)
            tell_reviewers(ctx, current.place_id, f"star_moved:{award.id}", told)
        elif award.consent is Consent.GIVEN:
            standing.append(award)
    if not standing:
        return []
    announcement = add_announcement(ctx.uow, current.id, ctx.now)
    for award in standing:
        move_award(ctx.uow, award.id, AwardMove.ANNOUNCE, ended_at=ctx.now)
        change_award(
            ctx.uow, award.id, announcement_id=announcement, code=secrets.token_hex(_CODE_BYTES),
            picture_id=add_poster(ctx.uow, ctx.now),
        )  # fmt: skip
    done = announced_together(ctx.uow, announcement)
    _push(ctx, current, announcement, done)
    return done


def _push(ctx: Context, current: RoundRow, announcement: int, done: Sequence[AwardRow]) -> None:
    """To everybody of the community one text, and the posters of their own area; to each winner their certificate."""
    by_area = {award.area_id: award for award in done}
    winners = {award.person_id: award for award in done if award.person_id is not None}
    reached = audience(ctx, current.place_id)
    for account, home in reached.items():
        line = [] if home is None else ctx.places.line_of(home)
        own = [by_area[place] for place in line if place in by_area]
        text = announced_text(ctx, done, own[0].area_id if own else None)
        enqueue_notification(
            ctx.uow,
            dedupe_key=f"star:{announcement}:{account}",
            account_id=account,
            kind=NoticeKind.STAR,
            text=text,
            now=ctx.now,
        )
        for award in (own or list(done))[:MOST_POSTERS]:
            enqueue_notification(
                ctx.uow, dedupe_key=f"star_poster:{award.id}:{account}", account_id=account, kind=NoticeKind.STAR, text="",
                now=ctx.now, picture_id=award.picture_id,
            )  # fmt: skip
    for person, award in winners.items():
        url = f"{ctx.config.public_url}/awards/{award.code}"
        text = words.WINNER.format(
            month=words.month_said(award.month),
            kind=words.KIND[award.kind],
            area=ctx.places.full_name(award.area_id),
            url=url,
        )
        tell(ctx, followed_accounts(ctx.uow, [person]), f"star_winner:{award.id}", NoticeKind.STAR_ASK, text)
    told = words.ANNOUNCED_TOLD.format(month=words.month_said(current.month), count=len(done), told=len(reached))
    stopped = awards_of_round(ctx.uow, current.id, [AwardState.STOPPED])
    if stopped:
        names = "、".join(award.name for award in stopped)
        told += "\n" + words.STOPPED_LEFT.format(count=len(stopped), names=names)
    tell_reviewers(ctx, current.place_id, f"star_announced:{announcement}", told)
