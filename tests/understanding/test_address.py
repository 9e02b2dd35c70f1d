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
        ("海河路88弄12号301室", {"road": "海河路", "roadno": "88弄", "roomno": "301室"}),
        ("双龙大道1698弄5号", {"road": "双龙大道", "roadno": "1698弄"}),
        ("人民路5号12号", {"road": "人民路", "roadno": "5号", "houseno": "12号"}),
        ("人民路5号3号楼", {"road": "人民路", "roadno": "5号", "houseno": "3号楼"}),
        ("解放路12号2单元6号", {"road": "解放路", "roadno": "12号", "cellno": "2单元", "roomno": "6号"}),
        ("解放路7号3层15号", {"road": "解放路", "roadno": "7号", "floorno": "3层", "roomno": "15号"}),
        ("解放路12号3幢6号", {"road": "解放路", "roadno": "12号", "houseno": "3幢", "cellno": "6号"}),
        ("解放路12号3幢123号", {"road": "解放路", "roadno": "12号", "houseno": "3幢", "cellno": "123号"}),
        ("解放路12号3幢1234号", {"road": "解放路", "roadno": "12号", "houseno": "3幢", "roomno": "1234号"}),
        ("翠园小区3号", {"roadno": "3号"}),
        ("梧桐路翠园6号", {"road": "梧桐路", "roadno": "6号"}),
        ("天河区五山路三号", {"road": "五山路", "roadno": "三号"}),
        ("江宁区将军大道东12号", {"road": "将军大道", "roadno": "12号"}),
        ("示例市鼓楼区汉口西路22号", {"road": "汉口西路", "roadno": "22号"}),
        ("示例省示例市武侯区科华北路58号", {"road": "科华北路", "roadno": "58号"}),
        ("我们都住在科华北路58号", {"road": "科华北路", "roadno": "58号"}),
        ("我们都住在那边科华路58号", {"road": "科华路", "roadno": "58号"}),
        ("王家村中心路6号", {"road": "中心路", "roadno": "6号"}),
        ("南京西路", {"road": "南京西路"}),
        ("长江路中段15号", {"road": "长江路中段", "roadno": "15号"}),
        ("和燕路251-7号", {"road": "和燕路", "roadno": "251-7号"}),
        ("某某大街一百二十号", {"road": "某某大街", "roadno": "一百二十号"}),
        ("光华路3号院2号楼1单元501室",
         {"road": "光华路", "roadno": "3号", "houseno": "2号楼", "cellno": "1单元", "roomno": "501室"}),
        ("3号楼2-301", {"houseno": "3号楼", "cellno": "2", "roomno": "301"}),
        ("三幢1-502", {"houseno": "三幢", "cellno": "1", "roomno": "502"}),
        ("5-301", {"houseno": "5", "roomno": "301"}),
        ("A3-1203", {"houseno": "A3", "roomno": "1203"}),
        ("3幢3幢", {"houseno": "3幢"}),
        ("3幢2单元4单元", {"houseno": "3幢", "cellno": "2单元"}),
        ("12幢B座地下一层", {"houseno": "12幢", "floorno": "地下一层"}),
        ("西单元402", {"cellno": "西单元", "roomno": "402"}),
        ("402西单元501室", {"cellno": "西单元", "roomno": "501室"}),
        ("20楼2001", {"floorno": "20楼", "roomno": "2001"}),
        ("1502", {"roomno": "1502"}),
        ("示例区人民中路5号", {"road": "人民中路", "roadno": "5号"}),
        ("示例区一二三人民路5号", {"road": "一二三人民路", "roadno": "5号"}),
        ("人民路5号402和501室", {"road": "人民路", "roadno": "5号", "roomno": "402"}),
        ("3号线地铁", {}),
        ("街道办事处", {}),
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
