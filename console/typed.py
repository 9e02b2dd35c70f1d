"""A form that comes when its sign-in has ended: what was typed is given back on the page, to be sent once more; it is not kept."""

import json

from flask import Response, make_response, render_template, request

from console.typed_texts import TYPED

MOST = 64 * 1024
NEVER = frozenset({"csrf", "password", "otp", "fresh", "again"})
"""What is not given back: who reads over a shoulder, or comes after, would have it."""


def typed() -> list[tuple[str, str]] | None:
    """The fields that were sent; None for what is no form of our own pages.

    Only where the browser says that the form came from here: nobody else makes our page show, or send, what they have written.
    """
    if not _ours() or request.mimetype != "application/x-www-form-urlencoded" or (request.content_length or 0) > MOST:
        return None
    return [(name, value) for name, value in request.form.items(multi=True) if name not in NEVER]


def inside(status: int, token: str = "") -> Response:
    """The same for a form inside a page, which stays there as it is: only the page's token becomes that of who signed in anew."""
    said = render_template("typed_inside.html", w=TYPED, token=token)
    response = make_response(said, status)
    if token:
        response.headers["HX-Trigger"] = json.dumps({"token": token})
    return response


def _ours() -> bool:
    return request.headers.get("Origin", "") == request.host_url.rstrip("/") or (
        request.headers.get("Sec-Fetch-Site") == "same-origin"
    )
