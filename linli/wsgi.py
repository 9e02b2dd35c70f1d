"""A request of granian's as a WSGI application wants it, and the answer back."""

from collections.abc import Callable, Iterable
from typing import IO, Any
from urllib.parse import unquote_to_bytes

import structlog
from granian.rsgi import Scope

Answer = tuple[int, list[tuple[str, str]], bytes]
_JOINED_BY = {"cookie": "; "}

log = structlog.get_logger("linli.web")


def environ_of(scope: Scope, body: IO[bytes], size: int) -> dict[str, Any]:
    """The environment of PEP 3333. A header with an underscore in its name, which could pass for another, is left out."""
    host, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method, "SCRIPT_NAME": "", "PATH_INFO": unquote_to_bytes(scope.path).decode("latin-1"),
        "QUERY_STRING": scope.query_string, "SERVER_NAME": host, "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}", "REMOTE_ADDR": scope.client.rpartition(":")[0],
        "wsgi.version": (1, 0), "wsgi.url_scheme": scope.scheme, "wsgi.input": body, "wsgi.errors": None,
        "wsgi.input_terminated": True, "wsgi.multithread": True, "wsgi.multiprocess": True, "wsgi.run_once": False,
    }  # fmt: skip
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = f"HTTP_{name.upper().replace('-', '_')}"
        environ[key] = f"{environ[key]}{_JOINED_BY.get(name, ',')}{value}" if key in environ else value
    environ["CONTENT_TYPE"] = environ.pop("HTTP_CONTENT_TYPE", "")
    environ.pop("HTTP_CONTENT_LENGTH", None)
    environ["CONTENT_LENGTH"] = str(size)
    if scope.authority and "HTTP_HOST" not in environ:
        environ["HTTP_HOST"] = scope.authority
    return environ


def run(app: Callable[..., Iterable[bytes]], environ: dict[str, Any]) -> Answer:
    """Asks the application; what it raises is logged, and answered with an empty 500."""
    began: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], _error: object = None) -> Callable[[bytes], object]:
        began[:] = [int(status.partition(" ")[0]), headers]
        return lambda _written: None

    try:
        parts = app(environ, start_response)
        try:
            body = b"".join(parts)
        finally:
            close = getattr(parts, "close", None)
            if close is not None:
                close()
    except Exception:
        log.error("request failed", exc_info=True)
        return 500, [], b""
    return began[0], began[1], body
