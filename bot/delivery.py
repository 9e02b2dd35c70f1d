"""Delivers what the outbox owes: one push, one try, one recorded end."""

import random
from datetime import datetime, timedelta

import structlog

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from storage.database import Database
from storage.outbox import OwedPush, claim, give_up_lost_claims, retry_later, settle

MOST_ATTEMPTS = 8
FINAL = {43004: "not a follower", 45015: "outside the 48 h window", 45047: "quota used up", 40003: "unknown openid"}
"""Errcodes after which trying again is of no use."""

log = structlog.get_logger("linli.delivery")


def deliver_due(database: Database, api: PlatformApi, now: datetime) -> int:
    """Sends every push that is due; answers how many went out."""
    give_up_lost_claims(database, now)
    sent = 0
    while pushes := claim(database, now):
        sent += sum(_deliver(database, api, push, now) for push in pushes)
    return sent


def _deliver(database: Database, api: PlatformApi, push: OwedPush, now: datetime) -> bool:
    if push.unsubscribed:
        settle(database, push.id, "dropped", now=now, error="unsubscribed")
        return False
    try:
        api.send_text(push.openid, push.text)
    except (PlatformError, PlatformAway) as error:
        final = isinstance(error, PlatformError) and error.code in FINAL
        if final or push.attempts >= MOST_ATTEMPTS:
            settle(database, push.id, "dropped", now=now, error=str(error))
        else:
            retry_later(database, push.id, now + backoff(push.attempts), str(error))
        log.warning("push not sent", push=push.id, error=str(error), attempt=push.attempts)
        return False
    settle(database, push.id, "sent", now=now)
    return True


def backoff(attempt: int) -> timedelta:
    """2, 4, 8 … seconds to 15 minutes, with up to a fifth more, so that many do not come back at once."""
    return timedelta(seconds=min(2.0**attempt, 900) * random.uniform(1, 1.2))
