"""The content-addressed folder: a file's name is the SHA-256 of what is in it."""

import hashlib
import os
import tempfile
from pathlib import Path


class FileStore:
    """Keeps each content once, under `root/ab/abcd…`; a half-written file is never visible under its name."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, content: bytes) -> str:
        """Stores the bytes durably; answers their SHA-256 in hex. Storing the same again changes nothing."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        return digest

    def path(self, digest: str) -> Path:
        """Where the content with this digest lies or would lie."""
        return self._root / digest[:2] / digest

    def get(self, digest: str) -> bytes:
        """The content; raises FileNotFoundError."""
        return self.path(digest).read_bytes()

    def remove(self, digest: str) -> None:
        """Takes the content away; one that is not there is no matter."""
        self.path(digest).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
