"""What a subdistrict may write into its rules file about how often things are looked at."""

import pytest

from governance.rule_limits import DIVIDE_A_YEAR
from governance.things.kinds import ThingKind
from linli.errors import Stop
from linli.rules_file import read_rules


@pytest.mark.parametrize("months", [0, 5, 7, 8, 9, 10, 11, 13])
def test_months_that_do_not_fill_a_year_stop_the_start(tmp_path, months):
    path = tmp_path / "rules.toml"
    path.write_text(f"thing_months_lift = {months}", encoding="utf-8")
    with pytest.raises(Stop, match="thing_months_lift 应为"):
        read_rules(path)


@pytest.mark.parametrize("months", [1, 2, 3, 4, 6, 12])
def test_others_are_taken(tmp_path, months):
    path = tmp_path / "rules.toml"
    path.write_text(f"thing_months_lift = {months}", encoding="utf-8")
    assert read_rules(path).rules.thing_months("lift") == months


def test_there_is_one_for_each_kind():
    assert {f"thing_months_{kind.value}" for kind in ThingKind} == DIVIDE_A_YEAR
