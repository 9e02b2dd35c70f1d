"""What the clock does towards the platform: pushes, posters, drafts, tags and downloads; each item claimed, ended by itself."""

from bot import article_drafts, downloads, drafts, posters, tagging
from bot.delivery import HAZARD_PUSHES, PUSHES, deliver_due
from bot.downloads import DOWNLOADS
from bot.drafts import DRAFTS, DRAFTS_DOWN
from bot.posters import POSTERS, POSTERS_DOWN
from bot.tools import Tools
from handlers.jobs import AnyJob, BatchJob, Job, Lane, in_transaction
from handlers.texts import jobs as words
from handlers.tickets import looking


def _dangers(tools: Tools) -> int:
    return deliver_due(tools, HAZARD_PUSHES, danger=True)


def _others(tools: Tools) -> int:
    return deliver_due(tools, PUSHES, danger=False)


JOBS: tuple[AnyJob[Tools], ...] = (
    BatchJob(HAZARD_PUSHES, *words.HAZARD_PUSHES, Lane.DANGERS, _dangers, platform=True),
    Job(POSTERS, *words.POSTERS, Lane.FILES, posters.due(POSTERS, "pending"), posters.render),
    Job(POSTERS_DOWN, *words.POSTERS_DOWN, Lane.FILES, posters.due(POSTERS_DOWN, "withdrawn"), posters.take_down),
    Job(DRAFTS, *words.DRAFTS, Lane.FILES, drafts.due(DRAFTS, "wanted"), drafts.make, platform=True),
    Job(
        DRAFTS_DOWN,
        *words.DRAFTS_DOWN,
        Lane.FILES,
        drafts.due(DRAFTS_DOWN, "to_delete"),
        drafts.take_down,
        platform=True,
    ),
    Job(
        article_drafts.COPIES, *words.ARTICLE_COPIES, Lane.FILES, article_drafts.due, article_drafts.make, platform=True
    ),
    Job("tags", *words.TAGS, Lane.FILES, tagging.due, tagging.change, platform=True),
    Job(DOWNLOADS, *words.DOWNLOADS, Lane.FILES, downloads.due, downloads.fetch, platform=True),
    Job(looking.LOOKS, *words.LOOKS, Lane.FILES, looking.due, in_transaction(looking.look)),
    BatchJob(PUSHES, *words.PUSHES, Lane.PUSHES, _others, platform=True),
)
