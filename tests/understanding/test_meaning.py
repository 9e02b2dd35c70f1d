import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.shipped_model import shipped
from tests.understood import command_of
from understanding.command_names import CommandName
from understanding.interpretation import interpret
from understanding.meaning import Meaning, terse
from understanding.normalise import normalise
from understanding.situation import NOTHING_KNOWN

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
        ("", Meaning(CommandName.HEAR_TALK)),
        ("嗯嗯", Meaning(CommandName.HEAR_TALK)),
        ("哈哈哈哈哈", Meaning(CommandName.HEAR_TALK)),
        ("123456", Meaning(CommandName.HEAR_TALK)),
        ("！！！" * 50, Meaning(CommandName.HEAR_TALK)),
        ("撤回吧", Meaning(CommandName.WITHDRAW_REPORT)),
        ("取消", Meaning(CommandName.CANCEL_DIALOGUE)),
        ("查一下我的工单", Meaning(CommandName.SHOW_MY_TICKETS)),
        ("好的", Meaning(CommandName.SAY_THANKS)),
        ("ok", Meaning(CommandName.SAY_THANKS)),
        ("转人工", Meaning(CommandName.ASK_PERSON)),
        ("打卡", Meaning(CommandName.CHECK_IN)),
        ("我要投诉", Meaning(CommandName.START_REPORT)),
        ("报修", Meaning(CommandName.START_REPORT)),
        ("test", Meaning(CommandName.HEAR_TALK)),
    ],
)
def test_taps_and_commands_in_few_words_are_exact(text, meaning):
    assert terse(normalise(text)) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "打卡机坏了",
        "什么时候来修3幢的灯",
        "投诉3幢装修太吵",
        "没人管的垃圾堆在楼下",
        "停电",
        "小区大门口的进度条广告牌要掉下来了",
        "你好，3幢楼道灯坏了",
        "谢谢，可是灯还是不亮",
    ],
)
def test_what_is_wrong_somewhere_is_a_report(text):
    assert terse(normalise(text)) is None
    assert command_of(text) is CommandName.REPORT_PROBLEM


@given(st.text(max_size=300))
def test_any_text_means_something(text):
    (found,) = interpret([(text, NOTHING_KNOWN)], shipped())
    assert found.terse is not None or found.candidates
    assert 0 <= found.danger <= 1


@pytest.mark.skipif(not REPORTS.exists(), reason="development data is not beside this checkout")
def test_real_residents_messages_are_reports_or_questions():
    titles = [json.loads(line)["title"] for line in REPORTS.read_text().splitlines()]
    found = interpret([(title, NOTHING_KNOWN) for title in titles], shipped())
    told = (CommandName.REPORT_PROBLEM, CommandName.ASK_QUESTION)
    missed = [title for title, each in zip(titles, found, strict=True) if each.best.command not in told]
    assert len(missed) <= len(titles) // 20
