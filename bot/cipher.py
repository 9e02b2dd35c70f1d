"""Safe mode: wechatpy's AES-256-CBC over random, length, text and app id, opened strictly.

wechatpy seals as the platform does; where it opens leniently (foreign characters in base64, padding of any kind, a length
that points anywhere) every byte of the frame is checked here, and whatever is wrong is one error.
Source: the platform's document on message encryption.
"""

import base64
import os
import struct

from wechatpy.crypto import PrpCrypto
from wechatpy.crypto.pkcs7 import PKCS7Encoder

from bot.aes_key import decode_key
from bot.errors import Malformed

_RANDOM = 16
_PADDING = tuple(bytes([count]) * count for count in range(PKCS7Encoder.block_size + 1))


class SafeMode(PrpCrypto):
    """Encrypts and decrypts for one account. `aes_key`: the platform's 43-character EncodingAESKey."""

    def __init__(self, aes_key: str, app_id: str) -> None:
        """Raises ValueError when the key is not 43 characters of base64."""
        super().__init__(decode_key(aes_key))
        self._app_id = app_id.encode()

    def get_random_string(self) -> bytes:
        """Sixteen bytes that nobody can guess; wechatpy's come from a generator that one can."""
        return os.urandom(_RANDOM)

    def encrypt(self, text: str) -> str:
        """The text as the platform wants to read it, base64."""
        sealed: bytes = self._encrypt(text, self._app_id)
        return sealed.decode()

    def decrypt(self, sealed: str) -> bytes:
        """What the platform wrote; raises Malformed for anything that is not exactly that."""
        try:
            raw = base64.b64decode(sealed, validate=True)
        except ValueError as error:
            raise Malformed("base64") from error
        if base64.b64encode(raw).decode() != sealed:  # more padding than there is room for, or bits below the last byte
            raise Malformed("base64")
        if not raw or len(raw) % 16:
            raise Malformed("length")
        return self._unframe(_unpad(self.cipher.decrypt(raw)))

    def _unframe(self, frame: bytes) -> bytes:
        start = _RANDOM + 4
        if len(frame) < start:
            raise Malformed("frame")
        (length,) = struct.unpack(">I", frame[_RANDOM:start])
        if frame[start + length :] != self._app_id or len(frame) - start < length:
            raise Malformed("app id")
        return frame[start : start + length]


def _unpad(frame: bytes) -> bytes:
    count = frame[-1]
    if not 1 <= count <= PKCS7Encoder.block_size or not frame.endswith(_PADDING[count]):
        raise Malformed("padding")
    return frame[:-count]
