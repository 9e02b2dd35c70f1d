import pytest

from understanding.keeper_said import firms_in


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("示范物业", "示范物业"),
        ("示范物业13912345678", "示范物业 139****5678"),
        ("秦素人 13655556666", "136****6666"),
        ("秦素人", ""),
        ("梧桐社区、示范电梯公司", "梧桐社区 示范电梯公司"),
    ],
)
def test_firms_stay_and_people_go(note, shown):
    assert firms_in(note) == shown
