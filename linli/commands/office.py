"""`linli office …`: passwords for the back office, and keys of other systems."""

import secrets
import sys
from typing import TYPE_CHECKING

import click

from linli import texts
from linli.clock import system_clock
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

if TYPE_CHECKING:
    from storage.people import KnownPerson
    from storage.unit_of_work import UnitOfWork

KEY_BYTES = 24


@click.group()
def office() -> None:
    """后台：管理员密码、其他系统的密钥。"""


@office.command("login")
@click.argument("code")
@stops_plainly
def office_login(code: str) -> None:
    """给一个人设后台密码（从标准输入读一行，或在终端输入），并打印动态码密钥；原来的作废，登录着的页面退出。"""
    import pyotp

    from handlers.office.password_rules import flaw
    from handlers.office.passwords import new_hash
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, note_by
    from storage.console.logins import set_login
    from storage.console.sessions import end_sessions_of
    from storage.unit_of_work import UnitOfWork

    database, now = ready_database(load()), system_clock()
    password = (
        click.prompt(texts.PASSWORD, hide_input=True) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    )
    _refuse(flaw(password, ()))
    with database.read() as connection:
        person = _person(UnitOfWork(connection), code)
    _refuse(flaw(password, (person.code, person.name)))
    secret, hashed = pyotp.random_base32(), new_hash(password)
    with database.write() as connection:
        uow = UnitOfWork(connection)
        set_login(uow, person.id, hashed, secret, now)
        end_sessions_of(uow, person.id, now)
        note_by(uow, "linli office login", AuditEntry("console.login_set", f"person:{person.code}"), now)
        uow.finish()
    address = pyotp.TOTP(secret).provisioning_uri(name=person.code, issuer_name="Linli")
    click.echo(texts.LOGIN_SET.format(code=person.code, secret=secret, address=address))


@office.command("logout")
@click.argument("code")
@stops_plainly
def office_logout(code: str) -> None:
    """取消一个人的后台密码，并退出他登录着的页面。"""
    from linli.wiring import ready_database
    from storage.audit import AuditEntry, note_by
    from storage.console.logins import drop_login
    from storage.console.sessions import end_sessions_of
    from storage.unit_of_work import UnitOfWork

    database, now = ready_database(load()), system_clock()
    with database.write() as connection:
        uow = UnitOfWork(connection)
        person = _person(uow, code)
        drop_login(uow, person.id)
        ended = end_sessions_of(uow, person.id, now)
        note_by(uow, "linli office logout", AuditEntry("console.login_dropped", f"person:{person.code}"), now)
        uow.finish()
    click.echo(texts.LOGIN_DROPPED.format(code=person.code, count=ended))


def _refuse(why: str | None) -> None:
    if why:
        raise Stop(why)


def _person(uow: "UnitOfWork", code: str) -> "KnownPerson":
    from storage.people import person_coded

    person = person_coded(uow, code.upper())
    if person is None:
        raise Stop(texts.NO_SUCH_PERSON.format(who=code))
    return person


@office.command("key")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    default=("report",),
    type=click.Choice(["report", "tickets", "events", "duty"]),
    help="能做什么：report 上报（Open311），tickets、events、duty 读取；可写多次",
)
@click.option("--a-minute", default=60, type=click.IntRange(1, 6000), help="每分钟最多读几次")
@stops_plainly
def office_key(name: str, scopes: tuple[str, ...], a_minute: int) -> None:
    """给另一个系统一把密钥（Open311 上报，或读接口），只显示这一次。"""
    from governance.api_scopes import Scope
    from handlers.context import Context
    from handlers.intake.taking_in import OPEN311, system_account
    from linli.wiring import ready_database, subdistrict_config
    from storage.console.api_keys import add_key
    from storage.place_book import PlaceBook
    from storage.unit_of_work import UnitOfWork

    settings = load()
    database, key = ready_database(settings), secrets.token_urlsafe(KEY_BYTES)
    with database.write() as connection:
        ctx = Context(UnitOfWork(connection), subdistrict_config(settings), system_clock(), PlaceBook())
        account = system_account(ctx, OPEN311, name[:60])
        if not add_key(ctx.uow, name[:60], key, account.id, ctx.now, [Scope(each) for each in scopes], a_minute):
            raise Stop(texts.KEY_THERE.format(name=name))
        ctx.uow.finish()
    click.echo(key)


@office.command("revoke")
@click.argument("name")
@stops_plainly
def office_revoke(name: str) -> None:
    """停用另一个系统的密钥。"""
    from linli.wiring import ready_database
    from storage.console.api_keys import end_key
    from storage.unit_of_work import UnitOfWork

    with ready_database(load()).write() as connection:
        if not end_key(UnitOfWork(connection), name[:60], system_clock()):
            raise Stop(texts.NO_KEY.format(name=name))
    click.echo(texts.KEY_ENDED.format(name=name))
