"""The way of a message, and of an order from the back office: one transaction, the dedupe row with the reply, one command."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from governance.clock import Clock
from handlers.catalogue import execute
from handlers.context import Context, SubdistrictConfig
from handlers.conversation.at_hand import keep_at_hand, spoken_of
from handlers.conversation.interpreting import SPOKEN, Interpreted, basis_of, interpret_all, kind_told
from handlers.conversation.kept import with_kept
from handlers.conversation.routing import respond
from handlers.errors import Entangled, NotTaken, ReplayedNonce, Unsettled
from handlers.inbound import CONSOLE, Answered, Inbound, Kind, Order, Reply, Trace
from handlers.office.freshness import stale
from handlers.outcomes import Tone, in_words, tone_of
from handlers.refusals import SeveralCalled, several_shown
from handlers.tickets.joining import alike_since
from storage import spans
from storage.accounts import KnownAccount, Sender, take_accounts, write_at_hand
from storage.console.ticket_page import office_account
from storage.database import Database, Unavailable, waits_for_others
from storage.first_reports import read_first_reports
from storage.group_commit import GroupCommit
from storage.inbound import StoredReply, first_digests, stored_replies
from storage.models import Inbound as InboundRow
from storage.origin import asked_from, trace_of
from storage.place_book import PlaceBook
from storage.unit_of_work import UnitOfWork
from storage.work_tickets import work_ticket
from understanding.interpretation import interpret
from understanding.situation import NOTHING_KNOWN

QUICK_S = 2.0
"""PostgreSQL finds a deadlock after a second; the platform waits five."""
TRIES = 3
MOST_ROUNDS = 64
"""A sender's second message of a batch may rest on what the first has changed: each such pair takes one more round."""

Item = Inbound | Order
Result = Reply | Answered | ReplayedNonce


