import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.command_names import CommandName
from understanding.meaning import Meaning, meaning_of
from understanding.normalise import normalise

REPORTS = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "reports_dev.jsonl"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("进度", Meaning(CommandName.SHOW_PROGRESS)),
        ("我要查进度！", Meaning(CommandName.SHOW_PROGRESS)),
        ("进度１２", Meaning(CommandName.SHOW_PROGRESS, "12")),
        ("查询 NH20261124-0007", Meaning(CommandName.SHOW_PROGRESS, "nh20261124-0007")),
        ("办得怎么样了", Meaning(CommandName.SHOW_PROGRESS)),
        ("撤回", Meaning(CommandName.WITHDRAW_REPORT)),
        ("麻烦帮我撤销第3号工单", Meaning(CommandName.WITHDRAW_REPORT, "3")),
        ("帮助", Meaning(CommandName.SHOW_HELP)),
        ("帮助 工单", Meaning(CommandName.SHOW_HELP, rest="工单")),
        ("?", Meaning(CommandName.SHOW_HELP)),
        ("？", Meaning(CommandName.SHOW_HELP)),
        ("谢谢你们", Meaning(CommandName.SAY_THANKS)),
        ("您好", Meaning(CommandName.GREET)),
        ("", Meaning(CommandName.START_REPORT)),
        ("嗯嗯", Meaning(CommandName.START_REPORT)),
        ("哈哈哈哈哈", Meaning(CommandName.START_REPORT)),
        ("123456", Meaning(CommandName.START_REPORT)),
        ("！！！" * 50, Meaning(CommandName.START_REPORT)),
        ("撤回吧", Meaning(CommandName.WITHDRAW_REPORT)),
        ("取消", Meaning(CommandName.CANCEL_DIALOGUE)),
        ("查一下我的工单", Meaning(CommandName.SHOW_MY_TICKETS)),
        ("什么时候来修", Meaning(CommandName.URGE_REPORT)),
        ("怎么还没人来", Meaning(CommandName.URGE_REPORT)),
        ("好的", Meaning(CommandName.SAY_THANKS)),
        ("ok", Meaning(CommandName.SAY_THANKS)),
        ("转人工", Meaning(CommandName.SHOW_HELP)),
        ("打卡", Meaning(CommandName.CHECK_IN)),
        ("我要投诉", Meaning(CommandName.START_REPORT)),
        ("报修", Meaning(CommandName.START_REPORT)),
        ("test", Meaning(CommandName.START_REPORT)),
        ("打卡机坏了", Meaning(CommandName.REPORT_PROBLEM)),
        ("什么时候来修3幢的灯", Meaning(CommandName.REPORT_PROBLEM)),
        ("投诉3幢装修太吵", Meaning(CommandName.REPORT_PROBLEM)),
        ("没人管的垃圾堆在楼下", Meaning(CommandName.REPORT_PROBLEM)),
        ("停电", Meaning(CommandName.REPORT_PROBLEM)),
        ("帮助老人的志愿者什么时候来3幢", Meaning(CommandName.ASK_QUESTION)),
        ("小区大门口的进度条广告牌要掉下来了", Meaning(CommandName.REPORT_PROBLEM)),
        ("你好，3幢楼道灯坏了", Meaning(CommandName.REPORT_PROBLEM)),
        ("谢谢，可是灯还是不亮", Meaning(CommandName.REPORT_PROBLEM)),
    ],
)
def test_what_a_text_wants(text, meaning):
    assert meaning_of(normalise(text)) == meaning


@given(st.text(max_size=300))
def test_any_text_has_a_meaning(text):
    assert meaning_of(normalise(text)).command in CommandName


@pytest.mark.skipif(not REPORTS.exists(), reason="development data is not beside this checkout")
def test_real_residents_messages_are_reports_or_questions():
    titles = [json.loads(line)["title"] for line in REPORTS.read_text().splitlines()]
    told = (CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION)
    missed = [title for title in titles if meaning_of(normalise(title)).command not in told]
    assert missed == []
