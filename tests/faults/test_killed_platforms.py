"""Records come doubled and out of order, workers are killed: none is lost, none doubled, and both sides say the same in the end."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from governance.connectors.standing import OF_STATE
from governance.tickets.states import TicketState
from handlers.jobs import run_job
from scheduler.registry import JOBS
from storage.models import Ticket
from tests.faults.killing import NEVER, until_done, worker_of
from tests.others import items, links, other, outs
from tests.staff import staff

MANY = 60
JOBS_OF_IT = ("connector_items", "connector_news", "connector_out")


def matters(them, many=MANY):
    """A first record of each, of each third a withdrawal as well; a tenth comes twice, some out of order."""
    bodies = [them.body(f"M-{n}", text=f"{n % 6 + 1}楼楼道灯坏了", place="梧桐里1号院05幢") for n in range(many)]
    bodies += [them.body(f"M-{n}", state="withdrawn") for n in range(0, many, 3)]
    chance = random.Random(7)
    bodies += chance.sample(bodies, len(bodies) // 10)
    for _ in range(len(bodies) // 20):
        one, two = chance.sample(range(len(bodies)), 2)
        bodies[one], bodies[two] = bodies[two], bodies[one]
    return bodies


def agree(chat, them):
    """Each matter is one ticket, and stands as they say."""
    tickets = {row.number: TicketState(row.state) for row in chat.rows(select(Ticket.number, Ticket.state))}
    known = links(chat)
    assert len(tickets) == len(known) == len(them.versions)
    for their_id, link in known.items():
        ours = OF_STATE[tickets[link.ours]].value
        assert ours == them.states.get(their_id, "open") == link.agreed, their_id


@pytest.mark.parametrize("plan", [(1, 2, 1, 2, 3, 1, 2, NEVER)])
def test_workers_killed_at_their_commits_lose_and_double_nothing(chat, clock, database_url, tmp_path, valkey_url, plan):
    staff(chat)
    with other(chat) as them:
        bodies = matters(them)
        for start in range(0, len(bodies), 20):
            assert them.sends_all(bodies[start : start + 20])[0] == 202
        assert until_done(worker_of(chat, database_url, tmp_path, valkey_url), JOBS_OF_IT, plan) > 5
        clock.turn(hours=1)
        assert until_done(worker_of(chat, database_url, tmp_path, valkey_url), JOBS_OF_IT, (NEVER,)) == 0
        agree(chat, them)
        assert {row.state for row in items(chat)} == {"done"}
        assert {row.state for row in outs(chat)} <= {"done"}
        assert len(them.heard) == len(set(them.heard)) == len(outs(chat))


def test_many_doors_and_many_workers_at_once(chat, clock):
    staff(chat)
    job = next(job for job in JOBS if job.name == "connector_items")
    with other(chat) as them, ThreadPoolExecutor(6) as pool:
        bodies = matters(them)
        sent = [pool.submit(them.sends_all, [body]) for body in bodies]
        done = [pool.submit(run_job, chat.tools, job) for _ in range(6)]
        answers = [each.result() for each in sent]
        counts = [each.result() for each in done]
        assert {status for status, _ in answers} == {202}
        taken = sum(said["taken"] for _, said in answers)
        assert taken + sum(said["known"] for _, said in answers) == len(bodies)
        clock.turn(minutes=5)
        counts.append(run_job(chat.tools, job))
        assert sum(counts) == taken == len(items(chat))
        assert Counter(row.state for row in items(chat)) == {"done": taken}
        agree(chat, them)
