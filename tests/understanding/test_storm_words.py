"""What is said in a storm: thanks that only close a report, streets called after trees, small faults, and dangers among outages."""

import pytest

from handlers.shipped_model import shipped_troubles
from understanding.danger import judged
from understanding.hazard import Danger, hazard_in
from understanding.normalise import normalise
from understanding.thanks import gives_thanks
from understanding.trouble import Trouble
from understanding.trouble_told import trouble_told


@pytest.mark.parametrize(
    "words",
    ["翠竹园4幢2单元水管光喘气，谢谢", "喂，石榴里7号院1幢门口有摊积泥，多谢了", "河滨村12栋楼梯口堆着旧柜子 谢谢师傅"],
)
def test_thanks_at_the_end_of_a_report_are_no_thanks_alone(words):
    assert not gives_thanks(normalise(words))


@pytest.mark.parametrize(
    "words",
    ["谢谢", "好的，多谢了", "谢谢3幢的张师傅", "9幢的井盖换新了，谢谢", "2单元的灯亮了，谢谢你们"],
)
def test_who_thanks_for_what_was_done_thanks(words):
    assert gives_thanks(normalise(words))


@pytest.mark.parametrize("words", ["梧桐路9号院2幢水断了", "槐荫巷3号网断了", "青枝里12幢的门歪了"])
def test_a_street_called_after_its_trees_is_no_fallen_tree(words):
    assert hazard_in(normalise(words)) is None


@pytest.mark.parametrize("words", ["梧桐路9号院里的梧桐断了", "槐荫巷3号门口树倒了", "树枝断了，挂在梧桐里2号院墙上"])
def test_a_fallen_tree_in_such_a_street_is_one(words):
    found = hazard_in(normalise(words))
    assert found is not None
    assert found.danger is Danger.TREE


PLAIN = (
    "翠竹园4幢水停了", "没网了，家里有小孩", "喂，又没水了，家里还有老人，麻烦来人看一下",
    "停水了，石榴里7号院1幢", "师傅，断网了，请查一下",
)  # fmt: skip
MORE = (
    "水停了，楼上有人喊", "没水了，墙缝越来越大", "断网了，老人躺在地上", "停水了，有人趴在巷里3楼", "没水了，屋里味道冲人",
    "停电了，家里有老人", "停气了，家里有小孩",
)  # fmt: skip


@pytest.mark.parametrize("likelihood", [0.1, 0.6])
@pytest.mark.parametrize("words", PLAIN)
def test_no_water_or_net_and_nothing_beside_it_is_no_danger_whatever_was_learned(words, likelihood):
    assert hazard_in(normalise(words)) is None
    assert judged(normalise(words), None, likelihood) is None


@pytest.mark.parametrize("words", MORE)
def test_whatever_else_is_told_with_it_keeps_its_doubt(words):
    assert judged(normalise(words), None, 0.1) is not None


@pytest.mark.parametrize("words", PLAIN)
def test_a_sign_of_danger_stands_beside_an_outage(words):
    text = normalise(words + "，楼道里闻到煤气味")
    assert judged(text, hazard_in(text), 0.0, puzzled=True) is not None


@pytest.mark.parametrize(
    "words", ["停电了，我爸靠呼吸机", "家里的制氧机没电了", "断电半小时，吸痰的机器撑不住", "监护仪一直报警，停电了"]
)
def test_who_breathes_by_a_machine_is_in_danger_without_power(words):
    found = judged(normalise(words), None, 0.0)
    assert found is not None
    assert (found.danger, found.sure) == (Danger.PERSON, False)


@pytest.mark.parametrize("words", ["哪里能租制氧机", "呼吸机医保报销吗", "停电通知看到了"])
def test_who_only_speaks_of_such_a_machine_is_in_none(words):
    assert judged(normalise(words), None, 0.0) is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (None, "电梯楼层键失灵"),
        (None, "电梯运行有异响"),
        (None, "洗脸池下水有点慢"),
        (None, "地漏有些不畅"),
        (Trouble.LIFT, "电梯按钮全不亮，停了"),
        (Trouble.LIFT, "电梯停在五楼不动"),
        (Trouble.SEWER, "下水慢，后来全返上来了"),
        (Trouble.SEWER, "马桶堵了，污水冒出来"),
    ],
)
def test_a_small_fault_of_what_still_works_is_nobody_elses(kind, words):
    assert trouble_told(normalise(words), shipped_troubles()) is kind
