"""What is said to a council in a few words."""

import pytest

from understanding import council_told as told
from understanding.command_names import CommandName as C
from understanding.meaning import terse
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("said", "command", "number"),
    [
        ("议题", C.SHOW_TOPICS, None), ("看议题", C.SHOW_TOPICS, None), ("我的议题", C.SHOW_TOPICS, None),
        ("议题5", C.SHOW_TOPICS, "5"), ("议题5怎么样了", C.SHOW_TOPICS, "5"), ("有哪些议题？", C.SHOW_TOPICS, None),
        ("提议题", C.PROPOSE_TOPIC, None), ("我想提个议题，把自行车棚改成充电棚", C.PROPOSE_TOPIC, None),
        ("议题：给3幢装扶手", C.PROPOSE_TOPIC, None), ("我们院想提一个议题 加个快递柜", C.PROPOSE_TOPIC, None),
        ("支持议题5", C.SUPPORT_TOPIC, "5"), ("议题5我也支持", C.SUPPORT_TOPIC, "5"), ("5号议题我支持", C.SUPPORT_TOPIC, "5"),
        ("那个车棚的议题我也支持", C.SUPPORT_TOPIC, None),
        ("议事会", C.SHOW_MEETINGS, None), ("下次议事会什么时候开？", C.SHOW_MEETINGS, None),
        ("参加 会议3", C.ANSWER_INVITATION, "3"), ("请假 会议3 出差", C.ANSWER_INVITATION, "3"),
        ("周五的会我来不了，请个假", C.ANSWER_INVITATION, None), ("明天的议事会我参加", C.ANSWER_INVITATION, None),
        ("议事会签到 1234", C.ATTEND_MEETING, None), ("我到会了", C.ATTEND_MEETING, None), ("议事会签到", C.ATTEND_MEETING, None),
        ("表决3 同意", C.CAST_VOTE, "3"), ("2号决议我同意", C.CAST_VOTE, "2"), ("表决3：反对", C.CAST_VOTE, "3"),
        ("同意表决3", C.CAST_VOTE, "3"), ("弃权", C.CAST_VOTE, None), ("我投反对票", C.CAST_VOTE, None),
        ("记一下：老陆说棚子太挤", C.NOTE_DISCUSSION, None),
        ("纪要没问题，可以发", C.APPROVE_MINUTES, None), ("同意纪要 会议3", C.APPROVE_MINUTES, "3"),
        ("决议", C.SHOW_RESOLUTIONS, None), ("决议2", C.SHOW_RESOLUTIONS, "2"), ("决议2怎么样了", C.SHOW_RESOLUTIONS, "2"),
        ("决议2 长椅装好8张了", C.REPORT_RESOLUTION, "2"), ("2号决议办好了", C.REPORT_RESOLUTION, "2"),
        ("召开议事会 12月4日19点 社区会议室", C.CALL_MEETING, None), ("列入议程 议题5", C.PUT_ON_AGENDA, None),
        ("发起不记名表决 议题5 车棚改充电棚", C.OPEN_VOTE, None), ("结束表决3", C.CLOSE_VOTE, "3"),
        ("散会", C.CLOSE_MEETING, None), ("会议3 结束", C.CLOSE_MEETING, "3"),
        ("形成决议 议题5 改棚 由陈试用负责 12月20日前", C.WRITE_RESOLUTION, None),
    ],
)  # fmt: skip
def test_words_to_the_letter(said, command, number):
    found = terse(normalise(said))
    assert found is not None, said
    assert (found.command, found.ticket) == (command, number), said


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("议事 7 加装电梯意见不一", C.TAKE_TO_COUNCIL), ("同意 7", C.APPROVE_REQUEST), ("反对 3", C.OBJECT_TO),
        ("请假 11月25日到11月27日 由赵演示代岗", C.REQUEST_ABSENCE), ("打卡 123456", C.CHECK_IN), ("签到", C.CHECK_IN),
    ],
)  # fmt: skip
def test_what_others_say_stays_theirs(said, command):
    found = terse(normalise(said))
    assert found is not None
    assert found.command is command


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("同意", "yes"), ("我赞成", "yes"), ("不同意", "no"), ("反对", "no"), ("不支持", "no"), ("弃权", "abstain"), ("嗯", None),
    ],
)  # fmt: skip
def test_what_is_denied_is_no_agreement(said, choice):
    assert told.choice_said(said) == choice


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("全部装好了", True), ("已经清完了", True), ("长椅装好8张了", False), ("还没办好", False), ("棚顶装好一半了", False),
        ("材料已到", False), ("快办好了", False), ("预计下周完成", False),
    ],
)  # fmt: skip
def test_what_is_not_all_done_is_not_done(said, done):
    assert told.says_done(said) is done


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("请王大妈家的鸡搬走", "请王*大妈家的鸡搬走"), ("楼上陈大发家堆的纸箱清掉", "楼上陈**家堆的纸箱清掉"),
        ("大家的意见是装电梯", "大家的意见是装电梯"), ("把自行车棚改成充电棚", "把自行车棚改成充电棚"),
        ("叫张阿姨别喂野猫", "叫张*阿姨别喂野猫"), ("请马上清理", "请马上清理"),
    ],
)  # fmt: skip
def test_a_neighbour_is_not_named_in_a_proposal(said, shown):
    assert told.without_neighbours(said) == shown
