"""Notices to those who work at a place; written to the outbox with their cause."""

from collections.abc import Sequence

from governance.roles import Role
from handlers.posts import serving_at
from handlers.turn import Turn
from storage.outbox import owe
from storage.serving import followed_accounts

ANSWERABLE = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""Who is told of a report: the grid worker; where none can be reached, the next in the line."""


ALARMED = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_LEAD)
"""Who is told of a danger at once, at any hour. Source: design, section 5."""


def tell(turn: Turn, accounts: Sequence[int], key: str, kind: str, text: str) -> None:
    """Owes each account one notice a `key`, save the sender."""
    for account_id in accounts:
        if account_id != turn.account.id:
            owe(turn.uow, dedupe_key=f"{key}:{account_id}", account_id=account_id, kind=kind, text=text, now=turn.now)


def tell_grid_workers(turn: Turn, place_id: int, number: str, cause: str, text: str) -> None:
    """Tells those who answer for the place, each once a ticket and cause."""
    acting = serving_at(turn, place_id)
    for role in ANSWERABLE:
        accounts = followed_accounts(turn.uow, [servant.person for servant in acting if servant.role is role])
        if accounts:
            tell(turn, accounts, f"{cause}:{number}", cause, text)
            return


def tell_of_hazard(turn: Turn, place_id: int, number: str, text: str) -> None:
    """Tells everybody from the grid worker up to the subdistrict's lead, each once a ticket."""
    people = [servant.person for servant in serving_at(turn, place_id) if servant.role in ALARMED]
    tell(turn, followed_accounts(turn.uow, list(dict.fromkeys(people))), f"new:{number}", "hazard", text)
