"""The secret keys of personal data: from the settings, else from a file in the data folder."""

import os
from pathlib import Path

from cryptography.fernet import Fernet

from linli.settings import Settings


def secret_keys(settings: Settings) -> list[str]:
    """The keys, the newest first: those of the setting, else the file's, which is made on first use (mode 600)."""
    if settings.secret_key:
        return [key.strip() for key in settings.secret_key.split(",") if key.strip()]
    path = key_file(settings)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", opener=_private) as file:
            file.write(Fernet.generate_key().decode())
    except FileExistsError:
        pass
    return path.read_text().split()


def has_keys(settings: Settings) -> bool:
    """Whether there are any, without making one."""
    return bool(settings.secret_key) or key_file(settings).exists()


def put_keys(settings: Settings, keys: list[str]) -> None:
    """Writes the file anew, whole or not at all."""
    fresh = key_file(settings).with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(fresh, "x", opener=_private) as file:
        file.write("\n".join(keys))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, key_file(settings))


def key_file(settings: Settings) -> Path:
    """Where the keys lie that no setting names."""
    return settings.data_dir / "secret.key"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
