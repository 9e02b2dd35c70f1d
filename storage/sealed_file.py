"""A file encrypted to a key while it is written, a chunk at a time: AES-256-GCM, each chunk bound to its place and to the end.

Layout: the mark, the key's id (8 bytes), a salt (16 bytes); then chunks, each behind the length of its ciphertext (4 bytes).
A chunk's nonce is its number; only the last one says that it is the last: a file that was cut off, or put together anew, does
not open.
"""

import base64
import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import NotABackup, WrongBackupKey

MARK = b"LINLIBK1"
_CHUNK = 1024 * 1024
_KEY_ID, _SALT = 8, 16
_MORE, _LAST = b"more", b"last"


def is_sealed(file: BinaryIO) -> bool:
    """Whether the file begins as one of these; it is read from its beginning afterwards."""
    found = file.read(len(MARK)) == MARK
    file.seek(0)
    return found


class SealingWriter:
    """Encrypts what is written to it; `close` writes the end, and leaves the file itself open. It cannot go back."""

    def __init__(self, file: BinaryIO, key: str) -> None:
        salt = os.urandom(_SALT)
        self._file, self._cipher, self._number, self._rest = file, _cipher(key, salt), 0, bytearray()
        file.write(MARK + _id(key) + salt)

    def write(self, data: bytes) -> int:
        """Takes the bytes; whole chunks go on at once."""
        self._rest += data
        while len(self._rest) > _CHUNK:
            self._put(bytes(self._rest[:_CHUNK]), _MORE)
            del self._rest[:_CHUNK]
        return len(data)

    def flush(self) -> None:
        """Nothing: a chunk is written when it is full."""

    def close(self) -> None:
        """Writes what is left, as the last chunk."""
        self._put(bytes(self._rest), _LAST)

    def _put(self, chunk: bytes, place: bytes) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number), chunk, place)
        self._file.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


def unseal_into(source: BinaryIO, out: BinaryIO, keys: Sequence[str]) -> None:
    """Writes what is in a sealed file; raises WrongBackupKey for none that fits, NotABackup for one that was changed or cut off."""
    head = source.read(len(MARK) + _KEY_ID + _SALT)
    key_id, salt = head[len(MARK) : len(MARK) + _KEY_ID], head[-_SALT:]
    key = next((key for key in keys if _id(key) == key_id), None)
    if key is None:
        raise WrongBackupKey
    cipher, number, ended = _cipher(key, salt), 0, False
    while not ended:
        size = int.from_bytes(source.read(4), "big")
        sealed = source.read(size) if 0 < size <= _CHUNK + 16 else b""
        chunk, ended = _opened(cipher, number, sealed)
        out.write(chunk)
        number += 1
    if source.read(1):
        raise NotABackup


def _opened(cipher: AESGCM, number: int, sealed: bytes) -> tuple[bytes, bool]:
    for place in (_MORE, _LAST):
        with suppress(InvalidTag):
            return cipher.decrypt(_nonce(number), sealed, place), place is _LAST
    raise NotABackup


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _id(key: str) -> bytes:
    return hashlib.sha256(b"linli backup key\0" + _raw(key)).digest()[:_KEY_ID]


def _cipher(key: str, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"linli backup").derive(_raw(key)))


def _raw(key: str) -> bytes:
    return base64.urlsafe_b64decode(key)
