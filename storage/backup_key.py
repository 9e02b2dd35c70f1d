"""Whether our key opens the names in a backup, asked before anything is touched."""

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from storage import keyring
from storage.backup import opened_backup
from storage.key_rotation import LOOKED_AT

_PEOPLE = "people.jsonl"


def names_open(source: Path, backup_keys: Sequence[str] = ()) -> bool:
    """Whether the keyring opens any of the first names; where nobody's name is kept, any key does.

    Raises NotABackup or WrongBackupKey.
    """
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
