"""What operators read about the audit and about personal data."""

CHAIN = "已封存 {rows} 条，待封存 {waiting} 条，依法删除内容的 {erased} 条。"
HEAD = "链头 {head}（记在别处，以后用 --head 核对）"
CHAIN_WHOLE = "校验链完整。"
CHAIN_BROKEN = "校验链有 {count} 处不对："
MORE_FLAWS = "……还有 {count} 处"
BAD_HEAD = "链头 {head} 看不懂，应是“序号:校验值”，从 linli audit verify 的输出或日志里抄。"
RULES_PRIVACY = (
    "规则文件 {path} 里的 [privacy] 写得不对："
    "可写 name（单位名称）、contact（联系方式）、version（自己的版本号，最多 12 字），都是文字。"
)
LEDGER_READ = "删除名单：{path}"
NO_LEDGER = (
    "提醒：已经恢复了，只是没有找到删除名单 {path}。备份以后没有人注销过就不用管；有的话，把名单放回去，"
    "运行 linli person forget-again --since 备份的时刻。"
)
_FLAWS = {
    "changed": "第 {first} 号封存的记录（编号 {row}）和封存时不一样，被改过",
    "missing": "第 {span} 号封存的记录不见了",
    "emptied": "第 {first} 号封存的记录（编号 {row}）内容没有了，但审计里没有依法删除的记录",
    "cut": "第 {first} 号以前的记录不见了，但审计里没有到期清理的记录",
    "other_head": "以前记下的第 {first} 号链头不在这条链上，链被重写过",
}


def flaw(why: str, first: int, last: int, row: int | None) -> str:
    """One thing that is wrong with the chain."""
    span = str(first) if first == last else f"{first} 至 {last}"
    return _FLAWS[why].format(first=first, span=span, row="-" if row is None else row)
