"""What was mediated and repaired at the stations that somebody runs."""

from governance.permissions import Act
from handlers.console.staff import Staff, places_of
from handlers.scene import Scene
from storage.audit import Deed, note_by
from storage.duty.records import FullRecord, records_at


def records_for(scene: Scene, staff: Staff) -> list[FullRecord]:
    """The newest records, parties and matter in full; each look leaves a trace."""
    found = records_at(scene.uow, places_of(scene, staff, Act.RUN_DUTY))
    if found:
        deed = Deed("records.read", f"records:{found[-1].id}-{found[0].id}")
        note_by(scene.uow, staff.actor, deed, scene.now)
    return found
