"""Safe mode: AES-256-CBC over random, length, text, app id; padded to blocks of 32.

Strict where libraries are lenient: every byte of the frame is checked, and whatever is wrong is one error.
Source: the platform's document on message encryption.
"""

import base64
import binascii
import os
import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from bot.errors import Malformed

BLOCK = 32
_RANDOM = 16
_PADDING = tuple(bytes([count]) * count for count in range(BLOCK + 1))


class SafeMode:
    """Encrypts and decrypts for one account. `aes_key`: the platform's 43-character EncodingAESKey."""

    def __init__(self, aes_key: str, app_id: str) -> None:
        """Raises ValueError when the key is not 43 characters of base64."""
        key = decode_key(aes_key)
        self._cipher = Cipher(AES(key), CBC(key[:16]))
        self._app_id = app_id.encode()

    def encrypt(self, text: str) -> str:
        """The text as the platform wants to read it, base64."""
        content = text.encode()
        frame = os.urandom(_RANDOM) + struct.pack(">I", len(content)) + content + self._app_id
        encryptor = self._cipher.encryptor()
        sealed = encryptor.update(frame + _PADDING[BLOCK - len(frame) % BLOCK]) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def decrypt(self, sealed: str) -> bytes:
        """What the platform wrote; raises Malformed for anything that is not exactly that."""
        try:
            raw = base64.b64decode(sealed, validate=True)
        except (binascii.Error, ValueError) as error:
            raise Malformed("base64") from error
        if not raw or len(raw) % 16:
            raise Malformed("length")
        decryptor = self._cipher.decryptor()
        return self._unframe(_unpad(decryptor.update(raw) + decryptor.finalize()))

    def _unframe(self, frame: bytes) -> bytes:
        start = _RANDOM + 4
        if len(frame) < start:
            raise Malformed("frame")
        (length,) = struct.unpack(">I", frame[_RANDOM:start])
        if frame[start + length :] != self._app_id or len(frame) - start < length:
            raise Malformed("app id")
        return frame[start : start + length]


def decode_key(aes_key: str) -> bytes:
    """The 32 bytes of an EncodingAESKey; raises ValueError."""
    try:
        key = base64.b64decode(aes_key + "=", validate=True)
    except binascii.Error as error:
        raise ValueError("EncodingAESKey") from error
    if len(aes_key) != 43 or len(key) != 32:
        raise ValueError("EncodingAESKey")
    return key


def _unpad(frame: bytes) -> bytes:
    count = frame[-1]
    if not 1 <= count <= BLOCK or not frame.endswith(_PADDING[count]):
        raise Malformed("padding")
    return frame[:-count]
