"""So many reports an hour are one's own tickets; dangers are always."""

import pytest

from governance.flood import is_one_too_many
from governance.rules import Rules


@pytest.mark.parametrize(
    ("opened", "danger", "too_many"),
    [(0, False, False), (2, False, False), (3, False, True), (9, False, True), (9, True, False)],
)
def test_the_next_one_is_too_many_once_the_hours_number_is_reached(opened, danger, too_many):
    assert is_one_too_many(opened, danger, Rules(reports_an_hour=3)) is too_many
