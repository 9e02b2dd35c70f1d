"""Batches: everybody gets their own result, in their own order, and nobody pays for another's failure."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.group_commit import GroupCommit


class Shared(Exception):
    pass


def test_items_that_come_during_a_commit_share_the_next():
    batches, first_runs, go_on = [], threading.Event(), threading.Event()

    def work(items):
        batches.append(list(items))
        if len(batches) == 1:
            first_runs.set()
            go_on.wait(5)
        return [item * 10 for item in items]

    commits = GroupCommit(work)
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(commits.submit, 0)
        first_runs.wait(5)
        rest = [pool.submit(commits.submit, n) for n in range(1, 6)]
        while len(commits._queue) < 5:
            pass
        go_on.set()
        assert first.result(5) == 0
        assert [future.result(5) for future in rest] == [10, 20, 30, 40, 50]
    assert [sorted(batch) for batch in batches] == [[0], [1, 2, 3, 4, 5]]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=40))
def test_each_gets_its_own_result_or_its_own_error(items):
    def work(batch):
        if any(item % 5 == 3 for item in batch):
            raise ValueError(batch[0] if len(batch) == 1 else "batch")
        return [item + 1 for item in batch]

    commits = GroupCommit(work)

    def submit(item):
        try:
            return commits.submit(item)
        except ValueError as error:
            return error.args[0]

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(submit, items))
    assert results == [item if item % 5 == 3 else item + 1 for item in items]


def test_a_shared_fault_is_tried_once_a_batch():
    tries = []

    def work(batch):
        tries.append(len(batch))
        raise Shared

    commits = GroupCommit(work, shared_faults=(Shared,))
    for _ in range(3):
        with pytest.raises(Shared):
            commits.submit(1)
    assert tries == [1, 1, 1]


def test_a_result_that_is_missing_is_an_error_not_somebody_elses():
    commits = GroupCommit(lambda items: [])
    with pytest.raises(ValueError, match="zip"):
        commits.submit(1)


@pytest.mark.parametrize("ends", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_leading_thread_leaves_nobody_else_without_an_answer(ends):
    first_runs, go_on, batches = threading.Event(), threading.Event(), []

    def work(items):
        batches.append(list(items))
        if len(batches) == 1:
            first_runs.set()
            go_on.wait(5)
        if len(batches) == 2:
            raise ends
        return [item * 10 for item in items]

    commits = GroupCommit(work)

    def submit(item):
        try:
            return commits.submit(item)
        except ends:
            return "ended"

    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(submit, 0)
        first_runs.wait(5)
        rest = [pool.submit(submit, n) for n in range(1, 6)]
        while len(commits._queue) < 5:
            pass
        go_on.set()
        assert first.result(5) == 0
        answers = [future.result(5) for future in rest]
    assert answers.count("ended") == 1  # the one that led
    assert sorted(answer for answer in answers if answer != "ended") == sorted(
        item * 10 for item, answer in enumerate(answers, 1) if answer != "ended"
    )
    assert commits.submit(9) == 90  # and the next ones are led again


def test_a_batch_that_half_ends_is_finished_by_the_others():
    """An item fails alone in the second round, the leader ends there: who had no answer yet gets one."""
    first_runs, go_on, ended = threading.Event(), threading.Event(), []

    def work(items):
        if items == [0]:
            first_runs.set()
            go_on.wait(5)
        if len(items) > 1 and not ended:
            raise ValueError
        if items == [3] and not ended:
            ended.append(3)
            raise SystemExit
        return [item * 10 for item in items]

    commits = GroupCommit(work)

    def submit(item):
        try:
            return commits.submit(item)
        except SystemExit:
            return "ended"

    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(submit, 0)
        first_runs.wait(5)
        rest = [pool.submit(submit, n) for n in range(1, 6)]
        while len(commits._queue) < 5:
            pass
        go_on.set()
        assert first.result(5) == 0
        answers = [future.result(5) for future in rest]
    assert answers.count("ended") == 1
    assert all(answer in (item * 10, "ended") for item, answer in enumerate(answers, 1))
