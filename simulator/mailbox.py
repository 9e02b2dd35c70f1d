"""A stand-in for a mailbox: an IMAP server on loopback, as much of it as somebody needs who reads unseen mail; with faults."""

import re
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

FAULTS = ("slow", "lost_acknowledgement", "busy")
_LITERAL = re.compile(rb"BODY\.PEEK\[(HEADER)?\](?:<0\.([0-9]+)>)?", re.IGNORECASE)


@dataclass
class StandInMailbox:
    """Mails in the order of their numbers, and which of them are marked. `slow_s`: how long it keeps silent when it is slow."""

    user: str = "records"
    password: str = "of-the-mailbox-only"
    slow_s: float = 0.5
    mails: list[bytes] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)

    def comes(self, sender: str, files: dict[str, bytes], message_id: str = "") -> None:
        """A mail comes with these files."""
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = sender, "records@example.org", "records"
        mail["Message-ID"] = message_id or f"<m{len(self.mails)}@example.org>"
        mail.set_content("see the files")
        for name, content in files.items():
            mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
        self.mails.append(mail.as_bytes())

    def plan(self, fault: str, times: int = 1) -> None:
        """Lets it happen so often."""
        if fault not in FAULTS:
            raise ValueError(fault)
        self.faults[fault] = times

    def strikes(self, fault: str) -> bool:
        """Whether it happens now."""
        left = self.faults.get(fault, 0)
        self.faults[fault] = max(left - 1, 0)
        return left > 0


class _Talk(socketserver.StreamRequestHandler):
    """One client, line by line."""

    box: StandInMailbox

    def handle(self) -> None:
        """Until it leaves, or is left."""
        self._say(b"* OK ready")
        while line := self.rfile.readline():
            tag, _, rest = line.strip().partition(b" ")
            if not self._answer(tag, rest):
                return

    def _say(self, *lines: bytes) -> None:
        for line in lines:
            self.wfile.write(line + b"\r\n")

    def _answer(self, tag: bytes, rest: bytes) -> bool:
        name = rest.split(b" ")[0].upper()
        self.box.asked.append(rest.decode("utf-8", "replace"))
        if name == b"CAPABILITY":
            self._say(b"* CAPABILITY IMAP4rev1", tag + b" OK done")
        elif name == b"LOGIN":
            wanted = f'LOGIN {self.box.user} "{self.box.password}"'.encode()
            well = rest == wanted and not self.box.strikes("busy")
            self._say(tag + (b" OK done" if well else b" NO [UNAVAILABLE] not now"))
        elif name == b"SELECT":
            self._say(b"* %d EXISTS" % len(self.box.mails), tag + b" OK [READ-WRITE]")
        elif name == b"UID":
            return self._by_number(tag, rest[4:])
        elif name == b"LOGOUT":
            self._say(b"* BYE", tag + b" OK done")
            return False
        else:
            self._say(tag + b" BAD what")
        return True

    def _by_number(self, tag: bytes, rest: bytes) -> bool:
        if self.box.strikes("slow"):
            time.sleep(self.box.slow_s)
            return False
        if rest.startswith(b"SEARCH"):
            unseen = [str(n).encode() for n in range(1, len(self.box.mails) + 1) if n not in self.box.seen]
            self._say(b"* SEARCH " + b" ".join(unseen), tag + b" OK done")
        elif rest.startswith(b"FETCH"):
            self._fetch(tag, int(rest.split(b" ")[1]), rest)
        else:
            if self.box.strikes("lost_acknowledgement"):
                return False
            self.box.seen.add(int(rest.split(b" ")[1]))
            self._say(tag + b" OK done")
        return True

    def _fetch(self, tag: bytes, number: int, rest: bytes) -> None:
        mail = self.box.mails[number - 1]
        wanted = _LITERAL.search(rest)
        assert wanted is not None
        part = mail.partition(b"\n\n")[0] if wanted[1] else mail
        part = part[: int(wanted[2])] if wanted[2] else part
        said = b"* %d FETCH (UID %d RFC822.SIZE %d BODY[] {%d}" % (number, number, len(mail), len(part))
        self._say(said)
        self.wfile.write(part)
        self._say(b")", tag + b" OK done")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True
    tls: ssl.SSLContext | None = None

    def get_request(self) -> tuple[Any, Any]:
        """Each over TLS, where there is a certificate."""
        plain, address = super().get_request()
        return (plain if self.tls is None else self.tls.wrap_socket(plain, server_side=True)), address

    def handle_error(self, _request: Any, _client_address: Any) -> None:
        """Who leaves in the middle is let go."""


@contextmanager
def serving(box: StandInMailbox, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Answers the port."""
    handler = type("_TalkOfBox", (_Talk,), {"box": box})
    with _Server(("127.0.0.1", 0), handler) as server:
        server.tls = tls
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
