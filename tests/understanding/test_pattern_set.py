"""The set names every pattern that `re` would find, on any text."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from understanding.commands import COMMANDS
from understanding.hazard import SIGNS
from understanding.normalise import bare, normalise
from understanding.pattern_set import PatternSet

DATA = Path(__file__).parent.parent.parent / "benchmarks" / "data"
TEXTS = [line for name in ("hazards.txt", "near_misses.txt") for line in DATA.joinpath(name).read_text().splitlines()]
COMMAND_TEXTS = [
    "办结 12 已换灯泡",
    "接单7号",
    "绑定 王样本 0005",
    "请假 明天 由赵演示代岗",
    "报名 周六上午",
    "我住5幢",
    "催一下0007",
    "打卡",
    "好的谢谢",
]


def test_signs_of_danger_as_re_finds_them_one_by_one():
    signs = PatternSet([sign for _, _, sign in SIGNS], whole=False)
    for text in map(normalise, TEXTS):
        found = [place for place, (_, _, sign) in enumerate(SIGNS) if re.search(sign, text)]
        assert [place for place, _ in signs.matching(text)] == found


def test_commands_as_re_finds_them_one_by_one():
    commands = PatternSet([pattern for _, pattern in COMMANDS], whole=True)
    for text in (bare(normalise(each)) for each in COMMAND_TEXTS + TEXTS):
        found = [place for place, (_, pattern) in enumerate(COMMANDS) if re.fullmatch(pattern, text)]
        assert [place for place, _ in commands.matching(text)] == found


ALL = PatternSet([sign for _, _, sign in SIGNS], whole=False)


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=30).map("，".join), st.text(max_size=50))
def test_nor_is_anything_lost_in_long_or_odd_texts(text, odd):
    text = normalise(text + odd)
    found = {place for place, (_, _, sign) in enumerate(SIGNS) if re.search(sign, text)}
    assert {place for place, _ in ALL.matching(text)} == found
