"""What other platforms say of somebody who is forgotten goes too."""

from sqlalchemy import Connection, delete, select, update

from storage.models import (
    Appointment,
    CaseLookup,
    ConnectorApart,
    ConnectorLink,
    ConnectorOut,
    ConnectorSubject,
    FieldSource,
)
from storage.subject import Subject


def forget_elsewhere(connection: Connection, subject: Subject) -> None:
    """Before their code is taken from them: what was joined with them is found by it."""
    connection.execute(delete(CaseLookup).where(CaseLookup.account_id.in_(subject.account_ids)))
    if subject.person_id is None or subject.code is None:
        return
    connection.execute(delete(Appointment).where(Appointment.person_id == subject.person_id))
    about = (ConnectorSubject.kind == "person") & (ConnectorSubject.ours == subject.code)
    ids = select(ConnectorSubject.id).where(about)
    connection.execute(delete(ConnectorApart).where(ConnectorApart.subject_id.in_(ids)))
    connection.execute(delete(ConnectorSubject).where(about))
    connection.execute(delete(FieldSource).where(FieldSource.kind == "person", FieldSource.ours == subject.code))
    told = select(ConnectorLink.id).where(ConnectorLink.kind == "person_out", ConnectorLink.ours == subject.code)
    connection.execute(
        update(ConnectorOut)
        .where(ConnectorOut.link_id.in_(told), ConnectorOut.payload.is_not(None))
        .values(payload=None, state="overtaken")
        .execution_options(synchronize_session=False)
    )
