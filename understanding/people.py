"""Names, phone endings and invitation codes in what a person says of themselves."""

import re
from dataclasses import dataclass

_NAME = r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,15}(?:·[\u3400-\u9fff]{1,15})?"
_CLAIM = re.compile(
    rf"(?:我是|我叫|姓名)?[:\s]*(?P<name>{_NAME})[,\s]*(?:手机|电话|尾号|后四位)*[:\s]*(?P<digits>\d{{11}}|\d{{4}})"
)
_CODE = re.compile(r"(?:邀请码)?[:\s]*([A-HJ-NP-Z2-9]{4})[-\s]?([A-HJ-NP-Z2-9]{4})")
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without I, O, 0 and 1, which look like others."""


@dataclass(frozen=True)
class Claim:
    """A name with the last four digits of a phone number."""

    name: str
    last_four: str


def claim_in(text: str) -> Claim | None:
    """The claim that the whole normalised text makes; a full phone number counts by its end."""
    found = _CLAIM.fullmatch(text.strip(" ,，。"))
    return None if found is None else Claim(found["name"], found["digits"][-4:])


def code_in(text: str) -> str | None:
    """The invitation code that the whole text is, in capitals without its hyphen."""
    found = _CODE.fullmatch(text.strip(" ,，。").upper())
    return None if found is None else found[1] + found[2]
