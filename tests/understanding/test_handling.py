"""The words of work: whom, verdicts, scores, amounts, and the commands of those who handle tickets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.command_names import CommandName
from understanding.meaning import Meaning, terse
from understanding.money import fen_in
from understanding.normalise import normalise
from understanding.score import Scored, lukewarm, score_in
from understanding.verdict import Verdict, verdict_in
from understanding.whom import Whom, whom_in


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("接单 7", Meaning(CommandName.TAKE_TICKET, "7")),
        ("接单", Meaning(CommandName.TAKE_TICKET)),
        ("接单NH20261124-0007", Meaning(CommandName.TAKE_TICKET, "nh20261124-0007")),
        ("到场7", Meaning(CommandName.ARRIVE_ON_SITE, "7")),
        ("已到场 7 门锁着", Meaning(CommandName.ARRIVE_ON_SITE, "7", "门锁着")),
        ("方案 7 封闭道路，明早吊车拆除", Meaning(CommandName.SET_PLAN, "7", "封闭道路,明早吊车拆除")),
        ("进场 7 3人1吊车", Meaning(CommandName.BRING_CREW, "7", "3人1吊车")),
        ("办结 7 3楼灯已换", Meaning(CommandName.HANDLE_TICKET, "7", "3楼灯已换")),
        ("办结 3楼灯已换", Meaning(CommandName.HANDLE_TICKET, None, "3楼灯已换")),
        ("办结，换了灯泡", Meaning(CommandName.HANDLE_TICKET, None, "换了灯泡")),
        ("退单 7 不在我的网格", Meaning(CommandName.RETURN_TICKET, "7", "不在我的网格")),
        ("转办 7 给赵演示 要登高车", Meaning(CommandName.TRANSFER_TICKET, "7", "给赵演示 要登高车")),
        ("派单 7 给城管", Meaning(CommandName.DISPATCH_TICKET, "7", "给城管")),
        ("合并 8 到 5", Meaning(CommandName.MERGE_TICKETS, "8", "5")),
        ("拆分 8", Meaning(CommandName.UNMERGE_TICKET, "8", None)),
        ("议事 7 加装电梯意见不一", Meaning(CommandName.TAKE_TO_COUNCIL, "7", "加装电梯意见不一")),
        ("延期 7 到12月5日 等配件", Meaning(CommandName.REQUEST_EXTENSION, "7", "到12月5日 等配件")),
        ("延期 12月5日 等配件", Meaning(CommandName.REQUEST_EXTENSION, None, "12月5日 等配件")),
        ("核查 7 通过", Meaning(CommandName.VERIFY_TICKET, "7", "通过")),
        ("核查 7 不通过 还在漏", Meaning(CommandName.VERIFY_TICKET, "7", "不通过 还在漏")),
        ("同意 7", Meaning(CommandName.APPROVE_REQUEST, "7", None)),
        ("同意延期 7", Meaning(CommandName.APPROVE_REQUEST, "7", None)),
        ("不批应急 7 太贵", Meaning(CommandName.REFUSE_REQUEST, "7", "太贵")),
        ("督办 7 今晚必须修好", Meaning(CommandName.SUPERVISE_TICKET, "7", "今晚必须修好")),
        ("备注 7 电话打不通", Meaning(CommandName.ADD_REMARK, "7", "电话打不通")),
        ("应急 7 换水泵 估800元", Meaning(CommandName.SPEND_EMERGENCY_FUND, "7", "换水泵 估800元")),
        ("结算 7 实际760元", Meaning(CommandName.SETTLE_EMERGENCY, "7", "实际760元")),
        ("应急包", Meaning(CommandName.SHOW_EMERGENCY_POOL, None, None)),
        ("重开 7 又漏了", Meaning(CommandName.REOPEN_TICKET, "7", "又漏了")),
        ("回访 7 满意", Meaning(CommandName.CALL_BACK, "7", "满意")),
        ("还好 7", Meaning(CommandName.LOOK_BACK_WELL, "7", None)),
        ("又坏了 7", Meaning(CommandName.LOOK_BACK_AGAIN, "7", None)),
        ("满意", Meaning(CommandName.RATE_TICKET, None, "满意")),
        ("不满意 7", Meaning(CommandName.RATE_TICKET, "7", "不满意")),
        ("不满意，灯还是不亮", Meaning(CommandName.RATE_TICKET, None, "不满意,灯还是不亮")),
    ],
)
def test_commands_of_work(text, meaning):
    assert terse(normalise(text)) == meaning


@pytest.mark.parametrize(
    "text", ["应急灯坏了", "又坏了", "我不同意在3幢装电梯", "应急通道3号门被堵了", "方案公示在3幢门口掉了没人管"]
)
def test_what_only_sounds_like_work_is_none(text):
    assert terse(normalise(text)) is None


def test_a_long_story_behind_a_command_is_all_kept():
    story = "换了灯泡，" * 200
    meaning = terse(normalise(f"办结 7 {story}"))
    assert (meaning.command, meaning.ticket) == (CommandName.HANDLE_TICKET, "7")
    assert len(meaning.rest) >= len(story) - 1


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("给赵演示", Whom(name="赵演示")),
        ("赵演示 要登高车", Whom(name="赵演示", why="要登高车")),
        ("给城管", Whom(line="city_management")),
        ("城管科,占道经营", Whom(line="city_management", why="占道经营")),
        ("给网格长 我请假了", Whom(role="grid_head", why="我请假了")),
        ("到维修队", Whom(role="repair_crew")),
        ("给综合执法", Whom(line="law_enforcement")),
        ("给r00003", Whom(name="r00003")),
        ("", None),
        ("?", None),
    ],
)
def test_to_whom(text, whom):
    assert whom_in(text) == whom


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("通过", Verdict(True, "")),
        ("不通过 还在漏水", Verdict(False, "还在漏水")),
        ("没修好", Verdict(False, "")),
        ("修好了", Verdict(True, "")),
        ("现场看过", None),
        ("", None),
    ],
)
def test_verdicts(text, verdict):
    assert verdict_in(text) == verdict


@pytest.mark.parametrize(
    ("text", "scored"),
    [
        ("满意", Scored("satisfied", "")),
        ("不满意", Scored("dissatisfied", "")),
        ("不满意 7 还在漏", Scored("dissatisfied", "还在漏")),
        ("基本满意,就是慢", Scored("fairly", "就是慢")),
        ("五星", Scored("satisfied", "")),
        ("一般", Scored("fairly", "")),
        ("满意。", Scored("satisfied", "")),
        ("满意 12 修得快", Scored("satisfied", "修得快")),
        ("知道了", None),
    ],
)
def test_scores(text, scored):
    assert score_in(text) == scored


@pytest.mark.parametrize(
    ("text", "half_hearted"),
    [
        ("来得快,就是没擦干净,勉强吧", True), ("给个三分", True), ("马马虎虎", True), ("修得很好", False),
        ("勉强,不满意", False), ("三分钟就到了", False), ("十三分", False),
    ],
)  # fmt: skip
def test_praise_with_half_a_heart(text, half_hearted):
    assert lukewarm(text) is half_hearted


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("换水泵 估800元", 80_000),
        ("约1200块", 120_000),
        ("1.5万", 1_500_000),
        ("整栋换管 估40万元", 40_000_000),
        ("1,234.50元", 123_450),
        ("三百块", 30_000),
        ("实际760", 76_000),
        ("一千二块", 120_000),
        ("一万二千块", 1_200_000),
        ("十五万三千元", 15_300_000),
        ("两万块钱", 2_000_000),
        ("几百块", None),
        ("数百块", None),
        ("总数三百块", 30_000),
        ("1万2块钱", 1_200_000),
        ("1万2千元", 1_200_000),
        ("1万2千", 1_200_000),
        ("3万5百", 3_050_000),
        ("1万500元", 1_050_000),
        ("2千元", 200_000),
        ("3千", 300_000),
        ("100000000元", 10_000_000_000),
        ("100000001元", None),
        ("换3个水泵", None),
        ("99999999999万元", None),
    ],
)
def test_amounts(text, fen):
    assert fen_in(text) == fen


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    words = normalise(text)
    whom_in(words), verdict_in(words), score_in(words), fen_in(words)


SEPARATORS = " ,，:：、"
NOTES = st.builds(
    lambda first, second, more: first + second + more,
    st.sampled_from(["单", "号", "工单"]),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=20),
).filter(lambda note: note == normalise(note) and not note.startswith(("号单", "号工", "单单", "工单号", "工单单")))


@given(NOTES, st.sampled_from(["NH20261124-0007", "20261124-0007", "NH20261124-12345", "7", "12"]))
def test_what_is_said_of_a_ticket_keeps_its_first_word(note, number):
    verbs = {"备注": CommandName.ADD_REMARK, "办结": CommandName.HANDLE_TICKET, "退单": CommandName.RETURN_TICKET}
    for verb, command in verbs.items():
        meaning = terse(normalise(f"{verb} {number} {note}"))
        assert (meaning.command, meaning.ticket, meaning.rest) == (command, number.lower(), note)


@given(NOTES)
def test_behind_a_whole_number_it_does_without_a_blank(note):
    meaning = terse(normalise(f"备注NH20261124-0007{note}"))
    assert (meaning.ticket, meaning.rest) == ("nh20261124-0007", note)


@pytest.mark.parametrize(
    ("text", "ticket", "rest"),
    [
        ("备注 12号 说明", "12", "说明"),
        ("备注 12号说明", "12", "说明"),
        ("备注 NH20261124-0007号 说明", "nh20261124-0007", "说明"),
        ("办结第7单，换了灯泡", "7", "换了灯泡"),
        ("办结 7号工单 换了灯泡", "7", "换了灯泡"),
        ("接单 7号单", "7", None),
    ],
)
def test_the_word_for_a_ticket_belongs_to_its_number(text, ticket, rest):
    meaning = terse(normalise(text))
    assert (meaning.ticket, meaning.rest or None) == (ticket, rest)


def test_undoing_and_standing_down_are_said_in_these_words():
    assert terse("撤销派单 7") == Meaning(CommandName.UNDO_DISPATCH, "7", None)
    assert terse("不是隐患 7 是旧裂缝") == Meaning(CommandName.STAND_DOWN, "7", "是旧裂缝")
    assert terse("撤销 7").command is CommandName.WITHDRAW_REPORT
    assert terse("楼道裂缝不是隐患吗") is None
