"""A line that stands for a whole report in lists and notices."""

import re

_SENTENCE = re.compile(r"[。!?！？;；\n]")
LONGEST = 40


def summary_of(tidied: str) -> str:
    """The first sentence that says anything, cut to 40 characters with an ellipsis."""
    for sentence in _SENTENCE.split(tidied):
        sentence = sentence.strip(" ,，、:：.")
        if len(sentence) >= 4:
            break
    else:
        sentence = tidied
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1] + "…"
