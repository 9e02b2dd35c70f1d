"""A new person with a number in use: the office says whose it is, and the person stays new."""

from tests.console.test_entries import ONE, edits, person
from tests.entries import CHECK, CONFIRM


@ONE
def test_a_new_person_with_a_number_in_use_stays_a_new_person_and_leads_to_whose_it_is(chat, office):
    page = edits(office, "people")
    assert page.fields(CHECK)["code"] == "R10"
    taken = page.sends(CHECK, code="R7", name="江新样", phone="19900000011")
    assert (taken.status, "编号“R7”已经有了" in taken.text) == (409, True)
    assert "新增人员" in taken.text
    assert "登记离任" not in taken.text
    assert "打开 R7 周**" in taken.text
    assert taken.fields(CHECK)["name"] == "江新样"
    number = person(chat, "R5").phone
    looked = page.sends(CHECK, code="R88", name="江新样", phone=number)
    assert "将新增 R88 江新样" in looked.text
    assert "打开 R5 王**" in looked.text
    assert "新增人员" in looked.text
    assert "已新增 R88 江新样" in looked.sends(CONFIRM).text
