"""Certificates and calendar addresses: found by what only their holder has; only digests are kept."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, select

from storage import keyring
from storage.models import Certificate, Feed, Person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CertificateRow:
    """A certificate; `name` None once its holder is forgotten."""

    person_id: int
    name: str | None
    unit: str | None
    first: date
    last: date
    minutes: int
    at: datetime


def write_certificate(
    uow: UnitOfWork, code: str, person_id: int, first: date, last: date, minutes: int, now: datetime
) -> None:
    """Keeps what a certificate says, under its code."""
    digest = keyring.digest("certificate", code)
    uow.add(Certificate, person_id=person_id, digest=digest, first=first, last=last, minutes=minutes, at=now)


def certificate_by_code(uow: UnitOfWork, code: str) -> CertificateRow | None:
    """The certificate with this code."""
    statement = (
        select(
            Certificate.person_id, Person.name, Person.unit, Certificate.first, Certificate.last, Certificate.minutes,
            Certificate.at, Person.forgotten_at,
        )
        .join(Person, Person.id == Certificate.person_id)
        .where(Certificate.digest.in_(keyring.digests("certificate", code)))
    )  # fmt: skip
    row = uow.execute(statement).first()
    if row is None:
        return None
    name = row.name if row.forgotten_at is None else None
    return CertificateRow(row.person_id, name, row.unit, row.first, row.last, row.minutes, row.at)


def write_feed(uow: UnitOfWork, secret: str, person_id: int, now: datetime) -> None:
    """A person's calendar has this address from now on, and no other."""
    uow.execute(delete(Feed).where(Feed.person_id == person_id))
    uow.add(Feed, person_id=person_id, digest=keyring.digest("feed", secret), at=now)


def feed_by_secret(uow: UnitOfWork, secret: str) -> int | None:
    """Whose calendar has this address."""
    statement = select(Feed.person_id).where(Feed.digest.in_(keyring.digests("feed", secret)))
    found: int | None = uow.execute(statement).scalar()
    return found
