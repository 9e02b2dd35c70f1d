"""The list of changes that no test beside the rules notices: each has a reason, and names code that is there."""

import importlib
from subprocess import run

import pytest

from tests import mutants
from tests.mutants import SUBJECTS, Found, Survivor, changed, kept, named, verdict

GOVERNANCE = SUBJECTS[0]
ONE = Survivor("governance.days.next_month", "timedelta(days=4)", "timedelta(days=6)")


@pytest.fixture
def listed(tmp_path, monkeypatch):
    """Puts a text in the place of the list."""

    def put(text):
        file = tmp_path / "survivors.txt"
        file.write_text(text, encoding="utf-8")
        monkeypatch.setattr(mutants, "SURVIVORS", file)

    return put


def test_every_survivor_on_the_list_has_a_reason_and_a_function():
    found = kept()
    assert len(set(found)) == len(found)
    for survivor in found:
        module, _, name = survivor.function.rpartition(".")
        try:
            place = importlib.import_module(module)
        except ModuleNotFoundError:
            module, _, holder = module.rpartition(".")
            place = getattr(importlib.import_module(module), holder)
        assert hasattr(place, name), survivor


def test_what_is_not_noticed_is_to_be_on_the_list(listed):
    listed("# equal: any day of the next month will do\n" + str(ONE))
    assert verdict(GOVERNANCE, Found(100, (ONE,)), whole=True) == []
    other = Survivor(ONE.function, ONE.before, "timedelta(days=7)")
    assert verdict(GOVERNANCE, Found(100, (ONE, other)), whole=True) == [f"not noticed:\n{other}"]


def test_what_is_on_the_list_is_to_survive(listed):
    listed("# equal: any day of the next month will do\n" + str(ONE))
    assert verdict(GOVERNANCE, Found(100, ()), whole=True) == [f"named, but noticed:\n{ONE}"]
    assert verdict(GOVERNANCE, Found(100, ()), whole=False) == [], "only some files were tried"


def test_a_whole_function_may_be_named_with_its_reason(listed):
    listed("# runs on import\n* governance.days.next_month\n\n# equal\ngovernance.days.last_day\n- a\n+ b\n- c\n+ d")
    assert named(ONE, kept())
    assert [each.function for each in kept()] == ["governance.days.next_month"] + ["governance.days.last_day"] * 2
    listed("governance.days.last_day\n- a\n+ b")
    with pytest.raises(SystemExit, match="no reason"):
        kept()


def test_too_few_noticed_fail_even_when_all_are_named(listed):
    listed("# equal\n" + str(ONE))
    assert verdict(GOVERNANCE, Found(9, (ONE,)), whole=True) == ["governance: 0.889 noticed, 0.9 wanted"]


def test_the_files_that_differ_from_where_the_branch_left(tmp_path, monkeypatch):
    def git(*words):
        run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "-b", "main")
    for name in ("governance/days.py", "governance/roster/check.py", "governance/spans.py", "linli/clock.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    git("add", ".")
    git("commit", "-m", "before")
    git("switch", "-c", "branch")
    (tmp_path / "governance/days.py").write_text("1")
    (tmp_path / "linli/clock.py").write_text("1")
    git("commit", "-am", "after")
    (tmp_path / "governance/roster/check.py").write_text("2")
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    assert changed(GOVERNANCE, "main") == ["governance/days.py", "governance/roster/check.py"]