class Reception:
    """Takes messages and orders in. `wake` is called after a commit that left work for a worker; it may be lost."""

    def __init__(self, database: Database, config: SubdistrictConfig, clock: Clock, wake: Callable[[], None]) -> None:
        self._database = database
        self._config = config
        self._clock = clock
        self._wake = wake
        self._book = PlaceBook()
        self._commits: GroupCommit[Item, Result] = GroupCommit(self._take, shared_faults=Unavailable)

    def receive(self, inbound: Inbound) -> Reply:
        """Answers once the message and all it caused are durable; a redelivery gets the first answer again.

        Raises ReplayedNonce for another body under a used nonce, NotTaken when the database is away.
        """
        result = self._submit(inbound)
        assert isinstance(result, Reply)
        return result

    def perform(self, order: Order) -> Answered:
        """Does a command of staff; the same order again gets the first answer. Raises NotTaken when the database is away."""
        began = spans.now()
        result = self._submit(order)
        assert isinstance(result, Answered)
        spans.note("order", trace_of(order.key) if began else "", began, {}, whole=True)
        return result

    def warm(self) -> None:
        """Reads what the first message would wait for: the model, the places, the names. Where it cannot, that one reads it."""
        interpret([("灯坏了", NOTHING_KNOWN)], self._config.model)
        with suppress(*Unavailable), self._database.read() as connection:
            uow = UnitOfWork(connection)
            self._book.index(uow)
            self._book.names(uow)

    def _submit(self, item: Item) -> Result:
        try:
            result = self._commits.submit(item)
        except (*Unavailable, Unsettled) as error:
            raise NotTaken from error
        if isinstance(result, ReplayedNonce):
            raise result
        return result

    def _take(self, batch: Sequence[Item]) -> list[Result]:
        """Interprets without a lock, then acts in one transaction; what moved meanwhile is interpreted again."""
        results: dict[int, Result] = {}
        waiting = list(enumerate(batch))
        for _ in range(MOST_ROUNDS):
            found = self._take_patiently([item for _, item in waiting])
            results |= {place: one for (place, _), one in zip(waiting, found, strict=True) if one is not None}
            waiting = [(place, item) for place, item in waiting if place not in results]
            if not waiting:
                return [results[place] for place in range(len(batch))]
        raise Unsettled

    def _take_patiently(self, batch: Sequence[Item]) -> list[Result | None]:
        """Tries again what failed fast: a connection that broke while idle. Of several that wait for each other's locks each
        is then tried alone, by the group commit.

        Harmless even if the first try was committed and only its answer was lost: the keys are there then.
        """
        for tries_left in reversed(range(TRIES)):
            started = time.monotonic()
            try:
                return self._take_once(batch)
            except Unavailable as error:
                if waits_for_others(error) and len(batch) > 1:
                    raise Entangled from error
                if not tries_left or time.monotonic() - started > QUICK_S:
                    raise
        raise AssertionError("unreachable")

    def _take_once(self, batch: Sequence[Item]) -> list[Result | None]:
        with spans.batch([trace_of(_key(item)) for item in batch] if spans.on() else ()):
            return self._taken(batch)

    def _taken(self, batch: Sequence[Item]) -> list[Result | None]:
        messages = [item for item in batch if isinstance(item, Inbound)]
        read: dict[str, Interpreted] = {}
        if any(message.kind in SPOKEN for message in messages):
            with self._database.read() as connection:
                read = interpret_all(UnitOfWork(connection), self._book, self._config, self._clock(), messages)
        with spans.phase("write"), self._database.write() as connection:
            uow = UnitOfWork(connection)
            results = self._answer_all(uow, batch, read)
            uow.finish()
        if uow.wake:
            self._wake()
        return results

    def _answer_all(
        self, uow: UnitOfWork, batch: Sequence[Item], read: Mapping[str, Interpreted]
    ) -> list[Result | None]:
        """One result an item; None for a message whose context has moved since it was read, and for its sender's next ones."""
        messages = [item for item in batch if isinstance(item, Inbound)]
        digests = first_digests(uow, [inbound.delivery for inbound in messages]) if messages else {}
        fresh = [item for item in batch if isinstance(item, Order) or _first(item, digests)]
        now = self._clock()
        for order in sorted((each for each in fresh if isinstance(each, Order)), key=lambda each: each.code):
            office_account(uow, order.person_id, order.code, now)
        accounts = take_accounts(uow, [_sender(item) for item in fresh], now)
        if len(fresh) > 1:
            uow.share()
        stored = stored_replies(uow, [_key(item) for item in fresh])
        kinds = [kind for kind in (kind_told(read.get(_key(item))) for item in fresh) if kind is not None]
        read_first_reports(uow, kinds, alike_since(self._config.rules, now))
        before = {sender: spoken_of(account) for sender, account in accounts.items()}
        moved: set[Sender] = set()
        traces: dict[str, Trace | SeveralCalled | None] = {}
        for item in fresh:
            if _key(item) in stored or _sender(item) in moved:
                continue
            account = accounts[_sender(item)]
            if isinstance(item, Inbound) and not self._holds(uow, read.get(item.dedupe_key), account):
                moved.add(_sender(item))
                continue
            with asked_from(item.address, _key(item)):
                stored[_key(item)], traces[_key(item)] = self._answer(uow, item, account, read.get(_key(item)))
        write_at_hand(uow, [each for sender, each in sorted(accounts.items()) if spoken_of(each) != before[sender]])
        return [
            _result(
                item, stored.get(_key(item)), isinstance(item, Order) or _first(item, digests), traces.get(_key(item))
            )
            for item in batch
        ]

    def _holds(self, uow: UnitOfWork, read: Interpreted | None, account: KnownAccount) -> bool:
        """Whether what an interpretation rests on is still so."""
        return read is None or read.basis == basis_of(account, self._book.index(uow))

    def _answer(
        self, uow: UnitOfWork, item: Item, account: KnownAccount, read: Interpreted | None
    ) -> tuple[StoredReply, Trace | SeveralCalled | None]:
        now = self._clock()
        if isinstance(item, Order):
            return self._perform(Context(uow, self._config, now, self._book, account=account, cause=item.key), item)
        ctx = Context(uow, self._config, now, self._book, account=account, cause=item.dedupe_key)
        outcome, trace = respond(ctx, item, read)
        answer = "" if outcome is None else in_words(outcome, ctx.here)
        keep_at_hand(ctx, outcome)
        if item.kind is not Kind.UNSUBSCRIBE:
            answer = with_kept(ctx, answer)
        reply = StoredReply(answer, None)
        _keep(ctx, item.kind.value, item.dedupe_key, reply)
        return reply, trace

    def _perform(self, ctx: Context, order: Order) -> tuple[StoredReply, SeveralCalled | None]:
        """The order's outcome in words. What found its page stale, or several called so, changed nothing and may come again."""
        if order.seen is not None:
            number, seen = order.seen
            work_ticket(ctx.uow, number)
            news = stale(ctx, number, seen)
            if news is not None:
                return StoredReply(in_words(news, ctx.here), tone_of(news).value), None
        outcome = execute(order.command, ctx)
        if isinstance(outcome, SeveralCalled):
            return StoredReply(several_shown(outcome), tone_of(outcome).value), outcome
        reply = StoredReply(in_words(outcome, ctx.here), tone_of(outcome).value)
        _keep(ctx, "order", order.key, reply)
        return reply, None


def _keep(ctx: Context, kind: str, key: str, reply: StoredReply) -> None:
    ctx.uow.add(
        InboundRow, dedupe_key=key, account_id=ctx.account_id, kind=kind, received_at=ctx.now, reply=reply.text, tone=reply.tone,
    )  # fmt: skip


def _result(item: Item, reply: StoredReply | None, first: bool, trace: Trace | SeveralCalled | None) -> Result | None:
    if not first:
        return ReplayedNonce()
    if reply is None:
        return None
    which = trace if isinstance(trace, SeveralCalled) else None
    if isinstance(item, Order):
        return Answered(reply.text, Tone(reply.tone or Tone.TOLD), which)
    return Reply(reply.text, None if isinstance(trace, SeveralCalled) else trace)


def _first(inbound: Inbound, digests: dict[str, str]) -> bool:
    return digests[inbound.delivery.key] == inbound.delivery.digest


def _key(item: Item) -> str:
    return item.dedupe_key if isinstance(item, Inbound) else item.key


def _sender(item: Item) -> Sender:
    return (item.channel, item.sender) if isinstance(item, Inbound) else (CONSOLE, item.code)
