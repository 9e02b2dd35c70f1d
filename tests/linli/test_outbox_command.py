"""`linli outbox` and `linli jobs`, as an operator meets them."""

import pytest
from sqlalchemy import select

from storage.models import Outbox
from tests.commands import linli
from tests.conftest import SECRET_KEY
from tests.staff import staff


@pytest.fixture
def env(chat, clock, database_url, tmp_path):
    people = staff(chat)
    people.worker.phone.unfollow()
    with chat.database.write() as connection:
        connection.execute(
            Outbox.__table__.insert().values(
                dedupe_key="x", account_id=1, kind="work", text="请接单", state="waiting", attempts=0,
                not_before=clock(), created_at=clock(),
            )
        )  # fmt: skip
    chat.work()
    return {
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_DIR": str(tmp_path / "data"),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }


def test_the_dead_are_listed_with_a_reason_and_can_be_tried_again(env, chat):
    listed = linli("outbox", "list", env=env).stdout
    assert "没有发出 1" in listed
    assert "收件人没有关注公众号" in listed
    assert "陈**" in listed
    assert "请接单" in linli("outbox", "show", "1", env=env).stdout
    assert "会马上重新发送" in linli("outbox", "retry", "1", env=env).stdout
    assert [row.state for row in chat.rows(select(Outbox.state))] == ["waiting"]
    assert "已取消" in linli("outbox", "cancel", "1", env=env).stdout
    assert "已由管理员取消" in linli("outbox", "show", "1", env=env).stdout


@pytest.mark.parametrize("act", ["show", "retry", "cancel"])
def test_an_unknown_push_is_told(env, act):
    result = linli("outbox", act, "99", env=env)
    assert result.returncode == 1
    assert "99" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_jobs_with_their_next_run(env):
    before = linli("jobs", env=env).stdout
    assert "早报（daily_brief）\t每天 08:30\t上次 还没有" in before
    assert "三率月报（monthly_rates）\t每月 1 日 09:00" in before
    assert "危险推送（hazard_pushes）\t每 15 秒" in before
