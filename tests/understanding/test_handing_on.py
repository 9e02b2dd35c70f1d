"""To whom a matter goes on, said as colleagues say it; a yes in several words."""

import pytest

from understanding.command_names import CommandName
from understanding.confirmed import confirmed
from understanding.whom import Whom, whom_anywhere

TRANSFER, HANDLE = CommandName.TRANSFER_TICKET, CommandName.HANDLE_TICKET


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("门铃还是转给孙模拟", Whom(name="孙模拟")), ("路灯那个转给陈试用吧", Whom(name="陈试用")),
        ("水管那件 转给联盟的孙模拟他们修", Whom(name="孙模拟")), ("给联盟维修队老孙", Whom(role="repair_crew", name="老孙")),
        ("井盖太沉我搬不动 转给孙模拟", Whom(name="孙模拟", why="井盖太沉我搬不动")),
        ("转给孙模拟 明天上午去", Whom(name="孙模拟", why="明天上午去")),
    ],
)  # fmt: skip
def test_what_says_nothing_is_no_note_and_a_reason_stays_one(words, whom):
    assert whom_anywhere(words) == whom


@pytest.mark.parametrize(
    "words", ["嗯嗯 转给他", "是的是的", "对，转吧", "好的 就转给他们", "行，转过去吧", "没错 转办"]
)
def test_a_yes_with_the_commands_words_is_one(words):
    assert confirmed(words, [TRANSFER]) == 0


@pytest.mark.parametrize(
    "words", ["不转", "别转给他", "嗯 我先去看看", "对了 井盖怎么样了", "是灯的那个", "好的 换个人", "转给老王"]
)
def test_what_says_more_or_other_is_none(words):
    assert confirmed(words, [TRANSFER]) is None


def test_of_several_the_verb_says_which():
    assert confirmed("嗯 转给他", [HANDLE, TRANSFER]) == 1
    assert confirmed("嗯 是的", [HANDLE, TRANSFER]) is None
