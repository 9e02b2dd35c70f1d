"""Which menu somebody sees."""

import pytest

from governance.roles import Role
from governance.tags import Tag, tag_of


@pytest.mark.parametrize(
    ("roles", "tag"),
    [
        ([], None),
        ([Role.RESIDENT], None),
        ([Role.PARTY_MEMBER], Tag.RED_POST),
        ([Role.RESIDENT, Role.BUILDING_LEADER], Tag.RED_POST),
        ([Role.GRID_WORKER], Tag.STAFF),
        ([Role.PARTY_MEMBER, Role.SUBDISTRICT_LEAD], Tag.STAFF),
        ([Role.UNIT_CONTACT], Tag.TOGETHER),
        ([Role.RESIDENT, Role.COUNCIL_MEMBER], Tag.TOGETHER),
        ([Role.PARTY_MEMBER, Role.UNIT_CONTACT], Tag.RED_TOGETHER),
        ([Role.GRID_WORKER, Role.COUNCIL_MEMBER], Tag.STAFF),
    ],
)
def test_work_comes_before_the_red_post(roles, tag):
    assert tag_of(roles) is tag
