"""What a text is to the letter: a tap or a command in few words. These are exact and cost next to nothing."""

import re
from dataclasses import dataclass, replace

from understanding.command_names import CommandName
from understanding.commands import COMMANDS, PRAISE
from understanding.hazard import hazard_in
from understanding.normalise import bare, plain
from understanding.pattern_set import PatternSet


@dataclass(frozen=True)
class Meaning:
    """A command, the ticket that the text names for it (last digits or whole number), and what follows the command.

    `shift`, `variant`: what was understood of it besides, where it was said in free words. `free`: so it was, `rest` is all of it.
    """

    command: CommandName
    ticket: str | None = None
    rest: str | None = None
    shift: int | None = None
    variant: str = ""
    free: bool = False


_ALL = PatternSet([pattern for _, pattern in COMMANDS], whole=True)
_LONGEST_COMMAND = 240
_STORIES = (CommandName.NOMINATE, CommandName.OBJECT_TO)
_MEANINGFUL = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[a-zA-Z]{2,}")
_FILLERS = re.compile(r"[嗯啊呃哦噢喔唉哎诶欸呵哈嘿嘻呜哇呀吧呢嘛的了个那这就是我你他她它有没在在吗测试]")


def terse(normalised: str) -> Meaning | None:
    """What a text is to the letter: a tap, a command in few words, or nothing at all; None where it has to be understood."""
    text = bare(normalised)
    if normalised.strip(" ") in {"?", "??", "???"}:
        return Meaning(CommandName.SHOW_HELP)
    command = _command(text) if len(text) <= _LONGEST_COMMAND else _long_command(text)
    if command is not None:
        return command
    said = bare(plain(normalised[:2000]))
    if said != text and len(text) <= _LONGEST_COMMAND:
        command = _command(said)
        if command is not None:
            return command
    if not says_something(said) if len(said) <= 60 else not _MEANINGFUL.search(said):
        return Meaning(CommandName.HEAR_TALK)
    return None


def _command(text: str) -> Meaning | None:
    for place, found in _ALL.matching(text)[:1]:
        command, pattern = COMMANDS[place]
        if pattern is PRAISE and hazard_in(text) is not None:
            return None  # a danger is told in whatever words
        groups = found.groupdict()
        rest = next((groups[name] for name in ("rest", "early", "name") if groups.get(name)), None)
        return Meaning(command, groups.get("ticket"), rest)
    return None


def _long_command(text: str) -> Meaning | None:
    """A command with a long story: a nomination, or one that names its ticket at the beginning; all that follows belongs to it."""
    command = _command(text[:_LONGEST_COMMAND])
    if command is None or not command.rest or (command.ticket is None and command.command not in _STORIES):
        return None
    return replace(command, rest=text[text.index(command.rest) :])


def says_something(text: str) -> bool:
    """Whether a short text could be a problem: two letters of meaning at least, fillers and repeats aside."""
    letters = _MEANINGFUL.findall(_FILLERS.sub("", text))
    return len(set("".join(letters))) >= 2
