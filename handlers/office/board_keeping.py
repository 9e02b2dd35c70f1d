"""Keeping views of the board, and setting it up: for oneself, and (by who manages the office) for all who hold a role."""

from governance.board_views import LONGEST_ASKED, LONGEST_NAME, MOST_VIEWS, columns_shown
from governance.permissions import PERMISSIONS, Act
from handlers.catalogue import executes
from handlers.context import Context
from handlers.office.board_commands import DropBoardView, KeepBoardView, OpenWithView, SetBoardWishes
from handlers.office.board_outcomes import (
    NoSuchView,
    OpensWith,
    TooManyViews,
    ViewDropped,
    ViewHow,
    ViewKept,
    WishesSet,
)
from handlers.outcomes import Refuse
from handlers.posts import require, sender_terms
from storage.audit import AuditEntry, note_for
from storage.console.board_views import ViewRow, drop_view, keep_view, other_views, set_wishes, view_by_id, views_of


@executes(KeepBoardView)
def keep(command: KeepBoardView, ctx: Context) -> ViewKept | ViewHow | TooManyViews:
    """The same name again gets the other filters."""
    require(ctx, Act.MANAGE if command.role else Act.USE_CONSOLE)
    name, asked, role = command.name.strip(), command.asked, command.role or None
    known = {each.value for each in PERMISSIONS[Act.USE_CONSOLE]}
    if not 0 < len(name) <= LONGEST_NAME or len(asked) > LONGEST_ASKED or (role is not None and role not in known):
        return ViewHow(LONGEST_NAME)
    owner = None if role is not None else _who(ctx)
    if other_views(ctx.uow, owner, role, name) >= MOST_VIEWS:
        return TooManyViews(MOST_VIEWS)
    keep_view(ctx.uow, owner, role, name, asked, ctx.now)
    if role is not None:
        note_for(ctx.uow, ctx.account_id, AuditEntry("board.view_kept", f"role:{role}", name), ctx.now)
    return ViewKept(name)


@executes(DropBoardView)
def drop(command: DropBoardView, ctx: Context) -> ViewDropped | NoSuchView:
    """Nobody's board opens with it any more."""
    require(ctx, Act.USE_CONSOLE)
    view = view_by_id(ctx.uow, command.view)
    if view is None or (view.role is None and view.person_id != ctx.person_id):
        return NoSuchView()
    if view.role is not None:
        require(ctx, Act.MANAGE)
        note_for(ctx.uow, ctx.account_id, AuditEntry("board.view_dropped", f"role:{view.role}", view.name), ctx.now)
    drop_view(ctx.uow, view.id)
    return ViewDropped(view.name)


@executes(OpenWithView)
def open_with(command: OpenWithView, ctx: Context) -> OpensWith | NoSuchView:
    """One of their own, or of a role that they hold."""
    require(ctx, Act.USE_CONSOLE)
    view = None if command.view is None else _theirs(ctx, command.view)
    set_wishes(ctx.uow, _who(ctx), start_id=None if view is None else view.id)
    return OpensWith(None if view is None else view.name)


@executes(SetBoardWishes)
def set_up(command: SetBoardWishes, ctx: Context) -> WishesSet:
    """As it is said, whole."""
    require(ctx, Act.USE_CONSOLE)
    columns = columns_shown(command.columns)
    set_wishes(
        ctx.uow,
        _who(ctx),
        columns=",".join(columns),
        bell=command.bell,
        counted=command.counted,
        desktop=command.desktop,
    )
    return WishesSet()


def _who(ctx: Context) -> int:
    assert ctx.person_id is not None  # who has the right is somebody
    return ctx.person_id


def _theirs(ctx: Context, view_id: int) -> ViewRow:
    roles = {term.role.value for term in sender_terms(ctx)}
    found = next((each for each in views_of(ctx.uow, _who(ctx), roles) if each.id == view_id), None)
    if found is None:
        raise Refuse(NoSuchView())
    return found
