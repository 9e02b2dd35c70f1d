"""What is answered where nothing else answers (an unknown address, a failure), and the headers of every answer."""

from html import escape

from flask import Response, request
from werkzeug.exceptions import HTTPException

from bot import texts
from bot.open311 import wrong
from bot.pages import POLICY, page
from bot.parameters import Unreadable

_PROGRAMS = ("/wechat", "/healthz", "/readyz")
"""Read by programs, which look at the status alone."""
_OPEN311, _JSON = "/open311/", ("/connect/", "/api/")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Of every answer, unless its page sets stricter ones or others of its own."""
BY_HTTPS = {"Strict-Transport-Security": f"max-age={2 * 365 * 24 * 3600}; includeSubDomains"}
"""Of every answer besides, where the outside comes by https: a browser that was here once comes by nothing else."""


def refused(error: HTTPException) -> Response:
    """The refusal in the form that whoever asked can read; what an answer must carry besides (Allow) is kept."""
    status = error.code or 400
    answer = _refusal(status, error.said if isinstance(error, Unreadable) else "")
    for name, value in error.get_headers():
        if name != "Content-Type":
            answer.headers[name] = value
    return answer


def failed() -> Response:
    """Something went wrong that is not theirs; it is in the log."""
    return _refusal(500, "")


def headers_for(public_url: str) -> dict[str, str]:
    """What no answer goes without, at the address under which the outside sees it."""
    return HEADERS | (BY_HTTPS if public_url.startswith("https://") else {})


def _refusal(status: int, said: str) -> Response:
    if request.path.startswith(_PROGRAMS):
        return Response(status=status, mimetype="text/plain")
    said = said or texts.REFUSED.get(status, texts.REFUSED[500 if status >= 500 else 400])
    if request.path.startswith(_OPEN311):
        return wrong(status, said)
    if request.path.startswith(_JSON):
        return wrong(status, said, "json")
    html = page(texts.REFUSED_TITLE, f"<p>{escape(said)}</p>")
    return Response(html, status=status, mimetype="text/html", headers={"Content-Security-Policy": POLICY})
