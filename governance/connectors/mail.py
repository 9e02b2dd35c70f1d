"""A mail with files of records: who sent it, which files it holds, and why it is not taken."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parseaddr
from enum import StrEnum

from governance.connectors.files import is_record_file

BROKEN = (
    MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError, OverflowError,
)  # fmt: skip
"""What the standard library raises for mails that are none; whoever sends one must not keep the others from being read."""
LONGEST_NAME = 120
MOST_FILES = 20
MOST_MAIL_BYTES = 8 * 1024 * 1024
MOST_FILE_RECORDS = 5000


class MailResult(StrEnum):
    """What became of a file of a mail, or of the whole mail."""

    TAKEN = "taken"
    WRONG_SENDER = "wrong_sender"
    TOO_LONG = "too_long"
    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    REUSED = "reused"
    """The same mail and file name came before with other content."""


@dataclass(frozen=True)
class Head:
    """`key`: of the message's own id, by which it is known again; `sender`: the one address that it says it is from, or empty."""

    key: str
    sender: str


@dataclass(frozen=True)
class MailFile:
    """A file that hangs on a mail; `name`: another than that of the other files."""

    name: str
    content: bytes

    @property
    def digest(self) -> str:
        """Of what is in it."""
        return hashlib.sha256(self.content).hexdigest()


def head_of(content: bytes) -> Head:
    """What the head of a mail says; of one without an id its own bytes are the id. Two senders are none."""
    try:
        mail = _parsed(content)
        said = next(iter(_headers(mail, "Message-ID")), "")
        senders = [address for _, address in getaddresses(_headers(mail, "From")) if address]
    except BROKEN:
        said, senders = "", []
    key = hashlib.sha256(said.strip().encode("utf-8", "replace") if said.strip() else content).hexdigest()[:40]
    return Head(key, senders[0].lower() if len(senders) == 1 else "")


def is_allowed(sender: str, allowed: Sequence[str]) -> bool:
    """By its whole address, or by what follows the @ where a line begins with it."""
    address = parseaddr(sender)[1].lower()
    domain = "@" + address.rpartition("@")[2]
    return "@" in address and any(each.lower() in (address, domain) for each in allowed)


def files_of(content: bytes) -> list[MailFile]:
    """The files of records that hang on it, each under a name of its own; raises ValueError where it is no mail."""
    found: dict[str, MailFile] = {}
    try:
        attached = list(_attached(_parsed(content)))
    except BROKEN as error:
        raise ValueError("no mail") from error
    for name, body in attached:
        own, again = name, 1
        while own in found:
            again += 1
            own = f"{name}#{again}"
        found[own] = MailFile(own, body)
    return list(found.values())


def _attached(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in mail.walk():
        name = (part.get_filename() or "").rpartition("/")[2].rpartition("\\")[2][-LONGEST_NAME:]
        if part.is_multipart() or not is_record_file(name):
            continue
        body = part.get_payload(decode=True)
        yield "".join(char for char in name if char.isprintable()), body if isinstance(body, bytes) else b""


def _parsed(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def _headers(mail: EmailMessage, name: str) -> list[str]:
    return [str(each) for each in mail.get_all(name, [])]
