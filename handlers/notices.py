"""Notices to those who work at a place; written to the outbox with their cause."""

from handlers.turn import Turn
from storage.accounts import grid_worker_accounts
from storage.outbox import owe


def tell_grid_workers(turn: Turn, place_id: int, number: str, cause: str, text: str) -> None:
    """Owes each grid worker of the place one notice a ticket and cause, save the sender themselves."""
    for account_id in grid_worker_accounts(turn.uow, place_id, turn.now):
        if account_id != turn.account.id:
            owe(
                turn.uow, dedupe_key=f"{cause}:{number}:{account_id}", account_id=account_id, kind=cause, text=text,
                now=turn.now,
            )  # fmt: skip
