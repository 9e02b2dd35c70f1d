"""`linli understanding train` without a file: what is learned from a folder of sentences, as an operator meets it."""

import os
import subprocess
import sys

import pytest

from tests.commands import linli
from tests.conftest import ROOT
from understanding.learned_file import from_bytes as troubles_from_bytes
from understanding.model.file import from_bytes
from understanding.situation import OwnTicket, Situation

REPORTS = """
@voice w1v1 | 退休教师
@scene role=resident
report_problem - | 三楼的灯泡坏掉了
report_problem - | 路灯一到晚上就不亮
report_problem - | 垃圾桶满得盖不上
report_problem - | 厨余垃圾臭得很
report_problem - | 楼上漏水滴到我家阳台
report_problem - | 单元门的锁坏了关不上
report_problem! - | 厨房里有煤气味
report_problem! - | 楼道闻到好大的煤气
report_problem! - | 煤气罐在嘶嘶地漏
"""
TALK = """
@voice w2v1 | 快递员
@scene role=resident
@ticket 12 | 楼道灯不亮 | 玉泉里5幢2单元 | dispatched | reporter
@ticket 13 | 垃圾桶满溢 | 玉泉里3幢 | dispatched | reporter
show_progress 12 | 灯泡那个什么时候来修
show_progress 12 | 楼道灯怎么还没有消息
show_progress 12 | 我报的灯修到哪一步了
show_progress 13 | 垃圾桶那件到底办得怎样
show_progress 13 | 请问垃圾什么时候清走
show_progress 13 | 垃圾的事有没有人管呀
show_progress 13 | 那个桶处理得如何啦
show_progress 12 | 麻烦查一下12号现在到哪了
show_progress 13 | 想问问13号有进展没有
"""
TROUBLES = """
no_water | 水龙头拧开一滴都没有
no_water | 整栋楼从早上起就没水
no_water | 停水也不通知一声
no_water | 水管里放不出水来
no_water | 家家户户都断水了
no_power | 一下子全黑了没电
no_power | 我们这片又停电
no_power | 冰箱都不转了整幢没电
no_power | 电闸没跳可就是没电
no_power | 对面那栋也停电了
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    for name, content in (("writer_1/v1", REPORTS), ("writer_2/v1", TALK), ("troubles/w1", TROUBLES)):
        file = folder / f"{name}.txt"
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf-8")
    return folder


def trained(corpus, out):
    """A process of its own, from nothing: it starts another."""
    return subprocess.run(
        [sys.executable, "-m", "linli", "understanding", "train", "--corpus", str(corpus), "--out", str(out)],
        capture_output=True, text=True, cwd=ROOT, env=os.environ, timeout=120,
    )  # fmt: skip


def test_what_is_wanted_what_is_meant_and_what_troubles_are_learned_and_the_same_each_time(corpus, tmp_path):
    once, again = tmp_path / "once" / "commands.npz", tmp_path / "again" / "commands.npz"
    told = trained(corpus, once)
    assert told.returncode == 0, told.stderr
    assert "18 句，2 种说法" in told.stdout
    tickets = (
        OwnTicket("12", "楼道灯不亮", "玉泉里5幢2单元", "dispatched", "reporter"),
        OwnTicket("13", "垃圾桶满溢", "玉泉里3幢", "dispatched", "reporter"),
    )
    model, asking = from_bytes(once.read_bytes()), Situation("resident", tickets)
    lamp, gas, question = model.likelihoods(
        [("灯泡坏了", Situation("resident")), ("厨房煤气漏", Situation("resident")), ("垃圾什么时候来清", asking)]
    )
    assert [each.labels[0][0] for each in (lamp, gas, question)] == [
        "report_problem",
        "report_problem",
        "show_progress",
    ]
    assert gas.danger > lamp.danger
    assert model.pointer.point("show_progress", "垃圾什么时候来清", asking)[0] == "13"
    troubles = troubles_from_bytes((once.parent / "troubles.npz").read_bytes())
    assert [troubles.label_of(text)[0] for text in ("一滴水都放不出来", "整栋都停电")] == ["no_water", "no_power"]
    assert trained(corpus, again).returncode == 0
    for name in ("commands.npz", "troubles.npz"):
        assert (again.parent / name).read_bytes() == (once.parent / name).read_bytes()


def spoiled(corpus, change):
    for name, content in change.items():
        (corpus / f"{name}.txt").write_text(content, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"writer_1/v1": "", "writer_2/v1": ""}, "没有语料"),
        ({"writer_1/v1": "report_problem | 没有写工单"}, "有一行读不懂"),
        ({"troubles/w1": "snow | 到处是雪"}, "有一行读不懂"),
    ],
)
def test_a_corpus_that_cannot_be_read_is_told_before_anything_is_learned(corpus, tmp_path, change, words):
    spoiled(corpus, change)
    out = tmp_path / "out" / "commands.npz"
    told = linli("understanding", "train", "--corpus", str(corpus), "--out", str(out), env={})
    assert told.returncode == 1
    assert words in told.stderr
    assert not out.exists()


@pytest.mark.parametrize("change", [{"writer_2/v1": ""}, {"troubles/w1": "no_water | 没水"}])
def test_too_little_to_learn_from_is_told_in_whichever_process_it_shows_and_nothing_is_written(
    corpus, tmp_path, change
):
    spoiled(corpus, change)
    out = tmp_path / "out" / "commands.npz"
    told = trained(corpus, out)
    assert told.returncode == 1
    assert "标好的行太少" in told.stderr
    assert "Traceback" not in told.stderr
    assert not out.exists()
