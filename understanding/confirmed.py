"""A yes to an offer in more than one word: 嗯对 转给他; 对的，转吧. What is offered is said again, and nothing else."""

import re
from collections.abc import Sequence

from understanding.command_names import CommandName

_YES = r"(?:嗯+|是|对|好|行|可以|没错|要|哎|诶|成|就这样|没问题)(?:的|吧|啊|呀|滴|嘛|呢|哦|了)*[\s,，。!！]*"
_VERBS = {
    CommandName.TRANSFER_TICKET: r"转(?:办|交|派|过去)?|交|移交",
    CommandName.DISPATCH_TICKET: r"派(?:单|过去)?|交|安排",
    CommandName.RETURN_TICKET: r"退(?:单|回去?|掉)?",
    CommandName.TAKE_TICKET: r"接(?:单|下来?|了)?",
    CommandName.HANDLE_TICKET: r"办结|结(?:单|掉|了)?|办完",
    CommandName.ARRIVE_ON_SITE: r"到场|到了?",
    CommandName.URGE_REPORT: r"催(?:办|一下|催)?",
    CommandName.CORRECT_REPORT: r"更正|改(?:一下|过来)?",
    CommandName.WITHDRAW_REPORT: r"撤(?:回|销|掉)?",
    CommandName.REPORT_PROBLEM: r"上报|报(?:上去|一下)?",
    CommandName.REQUEST_EXTENSION: r"延(?:期|一下)?",
    CommandName.ADD_REMARK: r"备注|记(?:一下|上)?",
}
_OBJECT = r"(?:给|到)?(?:他|她|它|他们|她们|人家|我|那边|这件|那件|这个|那个|ta)?"
_TAIL = r"(?:去|办|弄|就行|就好|一下|掉|了|吧|啊|呀|呗|哦|的|谢谢|[,，。!！\s])*"
_PLAIN = re.compile(rf"(?:{_YES})+{_TAIL}")
_LEAD = r"(?:就|那就|你|您|请|帮我?|把|给|这件|那件|它|是要|要)*"
_SAID = {name: re.compile(rf"(?:{_YES})*{_LEAD}(?:{_VERB}){_OBJECT}{_TAIL}") for name, _VERB in _VERBS.items()}
_YES_SAID = {name: re.compile(rf"(?:{_YES})+{_LEAD}(?:{_VERB}){_OBJECT}{_TAIL}") for name, _VERB in _VERBS.items()}


def confirmed(words: str, commands: Sequence[CommandName | None]) -> int | None:
    """Which of the offered commands is said yes to, 0-based; None where nothing is, or more is said than that."""
    if len(commands) == 1 and _PLAIN.fullmatch(words):
        return 0
    said = [at for at, command in enumerate(commands) if _says_again(words, command, alone=len(commands) > 1)]
    return said[0] if len(said) == 1 else None


def _says_again(words: str, command: CommandName | None, alone: bool) -> bool:
    """`alone`: of several the verb is enough of a yes, where it is not only one letter."""
    said = None if command is None else (_SAID if alone else _YES_SAID).get(command)
    return said is not None and len(words) > 1 and said.fullmatch(words) is not None
