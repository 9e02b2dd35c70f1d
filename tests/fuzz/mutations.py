"""All ways to bend a request of the platform, and how often each is tried; and those that need what was sent before."""

from collections.abc import Mapping
from dataclasses import replace

from simulator.envelope import to_xml
from tests.fuzz.bodies import (
    another_token,
    cut,
    doctype,
    flipped,
    huge,
    lost_field,
    odd_field,
    odd_words,
    otherwise_encoded,
    perhaps_encoded,
    spliced,
    tailed,
    tricked,
)  # fmt: skip
from tests.fuzz.queries import (
    doubled,
    lacking,
    mismeasured,
    no_query,
    odd_nonce,
    odd_time,
    otherwise_called,
    rare_nonce,
    renamed,
    unreadable_query,
    verifying,
    wrong_signature,
)  # fmt: skip
from tests.fuzz.shots import NOBODY, Maker, May, Mutation, Shot


def again(maker: Maker) -> Shot:
    """The same once more: the same answer, and refused when it is too old."""
    shot, answer = maker.rng.choice(maker.sent)
    stale = abs(maker.clock().timestamp() - shot.at) > 600
    return replace(shot, kind="again", may=May.REFUSED if stale else May.TAKEN, answer=None if stale else answer)


def retried(maker: Maker) -> Shot:
    """The same message under another nonce, as the platform sends it when it has heard nothing."""
    shot, answer = maker.rng.choice(maker.sent)
    assert shot.fields is not None
    return maker.shot("retried", May.TAKEN, to_xml(shot.fields).encode(), fields=shot.fields, answer=answer)


def replayed(maker: Maker) -> Shot:
    """Another message under a nonce that was used."""
    shot, _ = maker.rng.choice(maker.sent)
    return maker.shot(
        "replayed nonce", May.REFUSED, to_xml(maker.fields(NOBODY)).encode(), time=str(shot.at), nonce=shot.nonce
    )


def reordered(maker: Maker) -> Shot:
    """One that was signed a while ago and comes behind later ones."""
    if len(maker.held) < 30:
        maker.held.append(maker.fresh("out of order"))
        return maker.fresh()
    shot = maker.held.pop(maker.rng.randrange(len(maker.held)))
    return shot if maker.now - shot.at < 600 else maker.fresh()


ALWAYS: Mapping[Mutation, float] = {
    wrong_signature: 20, another_token: 20, lacking: 6, doubled: 6, renamed: 4, odd_time: 8, odd_nonce: 3,
    rare_nonce: 0.1, no_query: 3,
    unreadable_query: 0.1, flipped: 0.6, spliced: 0.6, cut: 8, tailed: 4, otherwise_encoded: 3,
    perhaps_encoded: 0.5, doctype: 5, tricked: 0.7,
    odd_field: 0.7, lost_field: 5, odd_words: 0.3, huge: 0.02, otherwise_called: 2, mismeasured: 3, verifying: 2,
    again: 0.6, retried: 0.3,
    replayed: 1, reordered: 0.2,
}  # fmt: skip
"""How often each, among a hundred; the door refuses most of them, and one in thirty or so comes as far as the database."""
