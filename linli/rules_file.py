"""The rules file: TOML whose keys are the figures of governance.rules."""

import tomllib
from pathlib import Path

from governance.rules import LIMITS, Rules
from linli import texts
from linli.errors import Stop


def read_rules(path: Path | None) -> Rules:
    """The shipped rules with what the file changes; raises Stop with one sentence that names what is wrong."""
    if path is None:
        return Rules()
    try:
        figures = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise Stop(texts.RULES_UNREADABLE.format(path=path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Stop(texts.RULES_MALFORMED.format(path=path, error=error)) from error
    for name, value in figures.items():
        if name not in LIMITS:
            raise Stop(texts.RULES_UNKNOWN.format(path=path, name=name))
        least, most = LIMITS[name]
        if type(value) is not int or not least <= value <= most:
            raise Stop(texts.RULES_OUT_OF_RANGE.format(path=path, name=name, least=least, most=most))
    return Rules(**figures)
