"""Which community somebody names when what they say is of one community: 梧桐社区 正在换届."""

import re

from understanding.place_index import PlaceIndex

_APART = ' ,，:：、。;；()（）“”"'
_WORDS = re.compile(rf"[^\s{re.escape(_APART)}]+")
_UNKNOWN = re.compile(r"(?P<name>(?P<own>[\u4e00-\u9fff]{2,6}?)社区)")
_ORDINARY = re.compile(
    r"我|咱|本|全|各|该|这|那|因|由于|正|等|多|几|两|所有|其他|别的|有的|整个|配合|参加|协助|街道|上级|一起|跟|和|与|在|是|为|到|去|就|今|最近|现|没|不|要|给|让|请|对|向|由"
)
"""What 社区 follows without being part of a name: 我们社区, 正在等社区."""


def community_said(index: PlaceIndex, text: str) -> tuple[str, str]:
    """The community that a text names at its beginning, or else as a word of its own, and the text without it.

    Also a name that no community bears; empty where none is named. What is said in passing (因锁金社区停电) names none.
    """
    text = text.strip(_APART)
    known = _names(index)
    at = next((name for name in known if text.startswith(name)), None) or _unknown(_UNKNOWN.match(text))
    if at is not None:
        return at, text[len(at) :].strip(_APART)
    for word in _WORDS.finditer(text):
        said = word.group()
        if said in known or f"{said}社区" in known or _unknown(_UNKNOWN.fullmatch(said)) is not None:
            return said, f"{text[: word.start()].strip(_APART)} {text[word.end() :].strip(_APART)}".strip()
    return "", text


def communities_called(index: PlaceIndex, name: str) -> list[int]:
    """The communities that bear this name, or bear it with 社区 behind it."""
    return [
        node.id
        for node in index.nodes.values()
        if node.kind == "community" and {name, f"{name}社区"} & {node.name, *node.aliases}
    ]


def _names(index: PlaceIndex) -> list[str]:
    """The longest first, so that none is taken for the beginning of another."""
    communities = (node for node in index.nodes.values() if node.kind == "community")
    return sorted({name for node in communities for name in (node.name, *node.aliases)}, key=len, reverse=True)


def _unknown(found: re.Match[str] | None) -> str | None:
    return None if found is None or _ORDINARY.match(found["own"]) else found["name"]
