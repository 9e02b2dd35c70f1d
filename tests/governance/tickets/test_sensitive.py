"""Who reads of a person in danger."""

from datetime import UTC, datetime

import pytest

from governance.roles import Role, Term
from governance.tickets.sensitive import PRIVY, SENSITIVE, kept_from, privy

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("role", list(Role))
def test_only_who_is_alarmed_and_those_above_count_towards_it(role):
    term = Term(role, SINCE, None, place_id=1)
    above = role in {
        "grid_worker",
        "grid_head",
        "community_secretary",
        "dispatcher",
        "subdistrict_lead",
        "administrator",
    }
    assert (privy([term], "person") == (term,)) is above
    assert privy([term], "lift") == privy([term], None) == (term,)
    assert kept_from([term]) == (frozenset() if above else SENSITIVE)
    assert (role in PRIVY) is above
