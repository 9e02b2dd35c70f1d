"""Whether what is spoken with another machine is encrypted: what settings say, and what the own address takes from outside."""

import ipaddress
import socket
import ssl
from enum import Enum
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import URL

CHECKED = {"verify-ca", "verify-full"}
"""Modes of PostgreSQL's client in which the server's certificate is looked at; `prefer`, its default, speaks in clear too."""
UNCHECKED = {"none", "optional"}
NOT_RECOMMENDED = (
    "ALL:COMPLEMENTOFALL:!ECDHE+AESGCM:!ECDHE+CHACHA20:!ECDHE+AESCCM:!DHE+AESGCM:!DHE+CHACHA20:!DHE+AESCCM:@SECLEVEL=0"
)
"""Suites before TLS 1.3 that keep no secrecy when the key is lost, or whose sealing is not up to date."""
WAIT_S = 5.0


class Flaw(Enum):
    """What is wrong with how an address is spoken with."""

    AWAY = "away"
    UNTRUSTED = "untrusted"
    OLD = "old"
    WEAK = "weak"


def on_this_machine(host: str | None) -> bool:
    """Whether a host is this machine, as no other can listen on the way: none, a socket's folder, or a loopback address."""
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def web_is_encrypted(url: str) -> bool:
    """Whether an address of the web is asked encrypted, or is of this machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and on_this_machine(parts.hostname))


def queue_is_encrypted(url: str) -> bool:
    """The same of a Redis, whose certificate is looked at unless the address says otherwise."""
    parts = urlsplit(url)
    if parts.scheme == "redis+sentinel":
        hosts = parts.netloc.rpartition("@")[2].split(",")
        return all(on_this_machine(host.partition(":")[0]) for host in hosts)
    if parts.scheme in ("rediss", "rediss+sentinel"):
        return not UNCHECKED & set(parse_qs(parts.query).get("ssl_cert_reqs", ()))
    return parts.scheme == "unix" or on_this_machine(parts.hostname)


def bucket_is_encrypted(url: str) -> bool:
    """The same of a storage of files, which has a name and an endpoint."""
    parts = urlsplit(url)
    endpoint = parse_qs(parts.query).get("endpoint", [""])[0]
    return bool(parts.netloc) and (not endpoint or web_is_encrypted(endpoint))


def database_is_encrypted(url: URL) -> bool:
    """The same of a database; several hosts may stand in the address."""
    said = url.query.get("host", ())
    hosts = [url.host, *((said,) if isinstance(said, str) else said)]
    elsewhere = any(not on_this_machine(host) for each in hosts if each for host in each.split(","))
    return not elsewhere or url.query.get("sslmode") in CHECKED


def flaws(url: str) -> list[Flaw]:
    """What is wrong with the own address as browsers meet it; a handshake each, and nothing is asked."""
    parts = urlsplit(url)
    place = (parts.hostname or "", parts.port or 443)
    try:
        _shake(ssl.create_default_context(), place)
        found = []
    except ssl.SSLCertVerificationError:
        found = [Flaw.UNTRUSTED]
    except ssl.SSLError:
        found = []  # nothing newer than what is looked at next
    except OSError:
        return [Flaw.AWAY]
    old, weak = ssl.create_default_context(), ssl.create_default_context()
    old.set_ciphers("ALL:@SECLEVEL=0")
    old.minimum_version, old.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED, ssl.TLSVersion.TLSv1_1
    weak.set_ciphers(NOT_RECOMMENDED)
    weak.minimum_version, weak.maximum_version = ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2
    return found + [flaw for flaw, context in ((Flaw.OLD, old), (Flaw.WEAK, weak)) if _takes(context, place)]


def _takes(context: ssl.SSLContext, place: tuple[str, int]) -> bool:
    """Whether the other side goes along; that its certificate is not trusted shows only after it did."""
    try:
        _shake(context, place)
    except ssl.SSLCertVerificationError:
        return True
    except OSError:
        return False
    return True


def _shake(context: ssl.SSLContext, place: tuple[str, int]) -> None:
    with (
        socket.create_connection(place, WAIT_S) as plain,
        context.wrap_socket(plain, server_hostname=place[0]),
    ):
        return
