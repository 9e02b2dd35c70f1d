"""The pictures under the map: from a tile server, where the subdistrict has set one; without it nothing leaves the machine."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from governance.things.datum import Datum

PARTS = ("{z}", "{x}", "{y}")
"""What an address of tiles must have: how near, which column, which row."""


@dataclass(frozen=True)
class Tiles:
    """`address`: of one tile, with the three parts; empty: there is no server. `datum`: what its pictures are drawn in."""

    address: str = ""
    datum: Datum = Datum.GCJ02

    @property
    def origin(self) -> str:
        """Whence a browser may fetch pictures."""
        found = urlsplit(self.address)
        return f"{found.scheme}://{found.netloc}" if self.address else ""


def is_tile_address(address: str) -> bool:
    """Whether it can be one: https or http, a plain host, and the three parts behind it."""
    try:
        found = urlsplit(address)
        host, _port = found.hostname, found.port
    except ValueError:
        return False
    plain = not any(sign in found.netloc for sign in "{}'\"@;, \t")
    return (
        found.scheme in ("http", "https")
        and bool(host)
        and plain
        and all(part in found.path + found.query for part in PARTS)
    )
