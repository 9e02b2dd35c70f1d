"""Notices to those who work at a place; written to the outbox with their cause."""

from collections.abc import Sequence

from governance.roles import Role
from handlers.posts import serving_at
from handlers.scene import Scene
from storage.outbox import owe, owed_already
from storage.serving import followed_accounts

ANSWERABLE = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY)
"""Who is told of a report: the grid worker; where none can be reached, the next in the line."""


ALARMED = (Role.GRID_WORKER, Role.GRID_HEAD, Role.COMMUNITY_SECRETARY, Role.DISPATCHER, Role.SUBDISTRICT_LEAD)
"""Who is told of a danger at once, at any hour. Source: design, section 5."""


def tell(
    scene: Scene, accounts: Sequence[int], key: str, kind: str, text: str, *, again: bool = False,
    taps: Sequence[str] = (), number: str | None = None, by_night: bool = False,
) -> None:  # fmt: skip
    """Owes each account one notice a `key`, save the sender; with answers to tap.

    `again`: the same may have been owed before, and is not owed twice. `number`: the ticket it is about;
    `by_night`: it does not wait for the morning.
    """
    keys = {f"{key}:{account_id}": account_id for account_id in accounts if account_id != scene.account_id}
    known = owed_already(scene.uow, list(keys)) if again else set()
    for dedupe_key, account_id in keys.items():
        if dedupe_key not in known:
            owe(
                scene.uow, dedupe_key=dedupe_key, account_id=account_id, kind=kind, text=text, now=scene.now, taps=taps,
                number=number, by_night=by_night,
            )  # fmt: skip


def tell_grid_workers(scene: Scene, place_id: int, number: str, cause: str, text: str, *, again: bool = False) -> None:
    """Tells those who answer for the place, each once a ticket and cause."""
    acting = serving_at(scene, place_id)
    for role in ANSWERABLE:
        accounts = followed_accounts(scene.uow, [servant.person for servant in acting if servant.role is role])
        if accounts:
            tell(scene, accounts, f"{cause}:{number}", cause, text, again=again)
            return


def tell_of_hazard(scene: Scene, place_id: int | None, number: str, text: str) -> None:
    """Tells everybody from the grid worker up to the subdistrict's lead, each once a ticket.

    While nobody knows where it is, those who answer for the whole subdistrict are told.
    """
    places = [place_id] if place_id is not None else scene.places.roots()
    acting = [servant for place in places for servant in serving_at(scene, place) if servant.role in ALARMED]
    cause = "new" if place_id is not None else "somewhere"
    people = list(dict.fromkeys(servant.person for servant in acting))
    tell(scene, followed_accounts(scene.uow, people), f"{cause}:{number}", "hazard", text)
