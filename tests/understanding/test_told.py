"""What sentences of one's own say of shifts, tickets and people: any text can be read, and what is found stands in it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.clock import SHANGHAI
from governance.working_calendar import WorkingCalendar
from understanding import duty_told
from understanding.called import colleague_said, fits, is_familiar
from understanding.delay import deadline_said, reason_of_delay
from understanding.duty import all_well
from understanding.dwelling import dwelling_in
from understanding.leave import days_away
from understanding.mentions import two_tickets, without_number
from understanding.money import fen_said
from understanding.people import Claim, claim_said, code_said
from understanding.period import period_in
from understanding.relaying import to_be_told
from understanding.score import answer_told
from understanding.whom import Whom, whom_anywhere

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)
TICKET = "NH20261124-0012"
SENTENCES = st.text(
    alphabet="把给让转派找跟小老陈孙王赵主任书记师傅派出所城管物业12号院"
    "幢周六下明天上午到延三百八千万元块两 ，。住搬是我叫尾号0005A-K班次岗替换了吧",
    max_size=32,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("周六让小何替我站", "小何"),
        ("那班跟陈老师对调", "陈老师"),
        ("老赵替我", "老赵"),
        ("请孔主任协调一下", "孔主任"),
        ("28号那班周虚构替我", "周虚构"),
        ("给 m12 记一个小时", "m12"),
        ("我老家有事", None),
        ("马上去修", None),
        ("灯坏了让人来看", None),
        ("李奶奶家楼道灯,派给小陈", "小陈"),
        ("张大爷那个让老周跑一趟", "老周"),
        ("找王阿姨换班", "王阿姨"),
    ],
)
def test_colleagues_as_they_are_called(text, name):
    assert colleague_said(text) == name


@pytest.mark.parametrize(
    ("full", "called", "fitting"),
    [
        ("陈试用", "小陈", True),
        ("陈试用", "陈主任", True),
        ("陈试用", "陈试用", True),
        ("孙模拟", "小陈", False),
        ("陈试用", "陈试", False),
    ],
)
def test_whose_name_fits(full, called, fitting):
    assert fits(full, called) is fitting


@pytest.mark.parametrize(("called", "familiar"), [("小陈", True), ("陈主任", True), ("陈试用", False), ("r12", False)])
def test_who_is_called_by_less_than_their_name(called, familiar):
    assert is_familiar(called) is familiar


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("转给派出所 狗咬人了", Whom(line="public_security", why="狗咬人了")),
        ("监控 安排技防公司", Whom(name="技防公司", why="监控")),
        ("这个叫物业去弄", Whom(name="物业")),
        ("把 派给老陈", Whom(name="老陈")),
        ("让网格长孙模拟跟进", Whom(role="grid_head", name="孙模拟")),
        ("楼道灯坏了 找维修队的来修一下", Whom(role="repair_crew", why="楼道灯坏了")),
        ("门口社区宣传栏坏了", None),
    ],
)
def test_whom_a_ticket_is_handed_to(text, whom):
    assert whom_anywhere(text) == whom


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("把12号派给老陈", "把 派给老陈"),
        ("1124-0012监控坏了", "监控坏了"),
        ("延到12号", "延到12号"),
        ("12号楼的灯", "12号楼的灯"),
        ("再给12天", "再给12天"),
    ],
)
def test_a_ticket_number_is_left_out_and_nothing_else(text, left):
    assert without_number(text, TICKET) == left


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("配件没到 宽限到下周五", date(2026, 12, 4), "配件没到"),
        ("月底前弄不完，材料在路上", date(2026, 11, 30), "材料在路上"),
        ("延到周末吧 师傅没空", date(2026, 11, 29), "师傅没空"),
        ("再缓几天吧", None, ""),
        ("今天排满了，明天过去", date(2026, 11, 25), "排满了，明天过去"),
        ("配件没到！师傅没空，延到下周", date(2026, 12, 4), "配件没到，师傅没空"),
        ("延到今天", TODAY, ""),
    ],
)
def test_until_when_and_why(text, until, reason):
    assert deadline_said(text, TODAY) == until
    assert reason_of_delay(text) == reason


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("先用八百块换个水泵", 800),
        ("一千二", 1200),
        ("大概两千五", 2500),
        ("结账 一万二", 12000),
        ("换锁350", 350),
        ("换3个灯泡 120", 120),
        ("两百多米", None),
        ("三百二十米", None),
        ("一百二十", 120),
        ("三千五百", 3500),
        ("一千零五", 1005),
        ("一百", 100),
        ("一万", 10000),
        ("一万二百", 10200),
        ("一万零五", 10005),
        ("三万五千二", 35200),
        ("大概十二万", 120000),
        ("一百二十万", 1200000),
        ("几十万", None),
        ("数十万", None),
        ("总数一千二", 1200),
        ("1.5万", 15000),
        ("一万三万", 13000),
    ],
)
def test_amounts_as_they_are_spoken(text, yuan):
    assert fen_said(text) == (None if yuan is None else yuan * 100)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("我是王样本 手机尾号0002", Claim("王样本", "0002")),
        ("尾号是0002 名字王样本", Claim("王样本", "0002")),
        ("我是网格员陈试用，手机后四位0001", Claim("陈试用", "0001")),
        ("我是王样本", None),
    ],
)
def test_who_somebody_says_they_are(text, claim):
    assert claim_said(text) == claim


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("我搬到梧桐里1号院2幢了", "梧桐里1号院2幢"),
        ("上个月从银杏搬到梧桐里1号院05幢3单元了", "梧桐里1号院05幢3单元"),
        ("现在住梧桐里1号院5幢，麻烦改一下", "梧桐里1号院5幢"),
    ],
)
def test_where_somebody_lives(text, place):
    assert dwelling_in(text) == place


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("跟报的人讲一声 明天上午去修", "明天上午去修"),
        ("告诉李阿姨师傅下午到", "师傅下午到"),
        ("明天停水半天 麻烦跟人家说一下", "明天停水半天"),
        ("明天停水", "明天停水"),
    ],
)
def test_what_a_reporter_is_told(text, note):
    assert to_be_told(text) == note


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("人家说挺满意的", "satisfied"),
        ("没什么不满意的", "satisfied"),
        ("他说修得一塌糊涂", "dissatisfied"),
        ("说还行", "fairly"),
        ("没人接", None),
    ],
)
def test_what_was_said_on_the_phone(text, score):
    assert answer_told(text) == score


@pytest.mark.parametrize(
    ("text", "well"),
    [("转了一圈 都挺好", True), ("看了一遍没发现什么问题", True), ("3楼灯坏了", False), ("都好的 就是灯坏了", False)],
)
def test_a_walk_that_found_nothing(text, well):
    assert all_well(text) is well


@pytest.mark.parametrize(
    ("text", "number"),
    [("班次12我来", 12), ("12号班", 12), ("12号下午我去不了", None), ("下午5点的岗", None), ("周六那班", None)],
)
def test_the_number_of_a_shift_is_no_day(text, number):
    assert duty_told.shift_named(text) == number


@given(SENTENCES)
def test_any_sentence_can_be_read(text):
    name = colleague_said(text)
    assert name is None or name in text
    assert name is None or isinstance(is_familiar(name), bool)
    whom = whom_anywhere(text)
    assert whom is None or sum(each is not None for each in (whom.line, whom.role, whom.name)) == 1
    assert len(without_number(text, TICKET)) <= len(text)
    assert (fen_said(text) or 0) >= 0
    first, last = days_away(text, TODAY)
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert claim_said(text) is None or len(claim_said(text).last_four) == 4
    assert dwelling_in(text) or not text.strip()
    begin, end = period_in(text, TODAY)
    assert begin <= end or end == TODAY
    for read in (code_said, to_be_told, answer_told, reason_of_delay, duty_told.shift_named, duty_told.record_told):
        read(text)
    deadline_said(text, TODAY)
    two_tickets(text, TICKET)
    duty_told.tells_when(text, NOW, WorkingCalendar())
