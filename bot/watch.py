"""What is refused at the doors and may be an attack: told to whoever counts it (console.alarm)."""

from collections.abc import Callable

from flask import g, request

from bot.errors import NotSigned, Refused
from governance.attacks import Attack

Watch = Callable[[Attack, str, str], None]
"""Hears of one refusal: its kind, of whom such refusals are counted together, and from which address it came."""
EVERYBODY = "all"
SIGN_INS = frozenset({"/console/sign-in", "/console/wall/key"})
OTHER_SYSTEMS = ("/open311/", "/connect/", "/api/")
NOT_OURS = "app id"


def nobody(_kind: Attack, _whose: str, _address: str) -> None:
    """Where nobody counts."""


def refused_page(watch: Watch, status: int) -> None:
    """A page or form that was refused with this status: wrong keys and passwords count together, rights by who is signed in."""
    rule = request.url_rule.rule if request.url_rule else ""
    posted = request.method == "POST"
    if posted and rule in SIGN_INS and status in (403, 429):
        watch(Attack.SIGN_IN, EVERYBODY, request.remote_addr or "")
    elif posted and rule.startswith(OTHER_SYSTEMS) and status == 403:
        watch(Attack.KEYS, EVERYBODY, request.remote_addr or "")
    elif g.get("who") is not None and status in (403, 404):
        watch(Attack.RIGHTS, str(g.who), request.remote_addr or "")


def refused_message(watch: Watch, error: Refused) -> None:
    """A message that does not come from the platform, or is as good as none: its clock or ours is wrong."""
    if isinstance(error, NotSigned) or error.reason == NOT_OURS:
        watch(Attack.MESSAGES, EVERYBODY, request.remote_addr or "")
