"""How this installation stands now: counted and configured, never whom or what it holds."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from governance.privacy import InformationNotice
from governance.rules import Rules
from linli.rules_file import read_rules
from linli.settings import Settings
from storage.audit_check import Checked, check_chain
from storage.database import Database
from storage.models import Account, DataRequest, Erasure, NoticeShown, Person, StaffLogin, Ticket
from storage.schema import current_version


@dataclass(frozen=True)
class Facts:
    """What the folder is written from. `late`: requests about personal data that are over their day."""

    at: datetime
    database: str
    remote_database: bool
    version: str
    https: bool
    safe_mode: bool
    key_in_setting: bool
    key_private: bool
    bind: str
    rules: Rules
    changed_rules: tuple[str, ...]
    notice: InformationNotice
    counts: dict[str, int]
    chain: Checked
    last_backup: datetime | None
    late: int


def gather(settings: Settings, database: Database, now: datetime) -> Facts:
    """Looks at settings, folders and database."""
    own = read_rules(settings.rules)
    shipped = Rules()
    with database.read() as connection:
        counts, chain, version = _counts(connection), check_chain(connection), current_version(connection) or ""
        late = _count(
            connection, select(DataRequest.id).where(DataRequest.state == "waiting", DataRequest.due_at < now)
        )
    return Facts(
        now, "SQLite" if database.is_sqlite else "PostgreSQL", _is_remote(database), version,
        settings.public_url.startswith("https://"), bool(settings.wechat_aes_key), bool(settings.secret_key),
        _is_private(settings), settings.bind, own.rules,
        tuple(name for name in Rules.__dataclass_fields__ if getattr(own.rules, name) != getattr(shipped, name)),
        own.privacy, counts, chain, _last_backup(settings.data_dir / "backups", now), late,
    )  # fmt: skip


def _counts(connection: Connection) -> dict[str, int]:
    known = {
        "people": select(Person.id).where(Person.forgotten_at.is_(None)),
        "accounts": select(Account.id).where(Account.openid.not_like("forgotten-%")),
        "tickets": select(Ticket.number),
        "logins": select(StaffLogin.person_id),
        "requests": select(DataRequest.id),
        "erasures": select(Erasure.id).where(Erasure.subjects != ""),
        "agreed": select(NoticeShown.account_id).where(NoticeShown.agreed_at.is_not(None)).distinct(),
    }
    return {name: _count(connection, statement) for name, statement in known.items()}


def _count(connection: Connection, statement: object) -> int:
    return int(connection.execute(select(func.count()).select_from(statement.subquery())).scalar_one())  # type: ignore[attr-defined]


def _is_remote(database: Database) -> bool:
    host = database.engine.url.host
    return not database.is_sqlite and host not in (None, "", "localhost", "127.0.0.1", "::1")


def _is_private(settings: Settings) -> bool:
    """Whether nobody else on the machine can read the keys; a setting's are the operator's own business."""
    path = settings.data_dir / "secret.key"
    return bool(settings.secret_key) or not path.exists() or path.stat().st_mode & 0o077 == 0


def _last_backup(folder: Path, now: datetime) -> datetime | None:
    times = [path.stat().st_mtime for path in folder.glob("linli-*.zip")] if folder.exists() else []
    return datetime.fromtimestamp(max(times), now.tzinfo) if times else None
