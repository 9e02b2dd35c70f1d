"""A storm told by people, sent from a file: what was put together, what joined by mistake, and a file that is no such thing."""

import pytest

from tests.commands import linli

STORM = """\
0\tp1\tA\t梧桐里1号院3幢没水了
1\tp2\tA\t梧桐里1号院2幢家里水龙头一滴水都没有
2\tp3\tA\t梧桐里1号院3栋停水了
2.5\tp4\t-\t雪松里3号院2幢楼道灯坏了
3\tp5\tA\t梧桐里1号院4幢停水
4\tp6\t-\t谢谢你们
"""


def told(tmp_path, text):
    file = tmp_path / "told.tsv"
    file.write_text(text, "utf-8")
    return linli("drill", "told", str(file), env={"LINLI_DATA_DIR": str(tmp_path / "data")}, timeout=300)


def test_what_belongs_together_is_put_together_and_the_rest_stays_alone(tmp_path):
    done = told(tmp_path, STORM)
    assert done.returncode == 0, done.stderr
    assert "成对准确率 1.000，成对召回率 1.000，B-cubed F1 1.000（5件上报）" in done.stdout
    assert "A：4件，归到一起的 4" in done.stdout
    assert "不相干的 2 人里误归 0 件" in done.stdout
    assert "丢失 0，被追问 0" in done.stdout


def test_what_joins_by_mistake_and_what_is_left_alone_is_named(tmp_path):
    done = told(tmp_path, STORM.replace("3\tp5\tA", "3\tp5\t-").replace("2.5\tp4\t-", "2.5\tp4\tA"))
    assert done.returncode == 0, done.stderr
    assert "A：4件，归到一起的 3，单独的 1 件" in done.stdout
    assert "误归 1 件\n  误归：梧桐里1号院4幢停水" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0\tp1\tA\t停水了\n一会儿\tp2\tA\t停水了\n", "第2行不对"),
        ("0\tp1\t停水了\n", "第1行不对"),
        ("0\tp1\tA\t\n", "第1行不对"),
        ("", "文件里没有一句话"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path, text, said):
    done = told(tmp_path, text)
    assert done.returncode != 0
    assert said in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
