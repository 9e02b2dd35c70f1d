"""Why a push did not go out, as its row says it."""

import pytest

from governance.delivery_trouble import AGAIN, MEANT, Trouble, trouble_of

T = Trouble


@pytest.mark.parametrize(
    ("state", "error", "trouble"),
    [
        ("sent", "45015 out of time", None), ("waiting", None, None), ("kept", "no channel", None),
        ("waiting", "quiet hours", None), ("waiting", "waits for the next message", None),
        ("maybe_sent", "timed out", T.DOUBTFUL), ("maybe_sent", None, T.DOUBTFUL), ("waiting", "timed out", T.AWAY),
        ("kept", "45015 out of time; 43101 refused", T.NOT_PERMITTED), ("kept", "45047 out of quota", T.QUOTA),
        ("dropped", "unsubscribed (43004 not subscribed)", T.UNFOLLOWED), ("dropped", "muted", T.MUTED),
        ("waiting", "40164 not in whitelist", T.ADDRESS), ("waiting", "40125 wrong secret", T.SECRET),
        ("waiting", "-1 system error", T.AWAY), ("dropped", "47003 wrong field", T.TEMPLATE), ("waiting", "50002 shut", T.SHUT),
        ("waiting", "45009 limit", T.LIMIT), ("waiting", "48001 unauthorized", T.NO_RIGHT), ("dropped", "picture lost", T.PICTURE),
        ("waiting", "failed: KeyError", T.OURS), ("dropped", "somebody calls instead", T.OVERTAKEN),
        ("dropped", "99999 new", T.OTHER),
    ],
)  # fmt: skip
def test_the_cause_is_read_from_what_was_noted(state, error, trouble):
    assert trouble_of(state, error) is trouble


def test_what_nobody_is_to_hear_is_not_sent_again():
    assert not MEANT & AGAIN
    assert T.UNFOLLOWED not in AGAIN
