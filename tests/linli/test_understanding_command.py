"""`linli understanding …` as an operator meets it."""

import json

import pytest

from tests.commands import linli
from tests.roster import small, written

LAMPS = ["楼道灯坏了", "路灯不亮", "三楼的灯不亮了", "声控灯坏了没人修", "灯泡又坏了", "晚上没有灯看不见"]
TRASH = ["垃圾没人收", "垃圾桶满了", "垃圾堆在门口", "厨余垃圾很臭", "装修垃圾没人清运", "垃圾车不来"]


@pytest.fixture
def env(tmp_path):
    return {"LINLI_DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def sheet(tmp_path):
    file = tmp_path / "closed.jsonl"
    rows = [{"summary": text, "category": "lighting"} for text in LAMPS]
    rows += [{"summary": text, "category": "garbage"} for text in TRASH]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    return file


def parsed(env, text):
    return json.loads(linli("understanding", "parse", text, env=env).stdout)


def test_a_text_is_one_json_object_with_the_contracts_fields(env, tmp_path):
    assert list(parsed(env, "闻到煤气味")) == [
        "command",
        "intent",
        "ticket",
        "shift",
        "place",
        "category",
        "urgency",
        "time",
        "people",
        "probability",
        "alternatives",
        "asks",
    ]
    assert parsed(env, "办结 12 已换灯泡")["ticket"] == "12"
    assert not (tmp_path / "data" / "linli.db").exists()


def test_with_a_roster_places_are_the_trees(env, tmp_path):
    linli("db", "upgrade", env=env)
    linli("import", "roster", str(written(tmp_path / "r.xlsx", small())), env=env)
    answer = parsed(env, "老纺织大院五栋楼道灯坏了")
    assert (answer["intent"], answer["place"], answer["category"]) == ("report", "梧桐里1号院05幢", "lighting")


def test_lines_are_read_from_standard_input(env):
    lines = "闻到煤气味\n进度 7\n\n" + "x" * 5000 + "\n"
    result = linli("understanding", "parse", "-", env=env, typed=lines)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["intent"] for answer in answers[:3]] == ["report", "progress", "noise"]
    assert answers[0]["urgency"] == "hazard"
    assert len(answers) == 4


def test_train_then_evaluate_on_what_was_not_trained_on(env, sheet, tmp_path):
    trained = linli("understanding", "train", str(sheet), env=env)
    assert trained.returncode == 0, trained.stderr
    assert "macro-F1" in trained.stdout
    assert "数据指纹" in trained.stdout
    model = tmp_path / "data" / "categories.npz"
    same = linli("understanding", "evaluate", str(sheet), env=env)
    assert same.returncode == 1
    assert "训练时用过" in same.stdout
    other = tmp_path / "other.csv"
    other.write_text("text,label\n路灯坏了很久,lighting\n垃圾一直没人收,garbage\n楼道灯坏了,lighting\n")
    scored = linli("understanding", "evaluate", str(other), env=env)
    assert "有 1 行在训练时用过" in scored.stdout
    assert "macro-F1\t1.000" in scored.stdout
    assert parsed({**env, "LINLI_CATEGORY_MODEL": str(model)}, "楼下的灯")["category"] == "lighting"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("few.jsonl", '{"text": "灯", "label": "a"}', "标好的行太少"),
        ("none.jsonl", '{"a": 1}', "没有可用的行"),
        ("broken.jsonl", "{", "读不了"),
        ("broken.xlsx", "x", "读不了"),
    ],
)
def test_a_sheet_that_cannot_be_learned_from_is_told(env, tmp_path, name, content, words):
    file = tmp_path / name
    file.write_text(content)
    result = linli("understanding", "train", str(file), env=env)
    assert result.returncode == 1
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_model_that_is_none_stops_the_start(env, tmp_path):
    file = tmp_path / "m.npz"
    file.write_text("x")
    result = linli("web", env={**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_CATEGORY_MODEL": str(file)})
    assert result.returncode == 1
    assert "模型文件" in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('[[category]]\ncode = "snow"', "要有 code、group"),
        (
            '[[category]]\ncode = "s"\ngroup = "g"\nname = "n"\nline = "grid"\nurgency = "soon"\nwords = ["雪"]',
            "urgency 应是",
        ),
        (
            '[[category]]\ncode = "s"\ngroup = "g"\nname = "n"\nline = "x"\nurgency = "normal"\nwords = ["雪"]',
            "line 应是",
        ),
        ("category = 3", "第 1 个"),
    ],
)
def test_a_wrong_category_in_the_rules_file_is_told(env, tmp_path, content, words):
    rules = tmp_path / "rules.toml"
    rules.write_text(content)
    result = linli("web", env={**env, "LINLI_WECHAT_TOKEN": "t", "LINLI_RULES": str(rules)})
    assert result.returncode == 1
    assert words in result.stderr


def test_an_own_category_serves(env, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[category]]\ncode = "snow"\ngroup = "环境"\nname = "扫雪"\nline = "grid"\nurgency = "normal"\nwords = ["积雪没扫"]'
    )
    assert parsed({**env, "LINLI_RULES": str(rules)}, "门口积雪没扫")["category"] == "snow"
