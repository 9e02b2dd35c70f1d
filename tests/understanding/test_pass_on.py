"""What whoever works on it is to hear from a reporter."""

import pytest

from understanding.pass_on import adds_plainly, danger_beside, message_in, spares_the_way, told_of_pointed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("跟小李说一声，车挪走了", "车挪走了"), ("麻烦告诉师傅,晚上八点以后家里才有人", "晚上八点以后家里才有人"),
        ("狗的那个,笼子已经空了,你帮我带一句", "笼子已经空了"), ("转告维修队明天上午来", "明天上午来"),
        ("那你跟他们讲一声,门没锁,直接进", "门没锁,直接进"),
        ("小陈跟我说一声就行", ""), ("师傅说一会来", ""), ("谁跟你们说的", ""), ("跟小陈说一声", ""), ("告诉我什么时候来", ""),
    ],
)  # fmt: skip
def test_the_message_goes_without_its_frame(text, message):
    assert message_in(text) == message


@pytest.mark.parametrize(
    "text", ["不用跑了，已经挪走了", "别让小李白跑", "他不用来了", "那个就不用管了", "没必要再来一趟", "不用修了"]
)
def test_nobody_need_come(text):
    assert spares_the_way(text)


@pytest.mark.parametrize(
    "text",
    [
        "他别跑错了",
        "不要来电话",
        "别来烦我",
        "水不来了",
        "什么时候来",
        "不用急",
        "你们不管了吗",
        "明天值班不用来了吧",
        "我不用去了",
        "是不是不用跑了",
    ],
)
def test_somebody_is_still_wanted(text):
    assert not spares_the_way(text)


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("给刚才那个补一句，我晚上在家", True), ("刚才忘了说，是六楼的", True), ("再补充一点，门口有台阶", True),
        ("补办身份证在哪", False), ("水龙头漏水", False), ("加装电梯的事", False),
    ],
)  # fmt: skip
def test_what_is_added_says_so(text, adds):
    assert adds_plainly(text) is adds


@pytest.mark.parametrize(
    ("text", "about", "clause"),
    [
        ("灯不用修了,快来,四楼煤气漏了", "走廊的灯坏了", "四楼煤气漏了"),
        ("不用来了,楼下电线冒火花", "走廊的灯坏了", "楼下电线冒火花"),
        ("煤气关掉了,不用来了", "厨房煤气漏了", ""), ("煤气漏了是虚惊,不用来了", "厨房煤气漏了", ""),
        ("灯好了,不用来了", "走廊的灯坏了", ""),
    ],
)  # fmt: skip
def test_a_new_danger_beside_what_is_over_is_heard(text, about, clause):
    assert danger_beside(text, about) == clause


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("路灯那个,晚上七点就灭", "晚上七点就灭"), ("狗的那件,白天也叫", "白天也叫"), ("垃圾那个,什么时候来收", ""),
        ("路灯那个", ""), ("水管那个,满意", ""), ("晚上七点就灭", ""),
    ],
)  # fmt: skip
def test_what_is_told_of_what_is_pointed_at(text, told):
    assert told_of_pointed(text) == told
