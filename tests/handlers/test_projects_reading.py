"""Which project is meant, what is said of it, until when, and for how many units."""

from datetime import UTC, date, datetime

import pytest

from governance.projects.milestones import Planned
from handlers.context import Here, SubdistrictConfig
from handlers.projects.commands import (
    CallTakeOn,
    ClaimProject,
    EndOffer,
    GiveUpClaim,
    OfferResource,
    PlanProject,
    ReportProjectStep,
    ShowMyProjects,
    ShowProjects,
    StateNeed,
    TakeOn,
    ThankProject,
)
from handlers.projects.staff_commands import AcceptProject, OpenProject, SendBackProject, WithdrawProject
from handlers.registry import READS
from handlers.said import Said
from handlers.tickets.commands import TakeTicket
from understanding.meaning import terse
from understanding.normalise import normalise
from understanding.place_index import PlaceIndex
from understanding.project_said import project_in, says_done, shares_in, until_in

HERE = Here(SubdistrictConfig(), datetime(2026, 11, 24, 2, 0, tzinfo=UTC), PlaceIndex(()))
TWO_STEPS = (Planned("清场", date(2026, 12, 5)), Planned("装好", date(2026, 12, 15)))
DAY = datetime(2026, 12, 20)  # noqa: DTZ001 - as people say it


def read(text):
    words = normalise(text)
    meaning = terse(words)
    assert meaning is not None, text
    return READS[meaning.command](Said(text, words, meaning), HERE)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("认领项目3", ClaimProject(3)),
        ("3号项目我们单位认了", ClaimProject(3)),
        ("认领项目3 示范大厦", ClaimProject(3, "示范大厦")),
        ("认领第3号项目", ClaimProject(3)),
        ("认领 3", ClaimProject(3, "", "3")),
        ("认领工单3", TakeTicket("3")),
        ("接单 3", TakeTicket("3")),
        ("放弃项目3 人手抽不出来", GiveUpClaim(3, "人手抽不出来")),
        ("3号项目我们做不了了，经费没批", GiveUpClaim(3, "我们做不了了，经费没批")),
        ("项目3 长椅装好8张了", ReportProjectStep(3, "长椅装好8张了")),
        ("项目3 完工", ReportProjectStep(3, "完工", True)),
        ("项目3 第1步完成，场地清好了", ReportProjectStep(3, "第1步完成，场地清好了", False, "", 1)),
        ("3号项目第二步全部完成", ReportProjectStep(3, "第二步全部完成", False, "", 2)),
        ("项目3 第2步还没做完", ReportProjectStep(3, "第2步还没做完")),
        ("3号项目分两步：12月5号前清场，12月15号前装好", PlanProject(3, TWO_STEPS)),
        ("项目3 我们准备分两步走：清场12月5日前完成；12月15日前装好", PlanProject(3, TWO_STEPS)),
        ("项目3 进展", ReportProjectStep(3, "")),
        ("3号项目：还没全部完成，差两张", ReportProjectStep(3, "还没全部完成，差两张")),
        ("项目清单", ShowProjects()),
        ("资源清单", ShowProjects("resources")),
        ("看看需求清单", ShowProjects("needs")),
        ("看项目3", ShowProjects("", 3)),
        ("项目3怎么样了", ShowProjects("", 3)),
        ("我的项目", ShowMyProjects()),
        ("我们单位认领的项目", ShowMyProjects()),
        ("提供资源 我们会议室周末可以借", OfferResource("我们会议室周末可以借")),
        ("提供资源", OfferResource()),
        ("资源：一辆面包车", OfferResource("一辆面包车")),
        ("撤下资源 3", EndOffer(3)),
        ("撤下资源", EndOffer(0)),
        ("有什么项目", ShowProjects()),
        ("看看项目", ShowProjects()),
        ("我们项目做完了", ReportProjectStep(None, "我们项目做完了", True)),
        ("提需求 我们院里缺个遮雨的车棚", StateNeed("我们院里缺个遮雨的车棚")),
        ("感谢项目3 车棚真方便", ThankProject(3, "车棚真方便")),
        ("应急领办 12 缺水泵", CallTakeOn("12", "缺水泵")),
        ("12号这件事谁能领办，喊一下", CallTakeOn("12")),
        ("领办 12", TakeOn("12")),
        ("应急领办我们上", TakeOn()),
        ("这个急的我们接", TakeOn()),
        ("验收项目3", AcceptProject(3)),
        ("项目3验收通过", AcceptProject(3)),
        ("项目3 不通过 扶手没装", SendBackProject(3, "扶手没装")),
        ("撤销项目3 改由街道实施", WithdrawProject(3, "改由街道实施")),
        ("开项目", OpenProject()),
        (
            "开项目 梧桐里1号院车棚改造，两家一起认领，12月20日前完成",
            OpenProject("梧桐里1号院车棚改造", "", DAY, 2),
        ),
        ("转项目 12 院里加装车棚", OpenProject("院里加装车棚", ticket="12")),
        ("需求 3 转项目", OpenProject(need=3)),
    ],
)
def test_words_are_read_as_what_they_ask_for(text, command):
    assert read(text) == command


@pytest.mark.parametrize(
    "text", ["我家水管漏水了", "3号楼项目部太吵", "1号院项目部夜里施工太吵", "谢谢", "我想反映个需求"]
)
def test_what_is_no_word_on_a_project_is_not_taken_for_one(text):
    meaning = terse(normalise(text))
    assert meaning is None or "project" not in meaning.command.value


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("项目3 好了", 3, "好了"),
        ("第3号项目，装好了", 3, "装好了"),
        ("项目三装好了", 3, "装好了"),
        ("装好8张了", None, "装好8张了"),
        ("8张长椅装好了", None, "8张长椅装好了"),
        ("3 装好了", 3, "装好了"),
        ("", None, ""),
    ],
)
def test_a_number_of_a_project_is_told_from_other_numbers(text, number, rest):
    assert project_in(text) == (number, rest)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("完工", True),
        ("全部装好了", True),
        ("已经做完，可以用了", True),
        ("长椅装好8张了", False),
        ("还没完工", False),
        ("完成一半", False),
        ("预计下周完工", False),
        ("还差两张就全部装好了", False),
    ],
)
def test_only_the_whole_is_done(text, done):
    assert says_done(text) is done


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("修花坛，12月20日前完成", date(2026, 12, 20)),
        ("修花坛，年底前完成", date(2026, 12, 31)),
        ("修花坛，月底前", date(2026, 11, 30)),
        ("修花坛，1月底前完成", date(2027, 1, 31)),
        ("修花坛", None),
        ("12月20日开工的修花坛", None),
    ],
)
def test_the_day_until_which_it_is_to_be_done(text, day):
    found, rest = until_in(text, date(2026, 11, 24))
    assert found == day
    assert "修花坛" in rest


def test_how_many_may_share_it():
    assert shares_in("修花坛，三家一起认领") == (3, "修花坛")
    assert shares_in("给8家商户修花坛") == (1, "给8家商户修花坛")
