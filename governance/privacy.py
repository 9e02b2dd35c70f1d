"""The information notice: whose it is, and which version is in force."""

from dataclasses import dataclass

SHIPPED = "2026-11-26"
"""The day of the shipped text; a change of its words is a new day."""


@dataclass(frozen=True)
class InformationNotice:
    """`name`: who keeps the data; `contact`: whom to turn to. Source: 个人信息保护法 第十七条.

    `own`: the subdistrict's own mark for a change of these or of its rules, part of the version.
    """

    name: str = "本街道办事处"
    contact: str = "社区服务窗口"
    own: str = ""

    @property
    def version(self) -> str:
        """What is kept beside who was shown it."""
        return f"{SHIPPED}/{self.own}" if self.own else SHIPPED
