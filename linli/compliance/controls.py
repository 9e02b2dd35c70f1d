"""Measures of protection of the second grade (GB/T 22239-2019), each with how it stands here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from linli.compliance import control_texts as words
from linli.compliance.facts import Facts


class Standing(StrEnum):
    """How a measure stands."""

    MET = "met"
    """By the program, as configured now."""
    LACKS = "lacks"
    """The configuration does not do it."""
    BY_HAND = "by_hand"
    """Nothing that a program can see: the operator says how."""


@dataclass(frozen=True)
class Control:
    """A measure. `looks`: whether it is met, where that can be seen."""

    area: str
    name: str
    how: str
    looks: Callable[[Facts], bool] | None = None


@dataclass(frozen=True)
class Stood:
    """A measure as it stands."""

    control: Control
    standing: Standing


CONTROLS: tuple[Control, ...] = (
    Control(words.COMPUTING, "身份鉴别", words.SIGN_IN, lambda _facts: True),
    Control(words.COMPUTING, "身份鉴别：传输加密", words.HTTPS, lambda facts: facts.https),
    Control(words.COMPUTING, "访问控制", words.RIGHTS, lambda _facts: True),
    Control(words.COMPUTING, "安全审计", words.AUDIT, lambda facts: facts.rules.audit_days >= 184),
    Control(words.COMPUTING, "安全审计：记录未被改动", words.CHAIN, lambda facts: not facts.chain.flaws),
    Control(words.COMPUTING, "入侵防范：输入检验", words.INPUT, lambda _facts: True),
    Control(words.COMPUTING, "恶意代码防范", words.MALWARE),
    Control(words.COMPUTING, "数据完整性：微信消息", words.SAFE_MODE, lambda facts: facts.safe_mode),
    Control(words.COMPUTING, "数据保密：姓名、电话加密", words.ENCRYPTED, lambda facts: facts.key_private),
    Control(words.COMPUTING, "数据备份恢复", words.BACKUP, lambda facts: _fresh(facts)),
    Control(words.COMPUTING, "数据备份恢复：异地", words.ELSEWHERE),
    Control(words.COMPUTING, "剩余信息保护", words.ERASING, lambda _facts: True),
    Control(words.COMPUTING, "个人信息保护：最少收集、按期删除", words.KEEPING, lambda _facts: True),
    Control(words.COMPUTING, "个人信息保护：本人的请求一天内办", words.REQUESTS, lambda facts: facts.late == 0),
    Control(words.NETWORK, "通信传输", words.NETWORK_HTTPS, lambda facts: facts.https),
    Control(words.NETWORK, "数据库连接", words.DATABASE, lambda facts: not facts.remote_database),
    Control(words.BORDER, "边界防护", words.PROXY, lambda facts: _inside(facts)),
    Control(words.BORDER, "访问控制、入侵防范", words.FIREWALL),
    Control(words.CENTRE, "系统管理、审计管理", words.ROLES, lambda _facts: True),
    Control(words.PHYSICAL, "机房、防盗、防火、电力", words.ROOM),
    Control(words.MANAGEMENT, "安全管理制度", words.POLICY),
    Control(words.MANAGEMENT, "安全管理机构和人员", words.STAFF),
    Control(words.MANAGEMENT, "安全建设管理：定级备案、测评", words.FILING),
    Control(words.MANAGEMENT, "安全运维管理：应急预案", words.EMERGENCY),
)


def stood(facts: Facts) -> list[Stood]:
    """Each measure as it stands now."""
    return [Stood(control, _standing(control, facts)) for control in CONTROLS]


def _standing(control: Control, facts: Facts) -> Standing:
    if control.looks is None:
        return Standing.BY_HAND
    return Standing.MET if control.looks(facts) else Standing.LACKS


def _fresh(facts: Facts) -> bool:
    """A backup of the last two days."""
    return facts.last_backup is not None and facts.at - facts.last_backup < timedelta(days=2)


def _inside(facts: Facts) -> bool:
    """It listens on the machine only, so that what comes from outside comes through the proxy."""
    return facts.bind.startswith(("127.", "[::1]", "localhost"))
