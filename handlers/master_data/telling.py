"""Tells administrators who was given a post that opens much."""

from governance.notices import NoticeKind
from governance.roster.changes import Changes
from governance.roster.giving import told_of
from governance.texts import ROLE
from handlers.context import Context
from handlers.master_data.barring import GIVEN
from handlers.notices import tell
from handlers.posts import administrators
from storage.people import person_by_id


def code_of_sender(ctx: Context) -> str:
    """The roster's code of whoever does this."""
    found = None if ctx.person_id is None else person_by_id(ctx.uow, ctx.person_id)
    return "" if found is None else found.code


def tell_of_posts(ctx: Context, changes: Changes, by: str) -> None:
    """Each administrator hears once of one change."""
    given = told_of(changes)
    if given:
        posts = "、".join(f"{post.person} {ROLE[post.role]}" for post in given)
        text = GIVEN.format(posts=posts, by=by)
        key = f"posts_given:{ctx.cause or f'{by}:{ctx.now:%Y%m%d%H%M%S%f}'}"[:90]
        tell(ctx, administrators(ctx), key, NoticeKind.ATTACK, text, again=True)
