"""Words about things as commands."""

from handlers.said import Reads
from handlers.things.commands import RecordInspection, ShowInspections
from understanding.command_names import CommandName

READS: Reads = {
    CommandName.SHOW_INSPECTIONS: lambda _said, _here: ShowInspections(),
    CommandName.RECORD_INSPECTION: lambda said, _here: RecordInspection(said.argument),
}
