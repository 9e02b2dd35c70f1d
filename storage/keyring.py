"""The secret keys of personal data: the first encrypts, all decrypt; digests find a row without decrypting all.

One keyring a process, opened once by `unlock` before rows are read or written.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_LONGEST_DIGEST = 32
_SEALED, _NONCE_BYTES = "s1:", 12

_fernet: MultiFernet | None = None
_digest_keys: tuple[bytes, ...] = ()
_sealers: tuple[AESGCM, ...] = ()


def unlock(keys: Sequence[str]) -> None:
    """Sets the process's keys (32 bytes each, URL-safe base64), the newest first; raises ValueError when one is not."""
    global _fernet, _digest_keys, _sealers
    _fernet = MultiFernet([Fernet(key) for key in keys])
    _digest_keys = tuple(hashlib.sha256(b"linli digest\0" + key.encode()).digest() for key in keys)
    _sealers = tuple(AESGCM(hashlib.sha256(b"linli seal\0" + key.encode()).digest()) for key in keys)


def encrypt(text: str) -> bytes:
    """The text under the newest key."""
    return _opened().encrypt(text.encode())


def decrypt(secret: bytes) -> str | None:
    """The text, or None when no key opens it: a lost key loses names, not tickets."""
    try:
        return _opened().decrypt(secret).decode()
    except InvalidToken:
        return None


def seal(text: str) -> str:
    """The text under the newest key, as printable text: what is written with every message, so a tenth of `encrypt`'s cost."""
    if not _sealers:
        raise RuntimeError("keyring.unlock was not called")
    nonce = os.urandom(_NONCE_BYTES)
    return _SEALED + base64.b64encode(nonce + _sealers[0].encrypt(nonce, text.encode(), None)).decode("ascii")


def is_sealed(kept: str) -> bool:
    """Whether it looks like what `seal` makes."""
    return kept.startswith(_SEALED)


def unseal(kept: str) -> str:
    """The text; what was never sealed as it stands, and nothing where no key opens it."""
    if not kept.startswith(_SEALED):
        return kept
    try:
        raw = base64.b64decode(kept.removeprefix(_SEALED), validate=True)
    except ValueError:
        return kept
    for sealer in _sealers:
        try:
            return sealer.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None).decode()
        except InvalidTag:
            continue
    return ""


def digest(*parts: str) -> str:
    """A keyed digest of the parts under the newest key, 32 hex digits."""
    return _digest(_digest_keys[0], parts)


def digests(*parts: str) -> list[str]:
    """The digests under every key: rows that no rotation has reached yet are found too."""
    return [_digest(key, parts) for key in _digest_keys]


def is_digest(said: str, *parts: str) -> bool:
    """Whether this is the beginning of a digest that we made of these parts; compared in constant time."""
    return any(hmac.compare_digest(each[: len(said)], said) for each in digests(*parts))


def digest_under(secret: str, *parts: str) -> str:
    """A digest of the parts under a secret of the caller's own, which may be wiped: then nobody can make it again."""
    return _digest(secret.encode(), parts)


def _digest(key: bytes, parts: tuple[str, ...]) -> str:
    return hmac.new(key, "\0".join(parts).encode(), "sha256").hexdigest()[:_LONGEST_DIGEST]


def _opened() -> MultiFernet:
    if _fernet is None:
        raise RuntimeError("keyring.unlock was not called")
    return _fernet
