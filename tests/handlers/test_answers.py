"""What people answer to each question becomes a command, read from the question as it lies in the database."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.context import Here, SubdistrictConfig
from handlers.conversation.answers import answer_in, placed_by_code, placed_by_point
from handlers.conversation.completing import completed
from handlers.reporting.commands import (
    AnswerWorker,
    AskPerson,
    ConfirmDanger,
    GiveReason,
    JoinReport,
    KeepApart,
    KeepTogether,
    PlaceReports,
    RemarkOnReports,
    ReportProblem,
    SplitReport,
)
from handlers.tickets.commands import DispatchTicket, VerifyTicket
from storage.dialogues import OpenQuestion
from tests.understood import interpreted
from understanding.candidate import Candidate
from understanding.place_index import PlaceIndex, PlaceNode
from understanding.situation import OwnTicket, Situation
from understanding.whom import Whom

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TREE = PlaceIndex(
    [
        PlaceNode(1, None, "subdistrict", "示例街道"),
        PlaceNode(2, 1, "community", "梧桐社区"),
        PlaceNode(3, 2, "courtyard", "梧桐里1号院"),
        PlaceNode(4, 3, "building", "1幢", lat=32.05, lon=118.76),
        PlaceNode(5, 2, "courtyard", "梧桐里2号院"),
        PlaceNode(6, 5, "building", "1幢", lat=32.06, lon=118.77),
    ]
)
HERE = Here(SubdistrictConfig(), NOW, TREE)
N = "NH20261124-0001"
WHERE = {"numbers": [N], "candidates": [4, 6], "again": False}


def asked(kind, data):
    return OpenQuestion(1, kind, data, NOW, NOW)


AS_ASKED = {
    "place": "place",
    "problem": "problem",
    "danger": "danger",
    "split": "split",
    "join": "join",
    "reason": "reason",
}


def answer(kind, data, text):
    question = asked(kind, data)
    return answer_in(question, interpreted(text, Situation(asked=AS_ASKED.get(kind)), question, TREE), HERE)


@pytest.mark.parametrize(
    ("kind", "data", "text", "command"),
    [
        ("place", WHERE, "2", PlaceReports((N,), 6)),
        ("place", WHERE, "第一个", PlaceReports((N,), 4)),
        ("place", WHERE, "5", PlaceReports((N,), None, "", (4, 6))),
        ("place", {**WHERE, "candidates": []}, "5", RemarkOnReports((N,), "5")),
        ("place", WHERE, "梧桐里2号院1幢3楼", PlaceReports((N,), 6, "梧桐里2号院1幢3楼")),
        ("place", WHERE, "我住梧桐里2号院1幢", PlaceReports((N,), 6, "我住梧桐里2号院1幢")),
        ("place", WHERE, "1幢", PlaceReports((N,), None, "1幢", (4, 6))),
        ("place", WHERE | {"again": True}, "1幢", PlaceReports((N,), None, "1幢")),
        ("place", WHERE, "月亮湾小区8栋", PlaceReports((N,), None, "月亮湾小区8栋")),
        ("place", WHERE, "不知道几幢", RemarkOnReports((N,), "不知道几幢")),
        ("danger", {"number": N}, "没有了", ConfirmDanger(N, False)),
        ("danger", {"number": N}, "还有", ConfirmDanger(N, True)),
        ("split", {"number": N, "parts": ["灯坏了", "漏水"]}, "1", SplitReport(N, ("灯坏了", "漏水"))),
        ("split", {"number": N, "parts": ["灯坏了", "漏水"]}, "一起", KeepTogether(N)),
        ("join", {"number": N, "into": "NH20261123-0009"}, "一起", JoinReport(N, "NH20261123-0009")),
        ("join", {"number": N, "into": "NH20261123-0009"}, "不是", KeepApart(N)),
        ("reason", {"number": N}, "师傅没来", GiveReason(N, "师傅没来")),
        ("reply", {"number": N, "person": 3}, "在家的，随时来", AnswerWorker(N, 3, "在家的，随时来")),
        ("answered", {"text": "居住证怎么办"}, "转人工", AskPerson("居住证怎么办")),
    ],
)
def test_the_answer_to_a_question_is_a_command(kind, data, text, command):
    assert answer(kind, data, text) == command


def test_what_is_wrong_there_is_a_report_with_the_place_that_was_said():
    told = answer("problem", {"place": 4, "place_text": "梧桐里1号院1幢"}, "下水道堵了")
    assert isinstance(told, ReportProblem)
    assert (told.text, told.place, told.place_text) == ("下水道堵了", 4, "梧桐里1号院1幢")


@pytest.mark.parametrize(
    ("kind", "data", "text"),
    [
        ("place", WHERE, "进度"),
        ("place", WHERE, "梧桐里2号院1幢垃圾没人收"),
        ("place", WHERE, "谢谢啊小伙子"),
        ("place", WHERE, "算了"),
        ("problem", {}, "梧桐里2号院1幢"),
        ("danger", {"number": N}, "梧桐里2号院1幢楼道灯坏了"),
        ("split", {"number": N, "parts": ["灯坏了", "漏水"]}, "算了"),
        ("join", {"number": N, "into": "NH20261123-0009"}, "催办"),
        ("reason", {"number": N}, "梧桐里2号院1幢楼道灯坏了"),
        ("reason", {"number": N}, "闻到煤气味"),
        ("reply", {"number": N, "person": 3}, "进度"),
        ("answered", {"text": "居住证怎么办"}, "谢谢"),
        ("evidence", {"number": N, "move": "arrive", "note": ""}, "马上发"),
    ],
)
def test_what_is_no_answer_goes_its_usual_way(kind, data, text):
    assert answer(kind, data, text) is None


SAID_YES = Candidate(None, 0.9, variant="yes")
TREE_DOWN = OwnTicket(N, "1幢楼前树枝断了压在电线上", "梧桐里1号院1幢", "dispatched", "reporter")


@pytest.mark.parametrize(
    ("kind", "data"), [("danger", {"number": N}), ("join", {"number": N, "into": "NH20261124-0002"})]
)
@pytest.mark.parametrize("text", ["梧桐里2号院1幢下水道堵了没人管", "梧桐里1号院1幢电梯门关不上坏了"])
def test_where_and_what_else_is_wrong_answers_nothing(kind, data, text):
    question, situation = asked(kind, data), Situation(tickets=(TREE_DOWN,), asked=kind)
    found = interpreted(text, situation, question, TREE)
    yes = replace(found, interpretation=replace(found.interpretation, candidates=(SAID_YES,)))
    assert answer_in(question, yes, HERE) is None


def test_where_the_same_is_still_wrong_is_an_answer():
    question, situation = asked("danger", {"number": N}), Situation(tickets=(TREE_DOWN,), asked="danger")
    found = interpreted("梧桐里1号院1幢那根树枝断了还压着呢", situation, question, TREE)
    yes = replace(found, interpretation=replace(found.interpretation, candidates=(SAID_YES,)))
    assert "danger=True" in repr(answer_in(question, yes, HERE))


def test_the_rest_of_a_command_completes_it():
    question = asked("detail", {"number": N, "command": "verify_ticket", "before": "不通过 "})
    assert completed(question, interpreted("还是会掉"), HERE) == VerifyTicket(N, False, "还是会掉")
    assert completed(question, interpreted("接单 7"), HERE) is None
    assert completed(asked("place", WHERE), interpreted("还是会掉"), HERE) is None


def test_a_question_that_version_0_1_asked_is_completed_too():
    question = asked("detail", {"number": N, "intent": "transfer", "act": "dispatch", "before": ""})
    assert completed(question, interpreted("给陈试用"), HERE) == DispatchTicket(N, Whom(name="陈试用"))


def test_a_point_or_a_code_says_where():
    question = asked("place", WHERE)
    assert placed_by_point(question, 32.0501, 118.7600, "某处", HERE) == PlaceReports((N,), 4)
    assert placed_by_point(question, 31.0, 117.0, "天边路1号", HERE) == PlaceReports((N,), None, "天边路1号")
    assert placed_by_point(question, 31.0, 117.0, None, HERE) is None
    assert placed_by_code(question, 6) == PlaceReports((N,), 6)
    assert placed_by_code(asked("danger", {"number": N}), 6) is None
