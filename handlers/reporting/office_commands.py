"""What staff put right in a report at its page."""

from dataclasses import dataclass

from governance.permissions import PERMISSIONS, Act
from governance.tickets.urgency import Urgency
from handlers.catalogue import Effect, command, slot
from understanding.intents import Intent


@command("改工单内容", Intent.CORRECT, effect=Effect.BINDING, roles=PERMISSIONS[Act.DISPATCH])
@dataclass(frozen=True)
class ChangeFacts:
    """Another place, category or urgency, with why; what is left empty stays as it is."""

    ticket: str = slot("工单编号")
    where: str = slot("改成哪里", default="")
    category: str = slot("改成哪类", default="")
    urgency: Urgency | None = slot("改成多急", default=None)
    why: str = slot("为什么改", default="")
