"""Whether a backup can be restored here, before anything is touched: its version, and whether our key opens its names."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from storage import keyring
from storage.backup import opened_backup
from storage.errors import OtherVersion
from storage.key_rotation import LOOKED_AT
from storage.schema import newest_version

_PEOPLE = "people.jsonl"


def require_our_version(source: Path, backup_keys: Sequence[str] = ()) -> None:
    """Raises NotABackup, WrongBackupKey or OtherVersion."""
    with opened_backup(source, backup_keys) as (_, about):
        if about.version != newest_version():
            raise OtherVersion(about.version)


def names_open(source: Path, backup_keys: Sequence[str] = ()) -> bool:
    """Whether the keyring opens any of the first names; where nobody's name is kept, any key does. Raises as above."""
    with opened_backup(source, backup_keys) as (archive, _):
        names = _names(archive)
    return not names or any(keyring.decrypt(name) is not None for name in names)


def _names(archive: ZipFile) -> list[bytes]:
    found: list[bytes] = []
    if _PEOPLE not in archive.namelist():
        return found
    with archive.open(_PEOPLE) as member:
        for line in member:
            name = json.loads(line).get("name")
            if name is not None:
                found.append(base64.b64decode(name))
            if len(found) == LOOKED_AT:
                break
    return found
