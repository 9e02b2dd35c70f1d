"""What the books have otherwise than a sum was drafted with."""

from hypothesis import given
from hypothesis import strategies as st

from governance.evaluation.changes import FactChange, changes
from governance.evaluation.kinds import FactKind
from governance.evaluation.scoring import Fact

LECTURE, HOURS, CORRECTION = FactKind.LECTURE, FactKind.HOURS, FactKind.CORRECTION
FACTS = st.dictionaries(
    st.tuples(st.sampled_from([kind for kind in FactKind if kind is not CORRECTION]), st.sampled_from("abc")),
    st.integers(1, 3),
).map(lambda found: [Fact(kind, amount, source, source) for (kind, source), amount in found.items()])


def test_what_came_went_and_changed_is_said_line_by_line():
    frozen = [Fact(LECTURE, 1, "a", "甲"), Fact(HOURS, 60, "ledger", "乙"), Fact(CORRECTION, 5, "objection:1", "丙")]
    books = [Fact(LECTURE, 1, "b", "丁"), Fact(HOURS, 120, "ledger", "戊")]
    assert set(changes(frozen, books)) == {
        FactChange(LECTURE, "a", "甲", 1, None),
        FactChange(LECTURE, "b", "丁", None, 1),
        FactChange(HOURS, "ledger", "戊", 60, 120),
    }


def test_other_words_for_the_same_are_no_change():
    assert changes([Fact(LECTURE, 1, "a", "甲")], [Fact(LECTURE, 1, "a", "改了名")]) == ()


@given(FACTS, FACTS)
def test_with_the_changes_made_there_is_none_left(frozen, books):
    wrong = {(each.kind, each.source) for each in changes(frozen, books)}
    right = [each for each in books if (each.kind, each.source) in wrong]
    mended = [each for each in frozen if (each.kind, each.source) not in wrong] + right
    assert changes(mended, books) == ()
    assert bool(wrong) == (
        {(f.kind, f.source, f.amount) for f in frozen} != {(f.kind, f.source, f.amount) for f in books}
    )
