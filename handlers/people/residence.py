"""Where somebody lives, written."""

from handlers.context import Context
from storage.accounts import change_account


def move_in(ctx: Context, place_id: int, household: str | None = None) -> None:
    """Writes the sender's building, with the household where the room is known; another building is another household."""
    values = {"household": household} if household or place_id != ctx.sender.place_id else {}
    change_account(ctx.uow, ctx.sender.id, place_id=place_id, **values)
    ctx.sender.place_id = place_id
