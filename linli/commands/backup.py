"""`linli backup`, `linli backup verify` and `linli restore`."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linli import law_texts as words
from linli import seen_texts, texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import Settings, load

if TYPE_CHECKING:
    from storage.database import Database
    from storage.erasing import Erased


class _FileOrCommand(click.Group):
    """`linli backup FILE` writes one; of the other words each is a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """What is no command is the file to write."""
        if args and args[0] not in self.commands:
            return "write", _write, args
        return super().resolve_command(ctx, args)


@click.group(
    cls=_FileOrCommand,
    invoke_without_command=True,
    subcommand_metavar=seen_texts.FILE_OR_VERIFY,
    epilog=seen_texts.BACKUP_WITHOUT_NAME,
)
@click.pass_context
def backup(context: click.Context) -> None:
    """把数据库和附件备份成一个文件；密钥不在里面，请另外保存。"""
    if context.invoked_subcommand is None:
        context.invoke(_write)


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def _write(file: Path | None = None) -> None:
    """把数据库和附件备份成一个文件；密钥不在里面，请另外保存。"""
    from linli.clock import system_clock
    from linli.wiring import files_of, ready_database
    from storage.backup import write_backup

    settings = load()
    key = settings.backup_keys[0] if settings.backup_keys else None
    file = file or _by_date(settings, system_clock())
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        files = files_of(settings)
        counts = write_backup(ready_database(settings), files, file, system_clock(), key)
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=file)) from error
    said = {"path": file.absolute(), "rows": sum(counts.values()), "tickets": counts["tickets"]}
    click.echo(seen_texts.BACKED_UP.format(**said, key=_key_place(settings)))


def _by_date(settings: Settings, now: datetime) -> Path:
    """Beside the nightly ones, under a name that their clearing leaves alone."""
    from zoneinfo import ZoneInfo

    at = now.astimezone(ZoneInfo(settings.timezone))
    return settings.data_dir / "backups" / f"hand-{at:%Y%m%d-%H%M%S}.zip"


def _key_place(settings: Settings) -> str:
    """Where the key of names stands, as whoever keeps a copy must know."""
    from linli.secret_keys import key_file

    return "LINLI_SECRET_KEY" if settings.secret_key else str(key_file(settings).absolute())


@backup.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def verify(file: Path) -> None:
    """把一个备份从头读一遍，什么都不写；有问题时退出码为 1。"""
    from zoneinfo import ZoneInfo

    from linli.secret_keys import has_keys
    from storage.backup import verify_backup

    settings = load()
    with readable(file):
        found = verify_backup(file, settings.backup_keys)
    at = f"{found.at.astimezone(ZoneInfo(settings.timezone)):%Y-%m-%d %H:%M}"
    rows, tickets = sum(found.counts.values()), found.counts["tickets"]
    click.echo(seen_texts.VERIFIED.format(path=file, at=at, rows=rows, tickets=tickets, files=found.files))
    if not has_keys(settings):
        click.echo(seen_texts.KEY_ALSO.format(key=_key_place(settings)))
        return
    _require_opening_key(settings, file)
    click.echo(seen_texts.KEY_OPENS.format(key=_key_place(settings)))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--erasures",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="备份以后注销过的人：删除名单或更新的备份，默认用数据目录 backups 里的名单",
)
@stops_plainly
def restore(file: Path, erasures: Path | None) -> None:
    """从备份恢复到一个空数据库（SQLite 和 PostgreSQL 都行）；备份以后注销过的人照样注销。"""
    from linli.wiring import files_of
    from storage.backup import read_backup
    from storage.backup_renewed import renewed, require_known_version

    settings = load()
    with readable(file):
        earlier = require_known_version(file, settings.backup_keys)
    _require_opening_key(settings, file)
    ledger = _ledger(settings, erasures)
    if earlier:
        click.echo(seen_texts.RENEWED_FIRST.format(path=file, version=earlier), err=True)
    with readable(file), renewed(file, settings.backup_keys) if earlier else nullcontext(file) as source:
        files = files_of(settings)
        counts = read_backup(_to_fill(settings), files, source, ledger or (), settings.backup_keys)
    click.echo(seen_texts.RESTORED.format(path=file, rows=sum(counts.values()), tickets=counts["tickets"]))
    if ledger is None:
        click.echo(words.NO_LEDGER.format(path=_ledger_file(settings)), err=True)


def _require_opening_key(settings: Settings, file: Path) -> None:
    """Raises Stop where the key that opens the backup's names is not at hand; makes none."""
    from linli.secret_keys import has_keys, secret_keys
    from storage import keyring
    from storage.backup_key import names_open

    if not has_keys(settings):
        raise Stop(seen_texts.KEY_FIRST.format(key=_key_place(settings)))
    keyring.unlock(secret_keys(settings))
    with readable(file):
        opens = names_open(file, settings.backup_keys)
    if not opens:
        raise Stop(seen_texts.OTHER_KEY.format(path=file, key=_key_place(settings)))


def _to_fill(settings: Settings) -> "Database":
    """The database; one that is quite empty gets its schema first."""
    from linli.wiring import open_database, ready_database
    from storage.database import Unavailable
    from storage.schema import current_version, upgrade

    database = open_database(settings)
    try:
        with database.read() as connection:
            fresh = current_version(connection) is None
        if fresh:
            upgrade(database)
    except Unavailable:
        pass  # said by the next look
    database.close()
    return ready_database(settings)


@contextmanager
def readable(file: Path) -> Iterator[None]:
    """What is wrong with a backup, in one sentence."""
    from storage.errors import NewerVersion, NotABackup, NotEmpty, OtherVersion, WrongBackupKey

    try:
        yield
    except OSError as error:
        raise Stop(texts.FILE_UNREADABLE.format(path=file)) from error
    except NotABackup as error:
        raise Stop(seen_texts.NOT_A_BACKUP.format(path=file)) from error
    except WrongBackupKey as error:
        raise Stop(seen_texts.WRONG_BACKUP_KEY.format(path=file)) from error
    except NewerVersion as error:
        raise Stop(seen_texts.NEWER_VERSION.format(path=file, version=error)) from error
    except OtherVersion as error:
        raise Stop(seen_texts.OTHER_VERSION.format(path=file, version=error)) from error
    except NotEmpty as error:
        raise Stop(seen_texts.NOT_EMPTY) from error


def _ledger_file(settings: Settings) -> Path:
    from storage.erasing import LEDGER

    return settings.data_dir / "backups" / LEDGER


def _ledger(settings: Settings, said: Path | None) -> "list[Erased] | None":
    """Whom a restore erases again. None without a ledger: nobody can know who was erased meanwhile."""
    from storage.backup import erasures_known

    path = said or _ledger_file(settings)
    if said is None and not path.exists():
        return None
    with readable(path):
        found = erasures_known(path, settings.backup_keys)
    click.echo(words.LEDGER_READ.format(path=path), err=True)
    return found
