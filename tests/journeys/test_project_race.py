"""Many units claim at once, many answer one call: none is double, none is lost, and whoever comes too late is told who has it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, insert, select

from storage.models import (
    Account,
    Organisation,
    OrganisationContact,
    Person,
    Project,
    ProjectClaim,
    ProjectStep,
    TakeOnCall,
)
from tests.units import with_units

UNITS, PROJECTS, SHARED = 40, 12, 4


@pytest.fixture
def crowd(chat):
    """Forty more units, each with a contact who writes."""
    staff, _ = with_units(chat)
    speakers = [chat.person(f"联{number}") for number in range(UNITS)]
    with chat.database.write() as connection:
        for number, speaker in enumerate(speakers):
            person = connection.execute(
                insert(Person).values(code=f"K{number:02d}", name=f"样本{number}").returning(Person.id)
            ).scalar_one()
            unit = {"code": f"X{number:02d}", "name": f"示范单位{number}", "kind": "company"}
            unit_id = connection.execute(insert(Organisation).values(**unit).returning(Organisation.id)).scalar_one()
            contact = {"person_id": person, "organisation_id": unit_id, "since": chat.clock()}
            connection.execute(insert(OrganisationContact).values(**contact))
            account = {"channel": "wechat", "openid": speaker.openid, "last_inbound_at": chat.clock()}
            connection.execute(insert(Account).values(person_id=person, **account))
    return staff, speakers


def test_each_share_of_each_project_has_one_holder(chat, crowd):
    staff, speakers = crowd
    for number in range(PROJECTS):
        shared = "，两家一起认领" if number < SHARED else ""
        staff.secretary.says(f"开项目 梧桐里1号院第{number + 1}件实事{shared}")

    def claims(place):
        return [speakers[place].says(f"认领项目{(place + step) % PROJECTS + 1}") for step in range(5)]

    with ThreadPoolExecutor(20) as pool:
        answers = [answer for said in pool.map(claims, range(UNITS)) for answer in said]
    won = [answer for answer in answers if answer.startswith("已认领项目")]
    lost = [answer for answer in answers if "没有空位了" in answer and "已由" in answer]
    assert len(won) == PROJECTS + SHARED
    assert len(won) + len(lost) == len(answers), set(answers) - set(won) - set(lost)
    held = chat.rows(select(ProjectClaim.project_id, func.count()).group_by(ProjectClaim.project_id))
    assert {row[0]: row[1] for row in held} == {n + 1: 2 if n < SHARED else 1 for n in range(PROJECTS)}
    noted = chat.rows(select(func.count()).where(ProjectStep.what == "claim"))
    assert noted[0][0] == len(won)
    assert {row.state for row in chat.rows(select(Project.state))} == {"claimed"}


def test_of_many_who_answer_one_call_one_has_it(chat, crowd):
    staff, speakers = crowd
    chat.person("李阿姨").says("梧桐里1号院1幢楼道里积水了")
    chat.work()
    staff.secretary.says("应急领办 1 缺水泵")
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda speaker: speaker.says("领办 1"), speakers))
    won = [answer for answer in answers if answer.startswith("由您领办了")]
    assert len(won) == 1
    assert all("领办（今天" in answer for answer in answers if answer not in won)
    assert chat.rows(select(TakeOnCall.state, func.count()).group_by(TakeOnCall.state)) == [("taken", 1)]


def test_the_same_message_twice_claims_once(chat, crowd):
    staff, speakers = crowd
    staff.secretary.says("开项目 梧桐里1号院车棚改造，两家一起认领")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: speakers[0].says("认领项目1"), range(8)))
    assert len(chat.rows(select(ProjectClaim.id))) == 1
