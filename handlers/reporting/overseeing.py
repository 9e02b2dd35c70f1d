"""What staff ask of the whole: how things stand; and what they want residents told."""

from governance.permissions import Act
from handlers.catalogue import execute, executes
from handlers.context import Context
from handlers.posts import require
from handlers.reporting.commands import NotifyResidents, ShowArea, ShowOverview
from handlers.reporting.outcomes import NotifiesLater, OpenInArea


@executes(ShowOverview)
def overview(_command: ShowOverview, ctx: Context) -> OpenInArea:
    """What is open where the sender works."""
    found: OpenInArea = execute(ShowArea(), ctx)
    return found


@executes(NotifyResidents)
def notify(command: NotifyResidents, ctx: Context) -> NotifiesLater:
    """Understood, and not sent: nothing goes to many at once before it can be taken back."""
    require(ctx, Act.DISPATCH)
    return NotifiesLater(command.text)
