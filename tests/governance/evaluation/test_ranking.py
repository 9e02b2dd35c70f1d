from hypothesis import given
from hypothesis import strategies as st

from governance.evaluation.kinds import Evaluated
from governance.evaluation.ranking import Standing, rank

STANDINGS = st.lists(
    st.builds(Standing, st.integers(1, 40), st.sampled_from(Evaluated), st.integers(-20, 100), st.booleans()),
    max_size=20,
    unique_by=lambda each: each.id,
)


@given(STANDINGS, st.integers(1, 4))
def test_everybody_stands_once_among_those_of_their_kind(standings, best):
    found = {each.id: each for each in rank(standings, best)}
    assert sorted(found) == sorted(each.id for each in standings)
    for own in standings:
        above = [each for each in standings if each.kind is own.kind and not each.gone and each.total > own.total]
        assert found[own.id].place == (None if own.gone else 1 + len(above))
        assert found[own.id].commended is (not own.gone and len(above) < best and own.total > 0)


def test_equals_share_a_place_and_who_left_has_none():
    unit = Evaluated.UNIT
    found = rank(
        [Standing(1, unit, 30), Standing(2, unit, 30), Standing(3, unit, 90, gone=True), Standing(4, unit, 0)], 3
    )
    assert [(each.place, each.commended) for each in found] == [(1, True), (1, True), (None, False), (3, False)]
