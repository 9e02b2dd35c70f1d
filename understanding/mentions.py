"""A sentence without the number by which it names its ticket: what is left can be read for days, amounts and reasons."""

import re

_AFTER = r"(?![0-9:.点月年人元块万千百天日个米幢栋楼层室度%周分秒小次]|号(?:楼|院|门|线|幢|栋))"
"""What follows a number that is no ticket's."""
_TICKET = re.compile(rf"(?<![0-9-])(?:[a-z]{{1,6}}[0-9]{{8}}-[0-9]{{4,6}}|[0-9]{{1,6}}){_AFTER}", re.IGNORECASE)
_SEPARATED = re.compile(r"^[\s,，:：、]+|[\s,，:：、]+$")


def without_number(text: str, number: str | None) -> str:
    """The text without the first mention of this ticket's number (1125-0034, 0034, 34号); a day (到12号) is none."""
    if number is None:
        return text
    day, _, last = number.rpartition("-")
    if not last.isascii() or not last.isdigit():
        return text
    dated = rf"(?:[a-z]{{0,6}}(?:[0-9]{{4}})?{re.escape(day[-4:])}-?)?" if day[-4:].isdigit() else ""
    mention = re.compile(
        rf"(?:工单|单号|编号|第)?\s*(?<![0-9到至延月-])(?<![到至延月]\s){dated}0*{int(last)}{_AFTER}"
        r"(?:\s*号(?!楼|院|门|线|幢|栋)\s*(?:工单|单子|单(?!元))?|\s*(?:工单|单子|单(?!元)))?",
        re.IGNORECASE,
    )
    found = mention.search(text)
    return text if found is None else _SEPARATED.sub("", f"{text[: found.start()]} {text[found.end() :]}")


def two_tickets(text: str, meant: str | None) -> tuple[str | None, str | None]:
    """The two tickets that a sentence names, in its order; of one number the other is the one that is meant."""
    named = list(dict.fromkeys(found.group() for found in _TICKET.finditer(text)))
    if len(named) >= 2:
        return named[0], named[1]
    if not named:
        return meant, None
    if meant is None or _last(meant) == _last(named[0]):
        return named[0], None
    return meant, named[0]


def _last(number: str) -> int:
    return int(number.rpartition("-")[2])
