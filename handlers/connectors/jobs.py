"""What the clock does with other platforms, but for what talks to them (bot.platforms)."""

from handlers.connectors import appointments, giving, silence, working
from handlers.jobs import Job, JobTools, Lane, in_transaction
from handlers.texts import jobs as words

JOBS: tuple[Job[JobTools], ...] = (
    Job(
        "connector_items",
        *words.CONNECTOR_ITEMS,
        Lane.PLATFORMS,
        working.due,
        working.work,
        together=working.work_together,
    ),
    Job("connector_news", *words.CONNECTOR_NEWS, Lane.OUTSIDE, giving.due, in_transaction(giving.give)),
    Job("appointments", *words.APPOINTMENTS, Lane.BRIEFS, appointments.due, in_transaction(appointments.remind)),
    Job("connector_silent", *words.CONNECTOR_SILENT, Lane.OUTSIDE, silence.due, in_transaction(silence.tell_silent)),
)
