"""Many at once, and the same again: a milestone is proved once, a lecture counted once, each reminder owed once."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, insert, select

from handlers.jobs import run_job
from scheduler.registry import JOBS
from storage.models import Account, Lecture, Milestone, OrganisationContact, Outbox, Person
from tests.alliance import alliance

CONTACTS = 20
(MILESTONES,) = [job for job in JOBS if job.name == "milestones"]


def crowd(chat):
    """Twenty more who speak for the first unit."""
    pair = alliance(chat)
    speakers = [chat.person(f"联络员{number}") for number in range(CONTACTS)]
    with chat.database.write() as connection:
        unit = connection.execute(select(OrganisationContact.organisation_id).order_by(OrganisationContact.id)).scalar()
        for number, speaker in enumerate(speakers):
            person = connection.execute(
                insert(Person).values(code=f"X{number}", name=f"样本{number}").returning(Person.id)
            ).scalar_one()
            connection.execute(
                insert(Account).values(
                    channel="wechat", openid=speaker.openid, person_id=person, last_inbound_at=chat.clock()
                )
            )
            connection.execute(
                insert(OrganisationContact).values(person_id=person, organisation_id=unit, since=chat.clock())
            )
    return pair, speakers


def test_of_twenty_who_prove_it_and_record_it_at_once_each_is_done_once(chat):
    _, speakers = crowd(chat)
    number = chat.rows(select(Milestone.id).where(Milestone.code == "M1"))[0][0]
    with ThreadPoolExecutor(CONTACTS) as pool:
        proved = list(pool.map(lambda each: each.says(f"节点 {number} 完成 已修好水管"), speakers))
        taught = list(pool.map(lambda each: each.says("党课上完了，主题 社区治理怎么做，30人"), speakers))
    assert sum("已告诉双方" in said for said in proved) == 1, proved
    assert sum("已经登记完成" in said for said in proved) == CONTACTS - 1, proved
    assert sum("已登记党课" in said for said in taught) == 1, taught
    assert sum("已经登记过了" in said for said in taught) == CONTACTS - 1, taught
    assert chat.rows(select(func.count()).select_from(Lecture))[0][0] == 1
    told = select(Outbox.account_id, func.count()).where(Outbox.kind == "alliance").group_by(Outbox.account_id)
    assert {count for _, count in chat.rows(told)} == {1}


def test_workers_side_by_side_owe_each_reminder_once(chat, clock):
    crowd(chat)
    clock.turn(days=3)
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: run_job(chat.tools, MILESTONES), range(6)))
    assert sum(done) == 1
    owed = chat.rows(select(Outbox.account_id).where(Outbox.kind == "remind"))
    assert len(owed) == len(set(owed)) == CONTACTS + 3, "the contact, both secretaries, and the twenty"


def test_the_same_message_again_gets_the_first_answer(chat):
    pair = alliance(chat)
    number = chat.rows(select(Milestone.id).where(Milestone.code == "M1"))[0][0]
    chat.platform.faults.plan("duplicate", times=1)
    assert "已登记完成" in pair.contact.says(f"节点 {number} 完成 已修好水管")
    assert chat.rows(select(func.count()).select_from(Milestone).where(Milestone.proved_at.is_not(None)))[0][0] == 1
