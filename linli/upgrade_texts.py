"""What an upgrade of the database says."""

from collections.abc import Sequence

from storage.upgrading import Applied, Indexed, LeftToFill, Progress, Resumed

FILLINGS = {
    "dues": "已结工单的承诺时间",
    "masks": "旧工单里的人名和号码（打码、加密）",
    "words": "旧消息、推送和记录的加密",
}
LEFT = (
    "结构已可使用。旧数据还有 {count} 项没补完：{names}。"
    "定时服务启动后会自动补完，期间照常收消息；也可以运行 linli db upgrade --finish 现在补完。"
)
FILLED = "补完：{name}。"
FILL_FIRST = "升级后的旧数据还没补完，现在还查不全谁在哪些工单里。请先运行 linli db upgrade --finish。"


def said(progress: Progress) -> str:
    """One line for an operator."""
    match progress:
        case Resumed(began, stands):
            return f"上次升级（从 {began} 开始）没有做完，停在 {stands}：做完的步骤都还在，做到一半的一步已撤回。现在接着做。"
        case Applied(version):
            return f"结构升级到 {version}。"
        case Indexed(name):
            return f"索引建好：{name}。"
        case LeftToFill(names):
            return left(names)


def left(names: Sequence[str]) -> str:
    """What old rows still lack."""
    return LEFT.format(count=len(names), names="、".join(FILLINGS[name] for name in names))
