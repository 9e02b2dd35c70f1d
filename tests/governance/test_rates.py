"""How sure a share is, and who may be ranked by it."""

from hypothesis import given
from hypothesis import strategies as st

from governance.rates import Share, interval, ranks


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share_and_narrows_with_the_cases(good, bad):
    share = Share(good + bad, good)
    found = interval(share)
    if share.of == 0:
        assert found is None
        return
    low, high = found
    assert 0 <= low <= share.percent + 1e-9
    assert share.percent - 1e-9 <= high <= 100
    more = interval(Share(share.of * 4, good * 4))
    assert more[1] - more[0] <= high - low + 1e-9


def test_few_cases_have_no_rank_and_many_good_ones_beat_few_perfect_ones():
    shares = {
        "两件": Share(2, 2),
        "五十件": Share(50, 49),
        "十件": Share(10, 10),
        "差": Share(40, 20),
        "同差": Share(40, 20),
    }
    assert ranks(shares) == {"五十件": 1, "十件": 2, "差": 3, "同差": 3}
    assert ranks({}) == {}
