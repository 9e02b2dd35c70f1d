"""应急包: a budgeted pool for emergency repairs. First solve, then settle."""

from dataclasses import dataclass
from enum import StrEnum

from governance.rules import Rules


class DrawState(StrEnum):
    """Where a draw on the pool stands."""

    DRAWN = "drawn"
    """The crew works; approval is still to come."""
    APPROVED = "approved"
    REFUSED = "refused"
    """Not paid from the pool; the amount is back in it."""
    SETTLED = "settled"
    """Approved and paid by its bill."""


class Refusal(StrEnum):
    """Why nothing was drawn."""

    OVER_CASE = "over_case"
    OVER_POOL = "over_pool"
    NO_AMOUNT = "no_amount"


@dataclass(frozen=True)
class Draw:
    """One draw; amounts are fen. `actual`: of the bill, once there is one."""

    state: DrawState
    estimate: int
    actual: int | None = None

    @property
    def cost(self) -> int:
        """What it takes out of the pool."""
        if self.state is DrawState.REFUSED:
            return 0
        return self.estimate if self.actual is None else self.actual


def balance(draws: tuple[Draw, ...], rules: Rules) -> int:
    """What is left of the year's pool, in fen; less than nothing when bills came out dearer."""
    return rules.emergency_pool_yuan * 100 - sum(draw.cost for draw in draws)


def may_draw(estimate: int, already: int, left: int, is_lead: bool, rules: Rules) -> Refusal | None:
    """Why a draw of `estimate` fen is refused; None when it may be. `already`: drawn for the same case, `left`: in the pool.

    The limit of a case binds everybody but the subdistrict's lead, the pool binds all.
    """
    if estimate <= 0:
        return Refusal.NO_AMOUNT
    if estimate > left:
        return Refusal.OVER_POOL
    if already + estimate > rules.emergency_case_yuan * 100 and not is_lead:
        return Refusal.OVER_CASE
    return None
