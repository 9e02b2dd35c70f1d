"""A code that binds an account hands over somebody's rights: nobody gives out more than they hold themselves."""

import re

import pytest

from tests.roster import small

CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")


@pytest.fixture
def town(chat):
    lines = small()
    lines["people"] += [
        {"code": "S2", "name": "钱邻区", "phone": "19911110041"},
        {"code": "L1", "name": "魏领导", "phone": "19911110042"},
        {"code": "A1", "name": "毛管理", "phone": "19911110043"},
        {"code": "T1", "name": "尤双岗", "phone": "19911110044"},
        {"code": "F1", "name": "许将任", "phone": "19911110045"},
        {"code": "M1", "name": "施维修", "phone": "19911110046"},
        {"code": "V1", "name": "华无岗", "phone": "19911110047"},
    ]
    lines["posts"] += [
        {"person": "S2", "role": "社区书记", "place": "C2"},
        {"person": "L1", "role": "街道领导", "place": "S"},
        {"person": "A1", "role": "管理员", "place": "S"},
        {"person": "T1", "role": "在职党员", "place": "C1"},
        {"person": "T1", "role": "派单员", "place": "S"},
        {"person": "F1", "role": "管理员", "place": "S", "since": "2027-03-01"},
        {"person": "M1", "role": "维修队", "place": "S"},
    ]
    chat.subdistrict(lines)
    return {"secretary": chat.bound("吴范例", "0006"), "admin": chat.invited("毛管理")}


def test_a_secretary_invites_nobody_whose_rights_reach_beyond_the_community(chat, town):
    secretary = town["secretary"]
    for code, whom in (
        ("A1", "毛管理"),
        ("L1", "毛管理"),
        ("T1", "毛管理"),
        ("F1", "毛管理"),
        ("M1", "毛管理"),
        ("S2", "钱邻区"),
        ("R3", "钱邻区"),
        ("R9", "钱邻区"),
    ):
        answer = secretary.says(f"邀请 {code}")
        assert not CODE.search(answer), (code, answer)
        assert f"您可以找{'管理员' if whom == '毛管理' else '社区书记'}{whom}" in answer, (code, answer)
    for code in ("R1", "R4", "R5", "R6", "R7", "R8", "V1"):
        assert CODE.search(secretary.says(f"邀请 {code}")), code
    for code in ("A1", "L1", "S2", "R1", "M1"):
        assert CODE.search(town["admin"].says(f"邀请 {code}")), code


def test_who_leads_and_left_the_account_is_replaced_by_a_code_only(chat, town):
    """A name and four digits are no secret among colleagues: enough for a new colleague, not to become the administrator."""
    for name, digits, again in (("毛管理", "0043", town["admin"]), ("吴范例", "0006", town["secretary"])):
        again.phone.unfollow()
        other = chat.person(f"冒充{name}")
        assert "邀请码" in other.says(f"绑定 {name} {digits}")
        assert "居民身份" in other.says("我的身份")
        again.phone.follow()
        assert name[0] + "**" in again.says("我的身份")
