"""How a message in safe mode can be bent: what is signed rightly and deciphers to nothing, and what was never signed."""

import base64
import struct
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from simulator.envelope import to_xml
from tests.fuzz.bodies import flip
from tests.fuzz.shots import NOBODY, Maker, May, Mutation, Shot, padded


def _signed(maker: Maker, kind: str, encrypt: str) -> Shot:
    """Rightly signed around a text that is no message."""
    body, pairs = maker.enveloped(encrypt, str(maker.now), f"{maker.rng.getrandbits(60):x}")
    return Shot(kind, May.REFUSED, urlencode(pairs), body)


def _xml(maker: Maker) -> bytes:
    return to_xml(maker.fields(NOBODY)).encode()


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def broken_padding(maker: Maker) -> Shot:
    """A last byte that counts too much or nothing, or bytes before it that are others."""
    frame = bytearray(padded(maker.frame(_xml(maker))))
    right = frame[-1]
    wrong = maker.rng.choice([each for each in (0, 33, 48, 128, 255, right + 16, right - 1 or 40) if each != right])
    if right > 1 and maker.rng.random() < 0.3:
        frame[-right] ^= 1 << maker.rng.randrange(8)
    else:
        frame[-1] = wrong & 255
    return _signed(maker, "broken padding", _base64(maker.enciphered(bytes(frame))))


def wrong_length(maker: Maker) -> Shot:
    """The length inside points elsewhere."""
    xml = _xml(maker)
    frame = maker.frame(xml)
    length = maker.rng.choice((0, len(xml) - 1, len(xml) + 1, 2**31, 2**32 - 1, len(frame)))
    frame = frame[:16] + struct.pack(">I", length) + frame[20:]
    return _signed(maker, "wrong length inside", _base64(maker.enciphered(padded(frame))))


def wrong_app(maker: Maker) -> Shot:
    app_id = maker.rng.choice(("wxsomebodyelse0000", "w", maker.secret.app_id + "0", maker.secret.app_id[:-1], "签"))
    return _signed(maker, "another app id", _base64(maker.enciphered(padded(maker.frame(_xml(maker), app_id)))))


def wrong_key(maker: Maker) -> Shot:
    """Enciphered by somebody without the key."""
    stranger = Maker(replace(maker.secret, aes_key="A" * 43), maker.clock, maker.rng, maker.texts)
    return _signed(maker, "another key", stranger.sealed(_xml(maker)))


def moved_blocks(maker: Maker) -> Shot:
    """Blocks out of order, left out, or doubled: what CBC lets through and the frame must not."""
    raw = base64.b64decode(maker.sealed(_xml(maker)))
    blocks = [raw[at : at + 16] for at in range(0, len(raw), 16)]
    at = maker.rng.randrange(len(blocks))
    del_first = blocks[1:]
    changed = maker.rng.choice(
        (del_first, blocks[:-1], [*blocks, blocks[at]], blocks[: at + 1][:1], [*blocks, b"x" * 15])
    )
    return _signed(maker, "moved blocks", _base64(b"".join(changed)))


def no_base64(maker: Maker) -> Shot:
    sealed = maker.sealed(_xml(maker))
    at = maker.rng.randrange(4, len(sealed) - 4)
    return _signed(maker, "no base64", maker.rng.choice((
        sealed[:at] + "%" + sealed[at:], sealed[:at] + "\n" + sealed[at:], sealed[:at] + "签" + sealed[at:],
        sealed[:-1], "=" + sealed, "",
        sealed + "====", "QUJD", sealed[:at] + "-_" + sealed[at:],
    )))  # fmt: skip


def unsigned_cipher(maker: Maker) -> Shot:
    """Turned after it was signed; or a whole one whose signature was made for another."""
    time, nonce = str(maker.now), f"{maker.rng.getrandbits(60):x}"
    first, other = maker.sealed(_xml(maker)), maker.sealed(_xml(maker))
    turned = _base64(flip(maker, base64.b64decode(first)))
    return Shot(
        "cipher without its signature", May.REFUSED, urlencode(maker.pairs(time, nonce, first)),
        to_xml({"ToUserName": "gh_x", "Encrypt": maker.rng.choice([each for each in (turned,
        other) if each != first])}).encode(),
    )  # fmt: skip


def plain_in_safe_mode(maker: Maker) -> Shot:
    """Signed as in plain mode; with words about enciphering that say less."""
    pairs = maker.pairs(str(maker.now), f"{maker.rng.getrandbits(60):x}")
    pairs += maker.rng.choice(
        (
            [],
            [("encrypt_type", "raw")],
            [("encrypt_type", "AES")],
            [("encrypt_type", "")],
            [("encrypt_type", "raw"), ("encrypt_type", "aes")],
        )
    )
    return Shot("plain in safe mode", May.REFUSED, urlencode(pairs), _xml(maker))


def plain_inside(maker: Maker) -> Shot:
    """It says that it is enciphered, and is not."""
    pairs = maker.pairs(str(maker.now), f"{maker.rng.getrandbits(60):x}", "")
    return Shot("plain inside", May.REFUSED, urlencode(pairs), _xml(maker))


def sealed_without_key(maker: Maker) -> Shot:
    """It says that it is enciphered to an account without a key."""
    pairs = maker.pairs(str(maker.now), f"{maker.rng.getrandbits(60):x}", "AAAA")
    return Shot(
        "sealed without a key",
        May.REFUSED,
        urlencode(pairs),
        maker.rng.choice((_xml(maker), to_xml({"Encrypt": "AAAA"}).encode())),
    )


SAFE: Mapping[Mutation, float] = {
    broken_padding: 8, wrong_length: 4, wrong_app: 3, wrong_key: 3, moved_blocks: 4, no_base64: 4,
    unsigned_cipher: 6, plain_in_safe_mode: 4,
    plain_inside: 2,
}  # fmt: skip
PLAIN: Mapping[Mutation, float] = {sealed_without_key: 3}
"""Only where the account has a key, and only where it has none."""
