"""The way of one push: customer service, template or subscription notice, WeCom, kept for the next reply."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.bundling import Bundle
from bot.errors import PlatformAway, PlatformError
from bot.notice_templates import NoticeTemplate, data_of
from bot.reply import shortened
from bot.tools import Tools
from governance.notices import kind_of
from storage.outbox_delivery import note_unfollowed
from storage.outbox_rows import End

MOST_ATTEMPTS = 10
WINDOW = timedelta(hours=48)
"""In which the platform takes customer-service messages. Source: design, section 7."""
NEXT_CHANNEL = frozenset({45015, 45047, 48001, 43101, 40037, 47003, 40008, 81013})
"""Outside the window, quota used up, not allowed, no permission, unknown template, wrong fields, wrong kind, unknown member of
WeCom: another way may do.
"""
UNFOLLOWED = frozenset({43004, 40003})
NOT_NOW = frozenset({-1, 40001, 40013, 40014, 40125, 40164, 42001, 45009, 45011, 50002})
"""Busy, no token that holds, an address not on the list, the calls of the day or the minute used up, the account shut: whoever
waits long enough, or mends the settings, gets through; the push itself is well.
"""
LONGEST_AWAY_S = 120.0


Channel = Callable[[Tools, Bundle, datetime], bool]
"""Sends, and answers whether it could be tried at all; raises PlatformError or PlatformAway."""


def deliver_with_fallback(tools: Tools, bundle: Bundle, now: datetime) -> list[End]:
    """Tries one channel after the other; answers what became of each push."""
    refused: list[str] = []
    for name, channel in CHANNELS:
        try:
            if channel(tools, bundle, now):
                return _ends(bundle, "sent", channel=name)
        except PlatformAway as error:
            return _away(bundle, name, error, now)
        except PlatformError as error:
            if error.code in UNFOLLOWED and name != "wecom":
                note_unfollowed(tools.database, bundle.first.account_id, now)
                return _ends(bundle, "dropped", error=f"unsubscribed ({error})")
            if error.code in NOT_NOW:
                return _waits_on(bundle, str(error), now)
            if error.code not in NEXT_CHANNEL:
                return later(bundle, str(error), now)
            refused.append(str(error))
    if bundle.first.picture is not None:
        return _ends(bundle, "dropped", error="; ".join([*refused, "a picture is not kept"]))
    return _ends(bundle, "kept", error="; ".join(refused) or "no channel")


def _custom(tools: Tools, bundle: Bundle, now: datetime) -> bool:
    push, api = bundle.first, tools.api
    if now - push.last_inbound_at > WINDOW:
        return False
    if push.picture is not None and push.picture.sha256 is not None:
        media_type = push.picture.media_type or "image/jpeg"
        api.send_picture(push.openid, api.upload_picture(tools.files.get(push.picture.sha256), media_type))
    elif bundle.taps:
        api.send_choices(push.openid, shortened(bundle.text), bundle.taps)
    else:
        api.send_text(push.openid, shortened(bundle.text))
    return True


def _notice(tools: Tools, bundle: Bundle, now: datetime) -> bool:
    push = bundle.first
    template: NoticeTemplate | None = tools.templates.get(kind_of(push.kind).group)
    if template is None or push.picture is not None:
        return False
    if now - push.last_inbound_at <= WINDOW and not push.by_night:
        return False  # who wrote lately gets no template; what the quota holds comes with the next reply. A danger is never held
    data = data_of(template, bundle.text, push.number, now, tools.config.zone)
    tools.api.send_notice(push.openid, template.kind, template.template_id, data)
    return True


def _wecom(tools: Tools, bundle: Bundle, now: datetime) -> bool:
    push = bundle.first
    if tools.wecom is None or push.wecom_id is None or push.picture is not None:
        return False
    tools.wecom.send_text(push.wecom_id, shortened(bundle.text))
    return True


CHANNELS: tuple[tuple[str, Channel], ...] = (("custom", _custom), ("notice", _notice), ("wecom", _wecom))
"""From the top; what none of them takes is kept. Source: design, section 2."""


def _away(bundle: Bundle, name: str, error: PlatformAway, now: datetime) -> list[End]:
    """Where it can't be known whether the platform took it, it is not sent again: a doubled notice is worse than a doubtful one."""
    if error.doubtful:
        return _ends(bundle, "maybe_sent", channel=name, error=str(error))
    return _waits_on(bundle, str(error), now)


def _waits_on(bundle: Bundle, error: str, now: datetime) -> list[End]:
    """No attempt is counted, however long it takes: it ends with the 48 hours, and is then kept for the next reply."""
    return [
        End(push.id, "waiting", error=error, not_before=now + pause(now - push.created_at), again=True)
        for push in bundle.pushes
    ]


def later(bundle: Bundle, error: str, now: datetime) -> list[End]:
    """Tries again after a while, ten times in all; then it is dropped with the reason."""
    return [
        End(push.id, "dropped", error=error)
        if push.attempts >= MOST_ATTEMPTS
        else End(push.id, "waiting", error=error, not_before=now + backoff(push.attempts))
        for push in bundle.pushes
    ]


def _ends(bundle: Bundle, state: str, *, channel: str | None = None, error: str | None = None) -> list[End]:
    message = bundle.first.id if state in ("sent", "maybe_sent") else None
    return [End(push.id, state, channel, error, message_id=message) for push in bundle.pushes]


def backoff(attempt: int) -> timedelta:
    """2, 4, 8 … seconds to 15 minutes, with up to a fifth more, so that many do not come back at once."""
    return timedelta(seconds=min(2.0**attempt, 900) * random.uniform(1, 1.2))


def pause(waited: timedelta) -> timedelta:
    """Until somebody who is away is tried again: longer the longer it lasts, two minutes at most; a little apart."""
    return timedelta(seconds=min(max(waited.total_seconds() / 4, 2.0), LONGEST_AWAY_S) * random.uniform(1, 1.2))
