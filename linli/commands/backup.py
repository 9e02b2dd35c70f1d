"""`linli backup` and `linli restore`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linli import law_texts as words
from linli import texts
from linli.errors import Stop
from linli.plainly import stops_plainly
from linli.settings import load

if TYPE_CHECKING:
    from storage.erasing import Erased


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@stops_plainly
def backup(file: Path) -> None:
    """把数据库和附件备份成一个文件；密钥不在里面，请另外保存。"""
    from linli.clock import system_clock
    from linli.wiring import ready_database
    from storage.backup import write_backup
    from storage.files import FileStore

    settings = load()
    try:
        counts = write_backup(ready_database(settings), FileStore(settings.data_dir / "files"), file, system_clock())
    except OSError as error:
        raise Stop(texts.FILE_UNWRITABLE.format(path=file)) from error
    click.echo(texts.BACKED_UP.format(path=file, rows=sum(counts.values()), tickets=counts["tickets"]))


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
    from linli.wiring import ready_database
    from storage.backup import read_backup
    from storage.errors import NotABackup, NotEmpty, OtherVersion
    from storage.files import FileStore

    settings = load()
    ledger = _ledger(settings.data_dir, erasures)
    try:
        counts = read_backup(ready_database(settings), FileStore(settings.data_dir / "files"), file, ledger)
    except OSError as error:
        raise Stop(texts.FILE_UNREADABLE.format(path=file)) from error
    except NotABackup as error:
        raise Stop(texts.NOT_A_BACKUP.format(path=file)) from error
    except OtherVersion as error:
        raise Stop(texts.OTHER_VERSION.format(path=file, version=error)) from error
    except NotEmpty as error:
        raise Stop(texts.NOT_EMPTY) from error
    click.echo(texts.RESTORED.format(path=file, rows=sum(counts.values()), tickets=counts["tickets"]))


def _ledger(data_dir: Path, said: Path | None) -> "list[Erased]":
    """Whom a restore erases again. Without a ledger it says so: nobody can know who was erased meanwhile."""
    from storage.backup import erasures_known
    from storage.erasing import LEDGER
    from storage.errors import NotABackup

    path = said or data_dir / "backups" / LEDGER
    if said is None and not path.exists():
        click.echo(words.NO_LEDGER.format(path=path), err=True)
        return []
    try:
        found = erasures_known(path)
    except OSError as error:
        raise Stop(texts.FILE_UNREADABLE.format(path=path)) from error
    except NotABackup as error:
        raise Stop(texts.NOT_A_BACKUP.format(path=path)) from error
    click.echo(words.LEDGER_READ.format(path=path), err=True)
    return found
