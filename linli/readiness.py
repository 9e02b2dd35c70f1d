"""Waiting for a part of ours that was just started."""

import time
from contextlib import suppress

import requests

from linli import texts
from linli.errors import Stop

READY_WITHIN_S = 120


def wait_for(url: str) -> None:
    """Until this address answers; raises Stop where it does not in two minutes."""
    deadline = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < deadline:
        with suppress(requests.RequestException):
            if requests.get(url, timeout=2).status_code == 200:
                return
        time.sleep(0.1)
    raise Stop(texts.NOT_READY.format(url=url))
