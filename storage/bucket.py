"""Files in S3-compatible storage: for several machines that share no folder. No copy stays here, so what is erased is gone."""

import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from storage.errors import FilesAway
from storage.files import FileStore

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEME = "s3"
_TIMEOUT_S = 5
_GONE = ("404", "NoSuchKey", "NotFound")


def files_at(where: str, folder: Path, key_id: str = "", secret: str = "") -> FileStore:
    """The store that a setting names: a bucket, a folder, or where it names none the given folder."""
    if not where.startswith(f"{SCHEME}://"):
        return FileStore(Path(where) if where else folder)
    return BucketStore(where, key_id, secret)


class BucketStore(FileStore):
    """The same as a folder: a content is kept once, under its digest. Raises FilesAway where nobody answers.

    `where`: `s3://BUCKET/PREFIX?endpoint=https://HOST&region=REGION`.
    """

    def __init__(self, where: str, key_id: str, secret: str) -> None:
        super().__init__(Path(os.devnull))
        parts = urlsplit(where)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self._bucket, self._prefix = parts.netloc, parts.path.strip("/")
        self._made: dict[str, Any] = {
            "endpoint_url": asked.get("endpoint"), "region_name": asked.get("region", "us-east-1"),
            "aws_access_key_id": key_id, "aws_secret_access_key": secret,
        }  # fmt: skip
        self._client: Any = None
        self._owner = 0
        self._making = threading.Lock()

    def put(self, content: bytes) -> str:
        """Stores the bytes; answers their SHA-256 in hex."""
        digest = hashlib.sha256(content).hexdigest()
        if not self._is_there(digest):
            self._ask(lambda client: client.put_object(Body=content, **self._key(digest)))
        return digest

    def get(self, digest: str) -> bytes:
        """The content; raises FileNotFoundError."""
        found: bytes = self._ask(lambda client: client.get_object(**self._key(digest))["Body"].read())
        if hashlib.sha256(found).hexdigest() != digest:
            raise FilesAway(digest)
        return found

    def remove(self, digest: str) -> None:
        """Takes the content away."""
        self._ask(lambda client: client.delete_object(**self._key(digest)))

    def path(self, digest: str) -> Path:
        """A bucket has none: whoever asks would find nothing."""
        raise NotImplementedError

    def _is_there(self, digest: str) -> bool:
        try:
            self._ask(lambda client: client.head_object(**self._key(digest)))
        except FileNotFoundError:
            return False
        return True

    def _key(self, digest: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": "/".join(filter(None, (self._prefix, digest[:2], digest)))}

    def _ask(self, call: "Callable[[Any], Any]") -> Any:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return call(self._connected())
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in _GONE:
                raise FileNotFoundError(self._bucket) from error
            raise FilesAway(str(error)) from error
        except BotoCoreError as error:
            raise FilesAway(type(error).__name__) from error

    def _connected(self) -> Any:
        """One client a process: made when it is first needed, and anew after a fork."""
        with self._making:
            if self._client is None or self._owner != os.getpid():
                import boto3
                from botocore.config import Config

                limits = Config(connect_timeout=_TIMEOUT_S, read_timeout=_TIMEOUT_S, retries={"max_attempts": 2})
                self._client = boto3.session.Session().client("s3", config=limits, **self._made)
                self._owner = os.getpid()
            return self._client
