"""One spelling for what people type in many: full-width forms, invisible characters, white space."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]"
)
_SPACE = re.compile(r"\s+")
_EDGES = " \t\r\n,，.。!！?？;；:：、~～…—-_\"'“”‘’()（）[]【】《》<>·@#*&^$%+=|/\\"


def normalise(text: str) -> str:
    """Full-width to half-width (NFKC), invisible characters out, runs of white space to one blank."""
    return tidy(text if text.isascii() else unicodedata.normalize("NFKC", text))


def tidy(text: str) -> str:
    """The writer's own characters and punctuation, without invisible ones and with white space as single blanks."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def bare(normalised: str) -> str:
    """A normalised text without punctuation at its ends, in lower case: the form in which commands are compared."""
    return normalised.strip(_EDGES).lower()
