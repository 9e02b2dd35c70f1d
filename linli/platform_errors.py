"""A platform's refusal as one sentence for the operator: what failed, why, and what helps."""

import re

from bot.errors import PlatformAway, PlatformError
from linli.platform_error_texts import ADDRESS, AWAY, ERRORS, NO_ANSWER, SENTENCE, UNKNOWN

NOT_LISTED = frozenset({40164, 61004})
_ADDRESS = re.compile(r"invalid ip ([0-9a-fA-F.:]{3,45})")


def explained(what: str, error: PlatformError | PlatformAway, base: str) -> str:
    """The sentence. `what`: what was tried; `base`: the platform's address."""
    if isinstance(error, PlatformAway):
        return AWAY.format(what=what, error=NO_ANSWER.get(str(error), error), base=base)
    cause, cure = ERRORS.get(error.code, UNKNOWN)
    seen = _ADDRESS.search(str(error))
    if error.code in NOT_LISTED and seen:
        cure = f"{cure}（{ADDRESS.format(address=seen.group(1))}）"
    return SENTENCE.format(what=what, cause=cause, code=error.code, cure=cure)
