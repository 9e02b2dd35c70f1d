"""One person's data by command: masked, invited, exported, forgotten; and new keys for all."""

import json

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from storage import keyring
from storage.console.logins import set_login
from storage.models import (
    Account,
    Attachment,
    Audit,
    ConsoleSession,
    Inbound,
    Outbox,
    Person,
    Post,
    StaffLogin,
    Ticket,
)
from storage.unit_of_work import UnitOfWork
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.office import Office
from tests.staff import staff


@pytest.fixture
def env(database_url, tmp_path):
    return {"LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path), "LINLI_SECRET_KEY": SECRET_KEY}


@pytest.fixture
def leader(chat):
    chat.subdistrict()
    leader = chat.bound("王样本", "0005")
    chat.bound("陈试用", "0001")
    leader.says("我是王样本，梧桐里1号院5幢水管漏水，打我电话19900000005")
    leader.sends_picture()
    chat.work()
    return leader


def test_a_person_is_shown_masked_and_in_full_only_with_a_trace(env, leader, database):
    masked = linli("person", "show", "R5", env=env).stdout
    assert "王**　199****0005" in masked
    assert "红色楼栋长 Y1-5" in masked
    assert "王样本　19900000005" in linli("person", "show", "R5", "--full", env=env).stdout
    with database.read() as connection:
        reads = connection.execute(select(Audit.subject).where(Audit.action == "person.read")).scalars().all()
    assert reads == ["person:R5"]
    assert linli("person", "show", "R99", env=env).returncode == 1


def test_an_invitation_by_command_binds(env, chat, leader):
    answer = linli("person", "invite", "R2", env=env).stdout
    code = answer.partition("：")[2][:9]
    assert "绑定成功：赵**" in chat.person("赵演示").says(f"绑定 {code}")
    assert linli("person", "invite", "R99", env=env).returncode == 1


def test_a_person_gets_all_that_is_kept_of_them(env, leader):
    data = json.loads(linli("person", "export", "R5", env=env).stdout)
    assert data["person"][0]["name"] == "王样本"
    assert data["tickets"][0]["text"].startswith("我是王样本")
    assert data["attachments"][0]["kind"] == "image"
    assert data["posts"][0]["role"] == "building_leader"
    same = json.loads(linli("person", "export", "NH20261124-0001", env=env).stdout)
    assert same == data
    assert linli("person", "export", "NH20261124-0099", env=env).returncode == 1


def test_a_forgotten_person_is_nowhere_and_the_statistics_stay(env, chat, leader, database, tmp_path):
    files = list((tmp_path / "files").glob("*/*"))
    assert files
    refused = linli("person", "forget", "R5", env=env)
    assert refused.returncode == 1
    assert linli("person", "forget", "R5", "--yes", env=env).returncode == 0
    with database.read() as connection:
        person = connection.execute(select(Person.__table__).where(Person.code.like("forgotten%"))).one()
        assert (person.name, person.phone, person.bind_digest) == ("已注销", None, None)
        ticket = connection.execute(select(Ticket.__table__)).one()
        assert ticket.place_id is not None
        assert ticket.state == "dispatched"  # as it stood before
        everything = [
            str(row)
            for model in (Account, Ticket, Inbound, Outbox, Attachment, Person)
            for row in connection.execute(select(model.__table__))
        ]
    assert not any(word in row for row in everything for word in ("王样本", "19900000005", leader.openid, "漏水"))
    assert not any(file.exists() for file in files)
    assert "居民身份" in leader.says("我的身份")
    assert "没有对上" in leader.says("绑定 王样本 0005")
    exported = linli("export", "tickets", env=env).stdout
    assert len(exported.splitlines()) == 1
    assert linli("person", "forget", "R5", "--yes", env=env).returncode == 1


def test_an_anonymous_resident_is_forgotten_by_the_number_of_a_report(env, chat, database):
    chat.subdistrict()
    resident = chat.person("李阿姨")
    resident.says("梧桐里1号院1幢楼道灯坏了")
    assert linli("person", "forget", "NH20261124-0001", "--yes", env=env).returncode == 0
    assert "没有上报记录" in resident.says("进度")
    with database.read() as connection:
        assert connection.execute(select(Ticket.summary)).scalar_one() == "（已按本人要求隐去）"


def test_a_new_key_in_the_settings(env, leader, database):
    one = linli("person", "rotate-key", env=env)
    assert one.returncode == 1
    assert "只有一个密钥" in one.stderr
    fresh = Fernet.generate_key().decode()
    both = {**env, "LINLI_SECRET_KEY": f"{fresh},{SECRET_KEY}"}
    assert "R5　王**" in linli("person", "show", "R5", env=both).stdout
    assert "9 人" in linli("person", "rotate-key", env=both).stdout
    alone = {**env, "LINLI_SECRET_KEY": fresh}
    assert "R5　王**　199****0005" in linli("person", "show", "R5", env=alone).stdout


def test_a_new_key_in_the_file(tmp_path):
    from tests.roster import small, written

    env = {"LINLI_DATA_DIR": str(tmp_path / "data")}
    linli("db", "upgrade", env=env)
    linli("import", "roster", str(written(tmp_path / "r.xlsx", small())), env=env)
    key = tmp_path / "data" / "secret.key"
    old = key.read_text()
    assert linli("person", "rotate-key", env=env).returncode == 0
    assert key.read_text() not in ("", old)
    assert len(key.read_text().split()) == 1
    assert "R5　王**　199****0005" in linli("person", "show", "R5", env=env).stdout


def test_with_a_lost_key_nothing_is_thrown_away(env, leader):
    wrong = f"{Fernet.generate_key().decode()},{Fernet.generate_key().decode()}"
    result = linli("person", "rotate-key", env={**env, "LINLI_SECRET_KEY": wrong})
    assert result.returncode == 1
    assert "9 人的资料用现有密钥都读不出" in result.stderr
    assert "R5　王**" in linli("person", "show", "R5", env=env).stdout


def test_logins_and_sessions_of_the_back_office_go_with_the_person_and_survive_new_keys(env, chat, database):
    people = staff(chat)
    made = linli("office", "login", "D3", env=env)
    assert made.returncode == 1
    assert "至少 12 个字符" in made.stderr
    with database.write() as connection:
        dispatcher = connection.execute(select(Post.person_id).where(Post.role == "dispatcher")).scalar_one()
        set_login(UnitOfWork(connection), dispatcher, "hash", "SECRETSECRET", chat.clock())
        code = connection.execute(select(Person.code).where(Person.id == dispatcher)).scalar_one()
    Office(chat).signs_in(people.dispatcher)
    fresh = Fernet.generate_key().decode()
    assert linli("person", "rotate-key", env={**env, "LINLI_SECRET_KEY": f"{fresh},{SECRET_KEY}"}).returncode == 0
    keyring.unlock([fresh])
    try:
        with database.read() as connection:
            assert connection.execute(select(StaffLogin.totp_secret)).scalar_one() == "SECRETSECRET"
    finally:
        keyring.unlock([fresh, SECRET_KEY])
    both = {**env, "LINLI_SECRET_KEY": f"{fresh},{SECRET_KEY}"}
    assert linli("person", "forget", code, "--yes", env=both).returncode == 0
    keyring.unlock([SECRET_KEY])
    with database.read() as connection:
        assert connection.execute(select(StaffLogin.person_id)).all() == []
        assert connection.execute(select(ConsoleSession.id)).all() == []
