"""The `.env` file: what is wrong with one that was written by hand or half, and a whole one put in its place."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from linli import setup_texts as texts

ENV = Path(".env")
_UNKNOWN_BUT_OURS = frozenset({"LINLI_DEMO", "LINLI_LOG_FILE"})


def flaws(path: Path = ENV) -> list[str]:
    """What can't be read in the file, a sentence a line; empty where there is no file."""
    lines = broken_lines(path)
    return [_UNREAD[line is None].format(path=path, line=line) for line in lines]


_UNREAD = {False: texts.ENV_LINE, True: texts.ENV_UNREADABLE}


def broken_lines(path: Path = ENV) -> list[int | None]:
    """Where the file breaks off; None stands for the whole of it."""
    from dotenv.parser import parse_stream

    try:
        with open(path, encoding="utf-8") as file:
            lines = list(parse_stream(file))
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError):
        return [None]
    return [
        _line(each.original.line, each.original.string)
        for each in lines
        if each.error or (each.key is not None and each.value is None)
    ]


def _line(first: int, text: str) -> int:
    """The line on which the words stand: what is empty before them counts to them."""
    return first + (len(text) - len(text.lstrip("\n")))


def unknown_names(known: frozenset[str], path: Path = ENV) -> list[str]:
    """Settings that begin like ours and are none of this version's, in the file or the environment."""
    said = set(os.environ) | set(values(path))
    return sorted(name for name in said if name.startswith("LINLI_") and name not in known | _UNKNOWN_BUT_OURS)


def values(path: Path = ENV) -> dict[str, str]:
    """What stands in the file and can be read; nothing where it can't be read at all."""
    from dotenv.parser import parse_stream

    try:
        with open(path, encoding="utf-8") as file:
            return {each.key: each.value for each in parse_stream(file) if each.key and each.value is not None}
    except (OSError, UnicodeDecodeError):
        return {}


def write(settings: Mapping[str, str], path: Path = ENV) -> None:
    """Puts the settings into the file, whole or not at all, for our own user alone; what else stood in it stays."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with open(fresh, "x", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write("".join([*_kept(path, settings), *_lines(settings)]))
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)


def _kept(path: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """What stands in the file and is not said anew, remarks too, as it stands."""
    from dotenv.parser import parse_stream

    if not values(path):
        yield f"{texts.ENV_HEAD}\n"
        return
    with open(path, encoding="utf-8") as file:
        for each in parse_stream(file):
            if not each.error and each.key not in settings and (each.key is None or each.value is not None):
                yield each.original.string


def _lines(settings: Mapping[str, str]) -> Iterator[str]:
    for name, value in settings.items():
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        yield f"{name}='{escaped}'\n"
