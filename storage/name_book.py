"""The roster's names in memory, for finding them in texts; read again when the roster has changed."""

from sqlalchemy import select

from governance.roles import STAFF
from storage.models import Person, Post
from storage.unit_of_work import UnitOfWork
from understanding.known_names import KnownNames


def read_names(uow: UnitOfWork) -> KnownNames:
    """All of the roster, those who have left too; public is who holds or held a post that serves others."""
    public = set(uow.execute(select(Post.person_id).where(Post.role.in_(sorted(STAFF))).distinct()).scalars())
    rows = uow.execute(select(Person.id, Person.name).where(Person.forgotten_at.is_(None))).all()
    named = [(row.id, row.name) for row in rows if row.name]
    return KnownNames((name for _, name in named), (name for person, name in named if person in public))
