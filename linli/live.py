"""`linli doctor --live`: whether the platform takes our calls, and whether we answer its call, each tried in earnest."""

import re
import secrets
import time
from collections.abc import Iterator

import requests

from bot.api import PlatformApi
from bot.errors import PlatformAway, PlatformError
from bot.signature import signature_of
from linli import live_texts as texts
from linli.doctor import Finding
from linli.errors import Stop
from linli.platform_errors import explained
from linli.rules_file import read_rules
from linli.settings import Settings
from linli.wiring import platform_api

WAIT_S = 6
"""The platform waits five seconds for an answer."""
_FIELD = re.compile(r"\{\{(\w+)\.DATA\}\}", re.IGNORECASE)


def live_findings(settings: Settings) -> Iterator[Finding]:
    """Token with the list of addresses, menu, templates, and the callback from outside."""
    if settings.wechat_app_id and settings.wechat_app_secret:
        try:
            api = platform_api(settings)
        except Stop as stop:
            yield Finding(False, str(stop))
        else:
            yield from platform_findings(settings, api)
    else:
        yield Finding(False, texts.NO_SECRET, hint=True)
    if settings.wechat_token:
        yield callback(settings)


def platform_findings(settings: Settings, api: PlatformApi) -> Iterator[Finding]:
    """What the platform says; without a token there is nothing else to ask."""
    found = token(settings, api)
    yield found
    if found.well:
        yield _menu(settings, api)
        yield from _templates(settings, api)


def token(settings: Settings, api: PlatformApi) -> Finding:
    """Whether the platform knows account, secret and this machine's address: a new token is asked for."""
    try:
        api.client.fetch_token(False)
    except (PlatformError, PlatformAway) as error:
        return Finding(False, explained(texts.TOKEN, error, settings.wechat_api_base))
    return Finding(True, texts.TOKEN_OK)


def _menu(settings: Settings, api: PlatformApi) -> Finding:
    try:
        there = api.has_menu()
    except (PlatformError, PlatformAway) as error:
        return Finding(False, explained(texts.MENU, error, settings.wechat_api_base))
    return Finding(there, texts.MENU_OK if there else texts.NO_MENU)


def _templates(settings: Settings, api: PlatformApi) -> Iterator[Finding]:
    """Each template of the rules file must be on the account, with the fields that are filled."""
    ours = {(each.template_id, each.kind): each for each in read_rules(settings.rules).templates.values()}
    if not ours:
        yield Finding(False, texts.NO_TEMPLATES, hint=True)
        return
    flaws = []
    for kind in sorted({kind for _, kind in ours}):
        try:
            there = api.templates(kind)
        except (PlatformError, PlatformAway) as error:
            yield Finding(False, explained(texts.TEMPLATES, error, settings.wechat_api_base))
            return
        asked = [each for each in ours.values() if each.kind == kind]
        flaws += [flaw for each in asked if (flaw := _flaw(each.template_id, each.fields, there))]
    yield from (Finding(False, flaw) for flaw in flaws)
    if not flaws:
        yield Finding(True, texts.TEMPLATES_OK)


def _flaw(template: str, filled: object, there: dict[str, str]) -> str | None:
    """What is wrong with a template of the rules file, against those of the account."""
    if template not in there:
        return texts.TEMPLATE_GONE.format(id=template)
    known = _FIELD.findall(there[template])
    missing = [name for name in filled if name not in known] if isinstance(filled, dict) else []
    return (
        texts.TEMPLATE_FIELDS.format(id=template, fields="、".join(missing), known="、".join(known))
        if missing
        else None
    )


def callback(settings: Settings) -> Finding:
    """Asks the own address as the platform does when 提交 is clicked."""
    base = settings.public_url or f"http://{settings.bind}"
    url, said = f"{base}/wechat", secrets.token_hex(16)
    stamp, nonce = str(int(time.time())), secrets.token_hex(16)
    asked = {"timestamp": stamp, "nonce": nonce, "echostr": said}
    asked["signature"] = signature_of(settings.wechat_token, stamp, nonce)
    try:
        with requests.get(url, asked, timeout=WAIT_S, allow_redirects=False, stream=True) as answer:
            body = answer.raw.read(200, decode_content=True)
    except (requests.RequestException, OSError) as error:
        away = texts.CALLBACK_AWAY.format(url=url, error=type(error).__name__, bind=settings.bind)
        return Finding(False, away)
    if answer.status_code == 200 and body == said.encode():
        return Finding(True, texts.CALLBACK_OK.format(url=url))
    if answer.status_code == 403:
        return Finding(False, texts.CALLBACK_REFUSED.format(url=url))
    return Finding(False, texts.CALLBACK_OTHER.format(url=url, status=answer.status_code, bind=settings.bind))
