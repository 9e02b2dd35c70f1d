"""Delivers what the outbox owes: one push, one try, one recorded end."""

import random
from datetime import datetime, timedelta

import structlog

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.reply import shortened
from storage.database import Database
from storage.files import FileStore
from storage.outbox import OwedPicture, OwedPush, claim, give_up_lost_claims, retry_later, settle

MOST_ATTEMPTS = 8
FINAL = {43004: "not a follower", 45015: "outside the 48 h window", 45047: "quota used up", 40003: "unknown openid"}
"""Errcodes after which trying again is of no use."""

log = structlog.get_logger("linli.delivery")


def deliver_due(database: Database, api: PlatformApi, files: FileStore, now: datetime) -> int:
    """Sends every push that is due; answers how many went out."""
    give_up_lost_claims(database, now)
    sent = 0
    while pushes := claim(database, now):
        sent += sum(_deliver(database, api, files, push, now) for push in pushes)
    return sent


def _deliver(database: Database, api: PlatformApi, files: FileStore, push: OwedPush, now: datetime) -> bool:
    if push.unsubscribed:
        settle(database, push.id, "dropped", now=now, error="unsubscribed")
        return False
    if push.picture is not None and push.picture.state != "stored":
        return _without_picture(database, push, push.picture, now)
    try:
        _send(api, files, push)
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


def _send(api: PlatformApi, files: FileStore, push: OwedPush) -> None:
    if push.picture is not None and push.picture.sha256 is not None:
        media_type = push.picture.media_type or "image/jpeg"
        api.send_picture(push.openid, api.upload_picture(files.get(push.picture.sha256), media_type))
    elif push.taps:
        api.send_choices(push.openid, shortened(push.text), push.taps)
    else:
        api.send_text(push.openid, shortened(push.text))


def _without_picture(database: Database, push: OwedPush, picture: OwedPicture, now: datetime) -> bool:
    """A picture that is not here yet is waited for; one that will never be here is told by the words beside it."""
    if picture.state == "pending" and push.attempts < MOST_ATTEMPTS:
        retry_later(database, push.id, now + backoff(push.attempts), "picture not here yet")
    else:
        settle(database, push.id, "dropped", now=now, error=f"picture {picture.state}")
    return False


def backoff(attempt: int) -> timedelta:
    """2, 4, 8 … seconds to 15 minutes, with up to a fifth more, so that many do not come back at once."""
    return timedelta(seconds=min(2.0**attempt, 900) * random.uniform(1, 1.2))
