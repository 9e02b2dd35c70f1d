"""To whom a ticket is handed: by line of work, by role, by name."""

import pytest

from understanding.whom import Whom, tells_whom, whom_anywhere, whom_in, whom_named, whom_said


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("给城管科", Whom(line="city_management")),
        ("给综治办 原因：打架", Whom(line="public_security", why="打架")),
        ("安监 因为有隐患", Whom(line="work_safety", why="有隐患")),
        ("网格长，忙不过来", Whom(role="grid_head", why="忙不过来")),
        ("由维修队处理", Whom(role="repair_crew")),
        ("请社区书记", Whom(role="community_secretary")),
        ("给陈试用同志处理，他熟", Whom(name="陈试用", why="他熟")),
        ("r12", Whom(name="r12")),
        ("消防队", Whom(name="消防队")),
        ("消防队吧", Whom(name="消防队")),
        ("给城管处理一下吧", Whom(line="city_management")),
        ("派给孙模拟，他熟", None),
    ],
)
def test_whom_the_beginning_names(text, whom):
    assert whom_in(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("这个单子转给城管处理吧", Whom(line="city_management")),
        ("麻烦让维修队来修一下", Whom(role="repair_crew")),
        ("把工单转到综合执法，占道经营", Whom(line="law_enforcement", why="占道经营")),
        ("占道经营，转到综合执法", Whom(line="law_enforcement", why="占道经营")),
        ("占道经营，转到综合执法，催一下", Whom(line="law_enforcement", why="占道经营，催一下")),
        ("联系供电所，停电了", Whom(name="供电所", why="停电了")),
        ("停电了，联系供电所来看看，转给网格长", Whom(name="供电所", why="停电了，转给网格长")),
        ("派给网格长孙模拟去看看", Whom(role="grid_head", name="孙模拟")),
        ("社区来管，楼道堆物", Whom(role="community_secretary", why="楼道堆物")),
        ("没有谁", None),
    ],
)
def test_whom_a_sentence_names_wherever_it_stands(text, whom):
    assert whom_anywhere(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("城管", Whom(line="city_management")),
        (" 网格长 ", Whom(role="grid_head")),
        ("城管 不归我管", Whom(name="城管 不归我管")),
        (" 谁也不是 ", Whom(name="谁也不是")),
    ],
)
def test_a_text_that_is_nothing_but_whom(text, whom):
    assert whom_named(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("小陈吧", Whom(name="小陈")),
        ("就小陈啊", Whom(name="小陈")),
        ("陈试用 他熟", Whom(name="陈试用", why="他熟")),
        ("R12来", Whom(name="R12", why="来")),
        ("明天再说给小陈", Whom(name="小陈", why="明天再说")),
        ("转物业", Whom(name="物业")),
        ("城管 占道", Whom(line="city_management", why="占道")),
        ("就给网格长孙模拟", Whom(role="grid_head", name="孙模拟")),
        ("请派出所来处理一下", Whom(line="public_security")),
        ("谁都行", Whom(name="谁都行")),
    ],
)
def test_whom_an_answer_names_at_its_beginning_or_else_anywhere(text, whom):
    assert whom_said(text) == whom


@pytest.mark.parametrize(("text", "named"), [("R12", True), ("r1203 吧", True), ("谁都行", False)])
def test_a_code_names_somebody(text, named):
    assert tells_whom(text) is named
