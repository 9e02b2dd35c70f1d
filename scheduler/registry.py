"""Everything that the clock brings, in one table: `linli tick`, the workers, `linli jobs` and the operator's guide go by it."""

from dataclasses import dataclass

from bot import case_lookup, mailbox, platforms
from bot import jobs as platform
from bot.tools import Tools
from handlers.activities import jobs as activities
from handlers.alarms import jobs as alarms
from handlers.alliance import jobs as alliance
from handlers.area_notices import jobs as area_notices
from handlers.articles import jobs as articles
from handlers.briefs import jobs as briefs
from handlers.cases import jobs as cases
from handlers.connectors import jobs as connectors
from handlers.conversation import jobs as conversation
from handlers.councils import jobs as councils
from handlers.duty import jobs as duty
from handlers.evaluation import jobs as evaluation
from handlers.events import jobs as events
from handlers.jobs import AnyJob, Lane, run_lane
from handlers.office import attacks
from handlers.people import leavers as people
from handlers.projects import jobs as projects
from handlers.stars import jobs as stars
from handlers.surveys import jobs as surveys
from handlers.things import jobs as things
from handlers.tickets import jobs as tickets
from handlers.visits import jobs as visits
from scheduler import erasing, housekeeping, rehearsing

JOBS: tuple[AnyJob[Tools], ...] = (
    *conversation.JOBS, *events.JOBS, *tickets.JOBS, *area_notices.JOBS, *articles.JOBS, *attacks.JOBS, *alarms.JOBS,
    *projects.JOBS, *councils.JOBS, *surveys.JOBS, *people.JOBS,
    *duty.JOBS, *activities.JOBS, *stars.JOBS, *briefs.JOBS, *alliance.JOBS, *visits.JOBS, *cases.JOBS,
    *evaluation.JOBS, *things.JOBS, *connectors.JOBS, *housekeeping.JOBS, *rehearsing.JOBS, *erasing.JOBS, *platforms.JOBS,
    *mailbox.JOBS, *case_lookup.JOBS, *platform.JOBS,
)  # fmt: skip
"""Within a lane they run in this order."""


@dataclass(frozen=True)
class Pulse:
    """How a lane runs: every so many seconds even if nothing wakes it, and in so many threads of a worker.

    `woken`: a commit that leaves work wakes it at once.
    """

    every_s: int
    threads: int
    woken: bool = True
    longest_s: int = 120
    """A pass that takes longer is stuck."""


LANES: dict[Lane, Pulse] = {
    Lane.PLATFORMS: Pulse(15, threads=1),
    Lane.DANGERS: Pulse(15, threads=2, longest_s=40),
    Lane.EVENTS: Pulse(15, threads=1),
    Lane.TICKETS: Pulse(15, threads=1),
    Lane.BRIEFS: Pulse(60, threads=1, woken=False, longest_s=3600),
    Lane.FILES: Pulse(15, threads=2, longest_s=900),
    Lane.OUTSIDE: Pulse(15, threads=2, longest_s=600),
    Lane.PUSHES: Pulse(15, threads=1, longest_s=600),
}
"""In the order in which `linli tick` goes through them."""


def run_all(tools: Tools, *, platform: bool = True) -> dict[str, int]:
    """One pass through everything that is due; answers how much each job did. `platform`: with what needs the platform's API."""
    jobs = [job for job in JOBS if platform or not job.platform]
    return {name: count for lane in LANES for name, count in run_lane(tools, jobs, lane).items()}
