import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.address import address_parts

ADDRESSES = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "addresses_dev.jsonl"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("示例市虎踞北路4号梧桐公寓5幢2单元3楼301室",
         {"road": "虎踞北路", "roadno": "4号", "houseno": "5幢", "cellno": "2单元", "floorno": "3楼", "roomno": "301室"}),
        ("汉口路22号", {"road": "汉口路", "roadno": "22号"}),
        ("梧桐花园12-3-502", {"houseno": "12", "cellno": "3", "roomno": "502"}),
        ("你好", {}),
    ],
)  # fmt: skip
def test_the_parts_of_an_address(text, parts):
    assert {part.label: text[part.start : part.end] for part in address_parts(text)} == parts


@given(st.text(max_size=80))
def test_parts_lie_in_the_text_and_do_not_overlap(text):
    parts = address_parts(text)
    assert all(0 <= part.start < part.end <= len(text) for part in parts)
    assert all(one.end <= other.start for one, other in itertools.pairwise(parts))


@pytest.mark.skipif(not ADDRESSES.exists(), reason=f"no development data at {ADDRESSES}")
def test_public_addresses_are_mostly_read_right():
    right = found = there = 0
    for line in ADDRESSES.read_text().splitlines():
        row = json.loads(line)
        read = {(part.label, part.start, part.end) for part in address_parts(row["text"])}
        gold = {
            tuple(span)
            for span in row["spans"]
            if span[0] in ("road", "roadno", "houseno", "cellno", "floorno", "roomno")
        }
        right, found, there = right + len(read & gold), found + len(read), there + len(gold)
    assert 2 * right / (found + there) >= 0.85
