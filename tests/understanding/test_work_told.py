"""What is told from work, what is denied, and which ticket is named, read from words alone."""

import pytest

from understanding.command_names import CommandName
from understanding.denied import denies, meant_instead, same_meant
from understanding.named import named_alone, speaks_of_another
from understanding.several import parts_in, parts_named, problems_in
from understanding.situation import OwnTicket
from understanding.which_person import person_in
from understanding.work_told import told_at_work


@pytest.mark.parametrize(
    ("words", "there", "done", "left"),
    [
        ("我到了，锁芯换好了", True, True, False),
        ("到现场了，要回去拿扳手", True, False, True),
        ("零件到了，明天去换", False, False, True),
        ("换好了，明天再来看看漏不漏", False, True, False),
        ("旧的拆掉了，新的要等厂家发货", False, True, True),
        ("还没修好", False, False, True),
        ("马上到楼下了", False, False, True),
        ("师傅们到现场了", False, False, False),
        ("不漏了", False, True, False),
        ("人到六楼了，敲了半天门", True, False, False),
        ("修到六楼了", False, False, False),
        ("我还没到地方", False, False, False),
    ],
)
def test_what_is_told(words, there, done, left):
    told = told_at_work(words)
    assert (told.there, told.done, told.left) == (there, done, left)


@pytest.mark.parametrize(
    ("command", "words", "denied"),
    [
        (CommandName.RETURN_TICKET, "门铃先不退了", True),
        (CommandName.RETURN_TICKET, "这个不归我管退回去", False),
        (CommandName.REQUEST_EXTENSION, "要不延到后天", False),
        (CommandName.REQUEST_EXTENSION, "能不能延两天", False),
        (CommandName.WITHDRAW_REPORT, "不用来了撤了吧", False),
        (CommandName.TAKE_TICKET, "他不接电话", False),
        (CommandName.DISPATCH_TICKET, "别把门锁那单派出去", True),
    ],
)
def test_what_is_denied(command, words, denied):
    assert denies(command, words) is denied


def test_what_is_meant_instead_of_what_is_denied():
    words = "不延门铃，我是说灯延期到周五"
    assert meant_instead(words) == "灯延期到周五"
    assert same_meant(words) is CommandName.REQUEST_EXTENSION
    assert meant_instead("都不是，是下水道通好了") == "下水道通好了"
    assert meant_instead("不是2幢，是3幢") == ""


LAMP = OwnTicket("NH20261124-0001", "3楼楼道灯坏了", "梧桐里1号院5幢楼道", "in_progress", "assignee")
BELL = OwnTicket("NH20261124-0002", "门铃按不响", "梧桐里1号院5幢2单元", "in_progress", "assignee")


@pytest.mark.parametrize(
    ("words", "named"),
    [("灯这边门锁着进不去", LAMP), ("2号弄好了", BELL), ("门铃好了", BELL), ("5幢那个", None), ("灯和门铃", None)],
)
def test_which_is_named(words, named):
    assert named_alone(words, [LAMP, BELL]) == named


def test_of_what_a_ticket_has_nothing_to_do_with_it_is_not_said():
    assert speaks_of_another("水箱那边我到了", BELL)
    assert not speaks_of_another("门铃那边我到了", BELL)
    assert not speaks_of_another("刚才那个好了", BELL)


@pytest.mark.parametrize(
    ("words", "hardly"),
    [
        ("水箱那边我到了", True),
        ("桐树按钮那边", True),
        ("院门那个", False),
        ("单元楼顶花坛那边", False),
        ("门铃那边", False),
        ("刚才那个", False),
    ],
)
def test_what_has_hardly_anything_to_do_with_a_ticket(words, hardly):
    assert speaks_of_another(words, BELL, perhaps=True) is hardly


def test_matters_are_told_apart_where_it_is_said_that_they_are_several():
    text = "两件事哦：路灯不亮了，还有井盖一踩就响"
    assert parts_in(text) == problems_in(text) == ("路灯不亮了", "井盖一踩就响")
    assert len(problems_in("路灯不亮了，还有一个人摔了")) < 2
    assert parts_named("拆开，一个门厅灯，一个信报箱") == ("门厅灯", "信报箱")


PEOPLE = (("R1", "孔模拟", "网格长（第1网格）"), ("R2", "孔模拟", "在职党员（梧桐社区）、网格员（第21网格）"))


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("1", 0),
        ("第二个", 1),
        ("就是管第一网格的", 0),
        ("网格长那个", 0),
        ("21网格", 1),
        ("孔模拟", None),
        ("不知道", None),
    ],
)
def test_who_is_meant(words, place):
    assert person_in(words, PEOPLE) == place
