"""Who asks, as far as a request tells: the address, and what the browser calls itself."""

import ipaddress
import re

from flask import request
from ua_parser import parse

from storage.console.sessions import Visitor

LONGEST_AGENT = 400
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9 .+-]{0,29}")
"""A name that a phone may show: a browser may call itself anything, a sentence to its reader as well."""
NET_OF_ONE = 64
"""Whoever has one address of version 6 has all of its network."""


def visitor() -> Visitor:
    """Of the request that is answered now."""
    found = parse(request.headers.get("User-Agent", "")[:LONGEST_AGENT])
    system = None if found.os is None else f"{found.os.family} {found.os.major or ''}".strip()
    return Visitor(_address(), _plain(None if found.user_agent is None else found.user_agent.family), _plain(system))


def source() -> str:
    """Where the request comes from, as its tries are counted: the address, of version 6 its network."""
    address = _address()
    if ":" not in address:
        return address
    return str(ipaddress.ip_network((address, NET_OF_ONE), strict=False))


def _address() -> str:
    """The peer's address; where proxies stand in front the application has put the one behind them here."""
    try:
        return str(ipaddress.ip_address((request.remote_addr or "").partition("%")[0]))
    except ValueError:
        return ""


def _plain(name: str | None) -> str | None:
    return name if name and _PLAIN_NAME.fullmatch(name) else None
