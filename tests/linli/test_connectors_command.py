"""`linli connectors`: mappings checked, platforms connected and disconnected, files taken in, all tried again."""

import json

import pytest

from handlers.mappings import SHIPPED
from simulator.others import OtherPlatform, cloud_event, hotline_order, read_hotline
from storage.models import ConnectorMailbox
from tests.commands import CLOCK, linli
from tests.conftest import SECRET_KEY
from tests.others import LIGHT, by_client, items, take_in
from tests.staff import staff


@pytest.fixture
def env(chat, database_url, tmp_path):
    staff(chat)
    return {
        CLOCK: chat.clock().isoformat(), "LINLI_DATABASE_URL": database_url, "LINLI_DATA_DIR": str(tmp_path / "d"),
        "LINLI_SECRET_KEY": SECRET_KEY,
    }  # fmt: skip


def on(env, *options):
    done = linli("connectors", "on", *options, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_a_platform_that_is_connected_may_bring_and_then_no_more(chat, clock, env):
    secret = on(env, "hotline")
    them = OtherPlatform("hotline", secret, by_client(chat), clock, hotline_order, read_hotline)
    assert them.sends("12345-1", **LIGHT)[0] == 202
    assert "hotline（12345 热线）：已接上，积压 1" in linli("connectors", "list", env=env).stdout
    other = on(env, "hotline")
    assert them.sends("12345-2", **LIGHT)[0] == 403  # the secret is another now
    them.secret = other
    assert them.sends("12345-3", **LIGHT)[0] == 202
    assert linli("connectors", "off", "hotline", env=env).returncode == 0
    assert them.sends("12345-4", **LIGHT)[0] == 403
    for arguments in (("off", "nothing"), ("on", "nothing"), ("on", "hotline", "--gives-to", "http://example.org/in")):
        assert linli("connectors", *arguments, env=env).returncode == 1


def test_a_new_secret_leaves_the_addresses_as_they_are(env):
    on(env, "hotline", "--gives-to", "https://example.org/in")
    again = linli("connectors", "on", "hotline", env=env).stdout
    assert "我们的消息发到 https://example.org/in" in again
    assert "没有写过 --gives-to" in linli("connectors", "on", "city", env=env).stdout


def test_mappings_are_checked_one_by_one_and_an_own_one_comes_first(env, tmp_path):
    assert "没有问题" in linli("connectors", "check", env=env).stdout
    folder = tmp_path / "own"
    folder.mkdir()
    text = (SHIPPED / "hotline.toml").read_text("utf-8")
    own = folder / "hotline.toml"
    own.write_text(text.replace('label = "12345 热线"', 'label = "本市热线"'), "utf-8")
    here = {**env, "LINLI_CONNECTORS": str(folder)}
    assert "hotline（本市热线）" in linli("connectors", "list", env=here).stdout
    own.write_text(text.replace('"40" = "closed"', '"40" = "asleep"'), "utf-8")
    wrong = linli("connectors", "check", str(own), env=env)
    assert wrong.returncode == 1
    assert "“asleep”" in wrong.stderr
    assert "closed" in wrong.stderr
    stopped = linli("connectors", "list", env=here)
    assert stopped.returncode == 1
    assert "Traceback" not in stopped.stderr


def test_the_files_of_a_folder_are_taken_once_and_what_cannot_be_read_stays(chat, env, tmp_path):
    on(env, "cloudevents")
    folder = tmp_path / "in"
    folder.mkdir()
    write = cloud_event("them")
    lines = [json.dumps(write(f"A-{n}", 1, LIGHT), ensure_ascii=False) for n in range(3)]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "b.json").write_text("{broken", "utf-8")
    said = linli("connectors", "take", "cloudevents", str(folder), env=env).stdout
    assert "a.jsonl：新收 3 条" in said
    assert "b.json 读不懂" in said
    assert sorted(path.name for path in folder.iterdir()) == ["b.json", "done"]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    assert "以前收过 3 条" in linli("connectors", "take", "cloudevents", str(folder), env=env).stdout
    take_in(chat)
    assert len(chat.tickets()) == 3


def test_all_that_was_set_aside_is_tried_again(chat, clock, env):
    secret = on(env, "cloudevents")
    them = OtherPlatform(
        "cloudevents", secret, by_client(chat), clock, cloud_event("them"), read_hotline, "application/cloudevents+json"
    )
    for n in range(3):
        them.sends(f"A-{n}", **LIGHT, state="on_hold")
    take_in(chat)
    assert {row.state for row in items(chat)} == {"set_aside"}
    said = linli("connectors", "aside", env=env).stdout
    assert said.count("没见过的状态代码：state=on_hold") == 3
    first = items(chat)[0].id
    assert f"{first}　cloudevents A-0" in said
    assert linli("connectors", "replay", "hotline", "--record", str(first), env=env).returncode == 1
    assert "收到的 1 条" in linli("connectors", "replay", "cloudevents", "--record", str(first), env=env).stdout
    assert [row.state for row in items(chat)] == ["received", "set_aside", "set_aside"]
    assert "没有搁置的" in linli("connectors", "aside", "hotline", env=env).stdout
    assert "收到的 2 条" in linli("connectors", "replay", "cloudevents", env=env).stdout
    assert {row.state for row in items(chat)} == {"received"}


def test_a_mailbox_is_noted_with_its_password_not_in_the_command_and_only_over_tls(chat, env, tmp_path):
    (tmp_path / "password").write_text("typed-in\n")
    on(env, "hotline")
    well = ("--user", "records", "--from", "@gov.example.cn", "--password-file", str(tmp_path / "password"))
    at = ("--at", "imaps://imap.example.gov.cn/INBOX")
    done = linli("connectors", "mail", "hotline", *at, *well, env=env)
    assert done.returncode == 0, done.stderr
    assert "typed-in" not in done.stdout
    (row,) = chat.rows(ConnectorMailbox.__table__.select())
    assert (row.secret, row.allowed) == ("typed-in", "@gov.example.cn")
    for wrong in (
        ("--at", "imap://imap.example.gov.cn/INBOX", *well),
        (*at, "--user", "records"),
        (*at, "--user", "u", "--from", "gov"),
    ):
        assert linli("connectors", "mail", "hotline", *wrong, env=env).returncode == 1
    assert linli("connectors", "mail", "hotline", "--off", env=env).returncode == 0
    assert chat.rows(ConnectorMailbox.__table__.select()) == []
