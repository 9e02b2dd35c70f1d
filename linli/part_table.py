"""What serves, each a process of its own: one table for `linli up`, for systemd's units and for containers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServingPart:
    """A part: its name, which is its command too; `label`: what it does; `listens`: whether the proxy speaks with it."""

    name: str
    label: str
    listens: bool = False


PARTS = (
    ServingPart("web", "消息入口、网页", listens=True),
    ServingPart("worker", "后台：下载附件、发送推送、办理到期的事"),
    ServingPart("scheduler", "定时"),
)
