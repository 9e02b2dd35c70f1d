"""The way of a message: one transaction, the dedupe row with the reply, one handler."""

import time
from collections.abc import Callable, Sequence

from governance.clock import Clock
from handlers.context import SubdistrictConfig
from handlers.errors import NotTaken, ReplayedNonce
from handlers.inbound import Inbound, Reply
from handlers.kept import with_kept
from handlers.routes import answer
from handlers.turn import Turn
from storage.accounts import KnownAccount, Sender, take_accounts
from storage.database import Database, Unavailable
from storage.group_commit import GroupCommit
from storage.inbound import first_digests, stored_replies
from storage.models import Inbound as InboundRow
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork

QUICK_S = 2.0
"""PostgreSQL finds a deadlock after a second; the platform waits five."""

Outcome = Reply | ReplayedNonce


class Reception:
    """Takes messages in. `wake` is called after a commit that left work for a worker; it may be lost."""

    def __init__(self, database: Database, config: SubdistrictConfig, clock: Clock, wake: Callable[[], None]) -> None:
        self._database = database
        self._config = config
        self._clock = clock
        self._wake = wake
        self._book = PlaceBook()
        self._commits: GroupCommit[Inbound, Outcome] = GroupCommit(self._take, shared_faults=Unavailable)

    def receive(self, inbound: Inbound) -> Reply:
        """Answers once the message and all it caused are durable; a redelivery gets the first answer again.

        Raises ReplayedNonce for another body under a used nonce, NotTaken when the database is away.
        """
        try:
            outcome = self._commits.submit(inbound)
        except Unavailable as error:
            raise NotTaken from error
        if isinstance(outcome, ReplayedNonce):
            raise outcome
        return outcome

    def _take(self, batch: Sequence[Inbound]) -> list[Outcome]:
        """Tries twice when the first try failed fast: a connection that broke while idle, a deadlock.

        Harmless even if the first try was committed and only its answer was lost: the keys are there then.
        """
        started = time.monotonic()
        try:
            return self._take_once(batch)
        except Unavailable:
            if time.monotonic() - started > QUICK_S:
                raise
            return self._take_once(batch)

    def _take_once(self, batch: Sequence[Inbound]) -> list[Outcome]:
        with self._database.write() as connection:
            uow = UnitOfWork(connection)
            outcomes = self._answer_all(uow, batch)
            uow.finish()
        if uow.wake:
            self._wake()
        return outcomes

    def _answer_all(self, uow: UnitOfWork, batch: Sequence[Inbound]) -> list[Outcome]:
        digests = first_digests(uow, [inbound.delivery for inbound in batch])
        fresh = [inbound for inbound in batch if digests[inbound.delivery.key] == inbound.delivery.digest]
        accounts = take_accounts(uow, [_sender(inbound) for inbound in fresh], self._clock())
        replies = stored_replies(uow, [inbound.dedupe_key for inbound in fresh])
        for inbound in fresh:
            if inbound.dedupe_key not in replies:
                replies[inbound.dedupe_key] = self._answer(uow, inbound, accounts[_sender(inbound)])
        return [
            Reply(replies[inbound.dedupe_key])
            if digests[inbound.delivery.key] == inbound.delivery.digest
            else ReplayedNonce()
            for inbound in batch
        ]

    def _answer(self, uow: UnitOfWork, inbound: Inbound, account: KnownAccount) -> str:
        turn = Turn(uow, self._config, self._clock(), self._book, inbound, account)
        text = with_kept(turn, answer(turn)).text
        uow.add(
            InboundRow, dedupe_key=inbound.dedupe_key, account_id=account.id, kind=inbound.kind.value,
            received_at=inbound.received_at, reply=text,
        )  # fmt: skip
        return text


def _sender(inbound: Inbound) -> Sender:
    return inbound.channel, inbound.sender
