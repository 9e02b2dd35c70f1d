"""The number that somebody new is offered."""

import pytest

from governance.roster.numbering import next_code


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ([], ""),
        (["张三"], ""),
        (["R00087", "R00003"], "R00088"),
        (["R9", "R10"], "R11"),
        (["R1", "R2", "M10"], "R3"),
        (["R00099", "R1000000"], "R1000001"),
        (["007"], "008"),
    ],
)
def test_the_next_after_the_highest_of_the_commonest_kind(codes, following):
    assert next_code(codes) == following
