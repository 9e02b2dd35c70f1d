"""How much waits for a worker."""

from sqlalchemy import func, select

from storage.database import Database, Unavailable
from storage.models import Attachment, Outbox


def backlog(database: Database) -> dict[str, int]:
    """Pushes and files that are still owed, by name; empty when the database is away."""
    pushes = select(func.count()).where(Outbox.state.in_(("waiting", "sending")))
    files = select(func.count()).where(Attachment.state == "pending")
    try:
        with database.read() as connection:
            return {
                "outbox": int(connection.execute(pushes).scalar_one()),
                "attachments": int(connection.execute(files).scalar_one()),
            }
    except Unavailable:
        return {}
