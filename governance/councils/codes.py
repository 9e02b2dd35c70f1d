"""What the code on the wall of a meeting's room says."""

import re

SCENE = "meeting_"
"""What it begins with."""
MARK = 16
"""So many digits prove that we made it."""
WRONG_A_DAY = 5
"""So many wrong digits of a room somebody may say a day; there are ten thousand."""
_SCENE = re.compile(rf"{SCENE}([1-9][0-9]{{0,8}})_([0-9a-f]{{{MARK}}})")


def scene_of(meeting: int, digest: str) -> str:
    """The code of a meeting; `digest`: keyed, of the meeting and the code of its room."""
    return f"{SCENE}{meeting}_{digest[:MARK]}"


def meeting_of(scene: str) -> tuple[int, str] | None:
    """The meeting and the mark that a code says; None for any other code."""
    found = _SCENE.fullmatch(scene)
    return None if found is None else (int(found[1]), found[2])
