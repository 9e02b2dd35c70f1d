"""What a message wants: a command when the whole text is one, noise when nothing is said, else a report or a question."""

import re
from dataclasses import dataclass, replace

from understanding.abuse import insults
from understanding.command_names import CommandName
from understanding.commands import COMMANDS, PRAISE
from understanding.hazard import hazard_in
from understanding.normalise import bare, plain
from understanding.pattern_set import PatternSet
from understanding.urgency import asks


@dataclass(frozen=True)
class Meaning:
    """A command, the ticket that the text names for it (last digits or whole number), and what follows the command."""

    command: CommandName
    ticket: str | None = None
    rest: str | None = None


_ALL = PatternSet([pattern for _, pattern in COMMANDS], whole=True)
_LONGEST_COMMAND = 240
_STORIES = (CommandName.NOMINATE, CommandName.OBJECT_TO)
_PROBLEM = re.compile(
    r"坏|没人|不亮|漏|堵|断|裂|倒|掉|脏|臭|吵|扰民|乱|占|脱落|破|没有|停|投诉|举报|异味|油烟|垃圾|噪音|积水|违|来修|修一?下|维修|没人管"
)
_MEANINGFUL = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[a-zA-Z]{2,}")
_FILLERS = re.compile(r"[嗯啊呃哦噢喔唉哎诶欸呵哈嘿嘻呜哇呀吧呢嘛的了个那这就是我你他她它有没在在吗测试]")


def meaning_of(normalised: str) -> Meaning:
    """The intent of a normalised text; of a long one only what its beginning can be."""
    text = bare(normalised)
    if normalised.strip(" ") in {"?", "??", "???"}:
        return Meaning(CommandName.SHOW_HELP)
    if len(text) <= _LONGEST_COMMAND:
        command = _command(text)
        if command is not None:
            return command
    else:
        command = _long_command(text)
        if command is not None:
            return command
    said = bare(plain(normalised[:2000]))
    if said != text and len(text) <= _LONGEST_COMMAND:
        command = _command(said)
        if command is not None:
            return command
    if not says_something(said) if len(said) <= 60 else not _MEANINGFUL.search(said):
        return Meaning(CommandName.START_REPORT)
    if hazard_in(said) is not None:
        return Meaning(CommandName.REPORT_PROBLEM)
    if insults(said):
        return Meaning(CommandName.VENT_ANGER)
    return Meaning(CommandName.ASK_QUESTION if asks(said) and not _PROBLEM.search(said) else CommandName.REPORT_PROBLEM)


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
