"""How what stands beside a message can be bent: the query, the signature, the headers."""

from dataclasses import replace
from urllib.parse import parse_qsl, quote, urlencode

from simulator.envelope import to_xml
from tests.fuzz.bodies import ODD
from tests.fuzz.shots import NOBODY, Maker, May, Shot, signature


def _unsigned(maker: Maker, kind: str) -> tuple[Shot, list[tuple[str, str]]]:
    """A request whose query is going to be spoilt, and the query."""
    fields = maker.fields(NOBODY)
    shot = maker.shot(kind, May.REFUSED, to_xml(fields).encode())
    return shot, parse_qsl(shot.query, keep_blank_values=True)


def _deciding(maker: Maker) -> str:
    return maker.rng.choice(["signature", "msg_signature"] if maker.sealing else ["signature"])


def _spoilt(maker: Maker, right: str) -> str:
    """Another signature."""
    at = maker.rng.randrange(40)
    return maker.rng.choice((
        f"{maker.rng.getrandbits(160):040x}", right[:at] + ("0" if right[at] != "0" else "1") + right[at + 1 :],
        right[:at], "",
        right.upper() + " ", right[::-1] + "0", "签" * 40, right + "\0", " " + right, "0" * 40, right * 2,
        signature("", right),
    ))  # fmt: skip


def wrong_signature(maker: Maker) -> Shot:
    shot, pairs = _unsigned(maker, "wrong signature")
    name = _deciding(maker)
    return replace(shot, query=urlencode([(k, _spoilt(maker, v) if k == name else v) for k, v in pairs]))


def lacking(maker: Maker) -> Shot:
    shot, pairs = _unsigned(maker, "a parameter is missing")
    lost = {maker.rng.choice([k for k, _ in pairs if k != "signature" or not maker.sealing])}
    return replace(shot, query=urlencode([(k, v) for k, v in pairs if k not in lost]))


def doubled(maker: Maker) -> Shot:
    """Twice: what comes first counts."""
    name, first = maker.rng.choice([_deciding(maker), "timestamp", "nonce"]), maker.rng.random() < 0.9
    shot = _unsigned(maker, "a wrong one first")[0] if first else maker.fresh("a wrong one second")
    pairs = parse_qsl(shot.query)
    at = [k for k, _ in pairs].index(name)
    pairs.insert(
        at if first else at + 1, (name, maker.rng.choice(("", "0" * 40, pairs[at][1][1:], pairs[at][1] + "0", "签")))
    )
    return replace(shot, query=urlencode(pairs))


def renamed(maker: Maker) -> Shot:
    shot, pairs = _unsigned(maker, "another name")
    name = "msg_signature" if maker.sealing else "signature"
    other = maker.rng.choice(
        (name.upper(), name + "[]", name + "\0", " " + name, name.replace("s", "ſ"), name + "=" + name)
    )
    return replace(shot, query=urlencode([(other if k == name else k, v) for k, v in pairs]))


def odd_time(maker: Maker) -> Shot:
    """Rightly signed, at no instant, or one that is past or to come."""
    now = maker.now
    time = maker.rng.choice((
        str(now - 601 - maker.rng.randrange(10**6)), str(now + 601 + maker.rng.randrange(10**6)), f"-{now}",
        f"+{now}", f" {now}", f"{now}.0",
        "１" * 10, "9" * 13, "9" * 4000, "1e9", hex(now), "nan", "soon", f"{now}\0", str(now) + "٣",
    ))  # fmt: skip
    return maker.shot("an odd time", May.REFUSED, to_xml(maker.fields(NOBODY)).encode(), time=time)


def odd_nonce(maker: Maker) -> Shot:
    nonce = maker.rng.choice(("", "n" * 129, "n" * 5000, "a\0b", "\0"))
    return maker.shot("an odd nonce", May.REFUSED, to_xml(maker.fields(NOBODY)).encode(), nonce=nonce)


def rare_nonce(maker: Maker) -> Shot:
    """Nothing is wrong with it."""
    fields = maker.fields()
    nonce = (
        maker.rng.choice(("数", "👨‍👩‍👧‍👦", "' or 1=1--", "%", "\n", "\u202e", "n" * 90))
        + f"{maker.rng.getrandbits(60):x}"
    )
    return maker.shot("a rare nonce", May.TAKEN, to_xml(fields).encode(), fields=fields, nonce=nonce)


def no_query(maker: Maker) -> Shot:
    shot = _unsigned(maker, "no query")[0]
    rng = maker.rng
    junk = rng.choice((
        "", "&" * 500, "=", "?" + shot.query.replace("=", "%3D"), "signature=%ff&timestamp=%ff&nonce=%fe",
        "signature", "a=" + "b" * 100_000,
        "&".join(f"a{each}=1" for each in range(2000)), quote(shot.query), shot.query.replace("=", ":"),
        "".join(map(chr, rng.choices(range(33, 255), k=80))),
    ))  # fmt: skip
    return replace(shot, query=junk)


def unreadable_query(maker: Maker) -> Shot:
    """As it should be, and something beside that is no UTF-8, or much."""
    shot = maker.fresh("something beside the query")
    return replace(
        shot,
        may=May.EITHER,
        query=shot.query + maker.rng.choice(("&x=%ff%fe", "&%ff", "&\xff\xfe", "&a=1" * 1500, ";", "#x", "&=")),
    )


def verifying(maker: Maker) -> Shot:
    """The platform's question whether the address is ours, signed and not."""
    time, nonce, echo = str(maker.now), f"{maker.rng.getrandbits(60):x}", maker.rng.choice(ODD) or "1"
    right = maker.rng.random() < 0.5
    pairs = maker.pairs(time, nonce)
    if not right:
        pairs[0] = ("signature", _spoilt(maker, pairs[0][1]))
    query = urlencode([*pairs, ("echostr", echo)])
    return Shot(
        "verification", May.TAKEN if right else May.REFUSED, query, b"", answer=echo if right else None, method="GET"
    )


def otherwise_called(maker: Maker) -> Shot:
    shot = _unsigned(maker, "another content type")[0]
    return replace(
        shot,
        content_type=maker.rng.choice(
            ("application/json", "multipart/form-data; boundary=x", "image/png", "xml", "text/xmlx", "é", ",")
        ),
    )


def mismeasured(maker: Maker) -> Shot:
    """A length that is none, or less than there is."""
    shot = _unsigned(maker, "a wrong length")[0]
    return replace(
        shot,
        length=maker.rng.choice(
            ("", "-1", "²", "1e3", "0x10", "0", " 9", str(len(shot.body) // 2), str(2**40), "9" * 400)
        ),
    )
