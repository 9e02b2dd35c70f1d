import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.intent import Intent, Meaning, meaning_of
from understanding.normalise import normalise

REPORTS = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "reports_dev.jsonl"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("进度", Meaning(Intent.PROGRESS)),
        ("我要查进度！", Meaning(Intent.PROGRESS)),
        ("进度１２", Meaning(Intent.PROGRESS, "12")),
        ("查询 NH20261124-0007", Meaning(Intent.PROGRESS, "nh20261124-0007")),
        ("办得怎么样了", Meaning(Intent.PROGRESS)),
        ("撤回", Meaning(Intent.WITHDRAW)),
        ("麻烦帮我撤销第3号工单", Meaning(Intent.WITHDRAW, "3")),
        ("帮助", Meaning(Intent.HELP)),
        ("帮助 工单", Meaning(Intent.HELP, rest="工单")),
        ("?", Meaning(Intent.HELP)),
        ("？", Meaning(Intent.HELP)),
        ("谢谢你们", Meaning(Intent.THANKS)),
        ("您好", Meaning(Intent.GREETING)),
        ("", Meaning(Intent.NOISE)),
        ("嗯嗯", Meaning(Intent.NOISE)),
        ("哈哈哈哈哈", Meaning(Intent.NOISE)),
        ("123456", Meaning(Intent.NOISE)),
        ("！！！" * 50, Meaning(Intent.NOISE)),
        ("撤回吧", Meaning(Intent.WITHDRAW)),
        ("取消", Meaning(Intent.NOISE, act="leave")),
        ("查一下我的工单", Meaning(Intent.MY_TICKETS)),
        ("什么时候来修", Meaning(Intent.URGE)),
        ("怎么还没人来", Meaning(Intent.URGE)),
        ("好的", Meaning(Intent.THANKS)),
        ("ok", Meaning(Intent.THANKS)),
        ("转人工", Meaning(Intent.HELP)),
        ("打卡", Meaning(Intent.CHECK_IN)),
        ("我要投诉", Meaning(Intent.NOISE)),
        ("报修", Meaning(Intent.NOISE)),
        ("test", Meaning(Intent.NOISE)),
        ("打卡机坏了", Meaning(Intent.REPORT)),
        ("什么时候来修3幢的灯", Meaning(Intent.REPORT)),
        ("投诉3幢装修太吵", Meaning(Intent.REPORT)),
        ("没人管的垃圾堆在楼下", Meaning(Intent.REPORT)),
        ("停电", Meaning(Intent.REPORT)),
        ("帮助老人的志愿者什么时候来3幢", Meaning(Intent.QUESTION)),
        ("小区大门口的进度条广告牌要掉下来了", Meaning(Intent.REPORT)),
        ("你好，3幢楼道灯坏了", Meaning(Intent.REPORT)),
        ("谢谢，可是灯还是不亮", Meaning(Intent.REPORT)),
    ],
)
def test_what_a_text_wants(text, meaning):
    assert meaning_of(normalise(text)) == meaning


@given(st.text(max_size=300))
def test_any_text_has_a_meaning(text):
    assert meaning_of(normalise(text)).intent in Intent


@pytest.mark.skipif(not REPORTS.exists(), reason="development data is not beside this checkout")
def test_real_residents_messages_are_reports_or_questions():
    titles = [json.loads(line)["title"] for line in REPORTS.read_text().splitlines()]
    missed = [title for title in titles if meaning_of(normalise(title)).intent not in (Intent.REPORT, Intent.QUESTION)]
    assert missed == []
