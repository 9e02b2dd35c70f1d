"""The code by which somebody of the roster binds their phone, made on the machine itself."""

from handlers.people.invitation import new_invitation
from linli import texts
from linli.clock import system_clock
from linli.errors import Stop
from storage.audit import AuditEntry, write_audit
from storage.database import Database
from storage.people import person_coded
from storage.unit_of_work import UnitOfWork


def invitation(database: Database, code: str, days: int, actor: str) -> str:
    """A sentence with the code, for the person of this number in the roster; said once. Raises Stop where there is none."""
    now = system_clock()
    with database.write() as connection:
        uow = UnitOfWork(connection)
        found = person_coded(uow, code)
        if found is None:
            raise Stop(texts.NO_SUCH_PERSON.format(who=code))
        fresh = new_invitation(uow, found, now, days)
        uow.finish()
        write_audit(connection, actor, [AuditEntry("person.invite", f"person:{code}")], now)
    return texts.INVITATION.format(code=fresh, days=days)
