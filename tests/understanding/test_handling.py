"""The words of work: whom, verdicts, scores, amounts, and the commands of those who handle tickets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.intent import Intent, Meaning, meaning_of
from understanding.money import fen_in
from understanding.normalise import normalise
from understanding.score import Scored, score_in
from understanding.verdict import Verdict, verdict_in
from understanding.whom import Whom, whom_in


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("接单 7", Meaning(Intent.TAKE, "7")),
        ("接单", Meaning(Intent.TAKE)),
        ("接单NH20261124-0007", Meaning(Intent.TAKE, "nh20261124-0007")),
        ("到场7", Meaning(Intent.ARRIVE, "7")),
        ("已到场 7 门锁着", Meaning(Intent.ARRIVE, "7", "门锁着")),
        ("方案 7 封闭道路，明早吊车拆除", Meaning(Intent.PLAN, "7", "封闭道路,明早吊车拆除")),
        ("进场 7 3人1吊车", Meaning(Intent.CREW, "7", "3人1吊车")),
        ("办结 7 3楼灯已换", Meaning(Intent.HANDLE, "7", "3楼灯已换")),
        ("办结 3楼灯已换", Meaning(Intent.HANDLE, None, "3楼灯已换")),
        ("办结，换了灯泡", Meaning(Intent.HANDLE, None, "换了灯泡")),
        ("退单 7 不在我的网格", Meaning(Intent.RETURN, "7", "不在我的网格")),
        ("转办 7 给赵演示 要登高车", Meaning(Intent.TRANSFER, "7", "给赵演示 要登高车")),
        ("派单 7 给城管", Meaning(Intent.TRANSFER, "7", "给城管", "dispatch")),
        ("合并 8 到 5", Meaning(Intent.TRANSFER, "8", "5", "merge")),
        ("拆分 8", Meaning(Intent.TRANSFER, "8", None, "unmerge")),
        ("议事 7 加装电梯意见不一", Meaning(Intent.TRANSFER, "7", "加装电梯意见不一", "council")),
        ("延期 7 到12月5日 等配件", Meaning(Intent.EXTEND, "7", "到12月5日 等配件")),
        ("延期 12月5日 等配件", Meaning(Intent.EXTEND, None, "12月5日 等配件")),
        ("核查 7 通过", Meaning(Intent.VERIFY, "7", "通过")),
        ("核查 7 不通过 还在漏", Meaning(Intent.VERIFY, "7", "不通过 还在漏")),
        ("同意 7", Meaning(Intent.VERIFY, "7", None, "approve")),
        ("同意延期 7", Meaning(Intent.VERIFY, "7", None, "approve_extension")),
        ("不批应急 7 太贵", Meaning(Intent.VERIFY, "7", "太贵", "refuse_draw")),
        ("督办 7 今晚必须修好", Meaning(Intent.URGE, "7", "今晚必须修好", "supervise")),
        ("备注 7 电话打不通", Meaning(Intent.PROGRESS, "7", "电话打不通", "remark")),
        ("应急 7 换水泵 估800元", Meaning(Intent.CREW, "7", "换水泵 估800元", "draw")),
        ("结算 7 实际760元", Meaning(Intent.CREW, "7", "实际760元", "settle")),
        ("应急包", Meaning(Intent.MY_TICKETS, None, None, "pool")),
        ("重开 7 又漏了", Meaning(Intent.URGE, "7", "又漏了", "reopen")),
        ("回访 7 满意", Meaning(Intent.RATE, "7", "满意", "call_back")),
        ("还好 7", Meaning(Intent.RATE, "7", None, "well")),
        ("又坏了 7", Meaning(Intent.RATE, "7", None, "again")),
        ("满意", Meaning(Intent.RATE, None, "满意")),
        ("不满意 7", Meaning(Intent.RATE, "7", "不满意")),
        ("不满意，灯还是不亮", Meaning(Intent.RATE, None, "不满意,灯还是不亮")),
        ("应急灯坏了", Meaning(Intent.REPORT)),
        ("又坏了", Meaning(Intent.REPORT)),
        ("我不同意在3幢装电梯", Meaning(Intent.REPORT)),
        ("应急通道3号门被堵了", Meaning(Intent.REPORT)),
        ("方案公示在3幢门口掉了没人管", Meaning(Intent.REPORT)),
    ],
)
def test_commands_of_work(text, meaning):
    assert meaning_of(normalise(text)) == meaning


def test_a_long_story_behind_a_command_is_all_kept():
    story = "换了灯泡，" * 200
    meaning = meaning_of(normalise(f"办结 7 {story}"))
    assert (meaning.intent, meaning.ticket) == (Intent.HANDLE, "7")
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
        ("知道了", None),
    ],
)
def test_scores(text, scored):
    assert score_in(text) == scored


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
    for verb, intent in (("备注", Intent.PROGRESS), ("办结", Intent.HANDLE), ("退单", Intent.RETURN)):
        meaning = meaning_of(normalise(f"{verb} {number} {note}"))
        assert (meaning.intent, meaning.ticket, meaning.rest) == (intent, number.lower(), note)


@given(NOTES)
def test_behind_a_whole_number_it_does_without_a_blank(note):
    meaning = meaning_of(normalise(f"备注NH20261124-0007{note}"))
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
    meaning = meaning_of(normalise(text))
    assert (meaning.ticket, meaning.rest or None) == (ticket, rest)


def test_undoing_and_standing_down_are_said_in_these_words():
    assert meaning_of("撤销派单 7") == Meaning(Intent.TRANSFER, "7", None, "undo_dispatch")
    assert meaning_of("不是隐患 7 是旧裂缝") == Meaning(Intent.VERIFY, "7", "是旧裂缝", "stand_down")
    assert meaning_of("撤销 7").intent is Intent.WITHDRAW
    assert meaning_of("楼道裂缝不是隐患吗").intent is not Intent.VERIFY
