"""What the contacts of units can ask for."""

from dataclasses import dataclass

from governance.roles import Role
from handlers.catalogue import Effect, command, slot
from handlers.reporting.commands import WithdrawReport
from understanding.intents import Intent

CONTACTS = frozenset({Role.UNIT_CONTACT})
"""Contacts of units hold no post for it: the alliance's workbook says who they are."""


@command(
    "企业诉求",
    Intent.ALLIANCE,
    effect=Effect.REVERSIBLE,
    roles=CONTACTS,
    examples=("企业诉求 园区停车位不够", "我们公司想问装修许可怎么办，一直没人回"),
    back=WithdrawReport,
)
@dataclass(frozen=True)
class FileEnterpriseRequest:
    """Say what an enterprise needs."""

    text: str = slot("企业需要什么", default="")


@command("是哪家单位的诉求", Intent.ALLIANCE, effect=Effect.BINDING, roles=CONTACTS)
@dataclass(frozen=True)
class NameRequestUnit:
    """Say for which of the sender's units a request is that was just filed."""

    number: str = slot("工单")
    unit: int = slot("单位")
