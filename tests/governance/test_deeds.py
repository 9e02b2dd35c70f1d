"""What a branch did is what its people did, added up."""

from hypothesis import given
from hypothesis import strategies as st

from governance.alliance.deeds import Deeds, together

DEEDS = st.builds(Deeds, *[st.integers(0, 1000)] * 8)


@given(st.lists(DEEDS, max_size=5))
def test_all_together_is_the_sum_of_each_whatever_the_order(deeds):
    whole = together(deeds)
    assert whole == together(reversed(deeds))
    for name in ("minutes", "shifts", "campaigns", "tickets", "satisfied", "findings", "visits", "thanks"):
        assert getattr(whole, name) == sum(getattr(each, name) for each in deeds)
    assert whole.any == any(each.any for each in deeds)
