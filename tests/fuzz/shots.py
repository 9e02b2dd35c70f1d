"""Messages of the platform as requests: whole, signed, sealed; what tests.fuzz.mutations bends.

Written without the bot's own codec: a second hand that says how a message is signed and enciphered.
"""

import base64
import hashlib
import struct
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from random import Random
from urllib.parse import urlencode

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from simulator.envelope import Fields, Secrets, to_xml

NOBODY = "oNobodyMayStoreThis"
"""The sender of whatever must be refused."""
Pairs = list[tuple[str, str]]


class May(StrEnum):
    """What may come of a request."""

    TAKEN = "taken"
    REFUSED = "refused"
    EITHER = "either"


@dataclass(frozen=True)
class Shot:
    """One request. `sender`: whom its answer is for, where that is sure; `answer`: what must be answered, where that is."""

    kind: str
    may: May
    query: str
    body: bytes
    at: int = 0
    sender: str | None = None
    fields: Fields | None = None
    nonce: str = ""
    answer: str | None = None
    content_type: str | None = "text/xml"
    length: str | None = None
    method: str = "POST"


def signature(*parts: str) -> str:
    """What the platform writes below these parts."""
    return hashlib.sha1("".join(sorted(parts)).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


@dataclass
class Maker:
    """Makes requests for one account.

    `staff`: senders with a post; `only`: the one sender; `texts`: what people write; `sent`: what was taken, with the answers.
    """

    secret: Secrets
    clock: Callable[[], datetime]
    rng: Random
    texts: Sequence[str]
    staff: Sequence[str] = ()
    only: str | None = None
    sent: deque[tuple[Shot, str]] = field(default_factory=lambda: deque(maxlen=4000))
    held: list[Shot] = field(default_factory=list)
    _serial: int = 0

    @property
    def sealing(self) -> bool:
        """Whether messages are encrypted."""
        return bool(self.secret.aes_key)

    @property
    def now(self) -> int:
        """Unix seconds."""
        return int(self.clock().timestamp())

    def fields(self, sender: str | None = None) -> Fields:
        """A message of somebody: mostly words, each other kind now and then."""
        self._serial += 1
        head: Fields = {
            "ToUserName": "gh_x",
            "FromUserName": sender or self.only or self.sender(),
            "CreateTime": self.now,
        }
        pick = self.rng.random()
        if pick < 0.75:
            body: Fields = {"MsgType": "text", "Content": self.rng.choice(self.texts)}
        elif pick < 0.85:
            return head | self._event()
        else:
            body = self.rng.choice(self._others())
        return head | body | {"MsgId": self._serial}

    def sender(self) -> str:
        """One of a few who write all day, one who writes once, or somebody of the staff."""
        pick = self.rng.random()
        if self.staff and pick < 0.1:
            return self.rng.choice(self.staff)
        return f"oR{self.rng.randrange(200 if pick < 0.6 else 10**9):026d}"

    def _event(self) -> Fields:
        event, key = self.rng.choice((
            ("subscribe", "qrscene_Y1-5"), ("unsubscribe", ""), ("SCAN", "Y1-5"), ("CLICK", "progress"), ("LOCATION", ""),
            ("VIEW", "http://example.org/"), ("TEMPLATESENDJOBFINISH", ""), ("something_new", "1"),
        ))  # fmt: skip
        return {"MsgType": "event", "Event": event, "EventKey": key, "MsgID": self._serial}

    def _others(self) -> list[Fields]:
        media = f"media{self._serial}"
        return [
            {"MsgType": "image", "PicUrl": "http://example.org/p", "MediaId": media},
            {"MsgType": "voice", "MediaId": media, "Format": "amr", "Recognition": self.rng.choice(self.texts)},
            {"MsgType": "video", "MediaId": media, "ThumbMediaId": media},
            {"MsgType": "location", "Location_X": 32.05, "Location_Y": 118.76, "Scale": 20, "Label": "梧桐里1号院05幢"},
            {"MsgType": "link", "Title": "灯坏了", "Description": "", "Url": "http://example.org/"},
            {"MsgType": "file", "Title": "a.pdf"},
        ]

    def fresh(self, kind: str = "as it should be") -> Shot:
        """A request that must be taken."""
        fields = self.fields()
        return self.shot(kind, May.TAKEN, to_xml(fields).encode(), fields=fields)

    def shot(
        self, kind: str, may: May, xml: bytes, *, fields: Fields | None = None, time: str | None = None,
        nonce: str | None = None, answer: str | None = None,
    ) -> Shot:  # fmt: skip
        """A request around the XML, signed as it should be, in safe mode enciphered."""
        time, nonce = time or str(self.now), f"{self.rng.getrandbits(60):x}" if nonce is None else nonce
        body, pairs = self.wrapped(xml, time, nonce)
        sender = str(fields["FromUserName"]) if fields else None
        return Shot(kind, may, urlencode(pairs), body, self.now, sender, fields, nonce, answer)

    def wrapped(self, xml: bytes, time: str, nonce: str) -> tuple[bytes, Pairs]:
        """Body and query."""
        return self.enveloped(self.sealed(xml), time, nonce) if self.sealing else (xml, self.pairs(time, nonce))

    def pairs(self, time: str, nonce: str, encrypt: str | None = None) -> Pairs:
        """The query, signed; `encrypt`: over that text too."""
        found = [("signature", signature(self.secret.token, time, nonce)), ("timestamp", time), ("nonce", nonce)]
        if encrypt is not None:
            found += [
                ("encrypt_type", "aes"),
                ("msg_signature", signature(self.secret.token, time, nonce, encrypt)),
            ]
        return found

    def enveloped(self, encrypt: str, time: str, nonce: str) -> tuple[bytes, Pairs]:
        """The envelope of safe mode around a text that may be no ciphertext."""
        return to_xml({"ToUserName": "gh_x", "Encrypt": encrypt}).encode(), self.pairs(time, nonce, encrypt)

    def sealed(self, xml: bytes) -> str:
        """The XML enciphered, base64."""
        return base64.b64encode(self.enciphered(padded(self.frame(xml)))).decode()

    def frame(self, xml: bytes, app_id: str | None = None) -> bytes:
        """What is enciphered: chance, length, XML, app id."""
        return self.rng.randbytes(16) + struct.pack(">I", len(xml)) + xml + (app_id or self.secret.app_id).encode()

    def enciphered(self, frame: bytes) -> bytes:
        """AES-256-CBC over whole blocks."""
        encryptor = self._cipher.encryptor()
        return encryptor.update(frame) + encryptor.finalize()

    @cached_property
    def _cipher(self) -> Cipher[modes.CBC]:
        key = base64.b64decode(self.secret.aes_key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))


def padded(frame: bytes) -> bytes:
    """As the platform pads, to 32 bytes."""
    count = 32 - len(frame) % 32
    return frame + bytes([count]) * count


Mutation = Callable[[Maker], Shot]
"""A way to bend a request."""
