"""Which handler gets what: two tables, read from the top."""

from collections.abc import Callable

from handlers import texts
from handlers.answers import answer_of
from handlers.catalogue import execute
from handlers.console.sign_in import how_to_sign_in, sign_in_by_code, sign_out_everywhere
from handlers.enquiry import enquire
from handlers.help import how_to
from handlers.inbound import NO_REPLY, Kind, Reply
from handlers.media import location, media, voice
from handlers.outcomes import Refuse, in_words
from handlers.progress import progress
from handlers.registry import READS
from handlers.report import report
from handlers.subscription import scan, subscribe, unsubscribe
from handlers.texts import people
from handlers.tickets.details import completed
from handlers.turn import Turn
from handlers.urge import urge
from handlers.withdraw import withdraw
from handlers.workplace import my_grid
from understanding.intent import Intent, meaning_of

Handler = Callable[[Turn], Reply]


def says(text: str) -> Handler:
    """A handler that only answers."""
    return lambda _turn: Reply(text)


def typed(text: str) -> Handler:
    """A handler that does what the sender would have typed."""
    return lambda turn: _do(turn.with_words(text, meaning_of(text)))


BY_INTENT: dict[Intent, Handler] = {
    Intent.REPORT: report,
    Intent.QUESTION: enquire,
    Intent.URGE: urge,
    Intent.PROGRESS: progress,
    Intent.WITHDRAW: withdraw,
    Intent.HELP: how_to,
    Intent.GREETING: says(texts.GREETING),
    Intent.NOISE: says(texts.NOISE),
}

BY_ACT: dict[str, Handler] = {
    "console": sign_in_by_code,
    "console_how": how_to_sign_in,
    "console_out": sign_out_everywhere,
    "leave": says(texts.LEFT),
    "abuse": says(texts.CALM),
    "grid": my_grid,
}
"""What one intent may ask for besides; looked at first."""

BY_MENU_KEY: dict[str, Handler] = {
    "REPORT": says(texts.REPORT_FIRST),
    "PROGRESS": progress,
    "WITHDRAW": withdraw,
    "HELP": how_to,
    "GRID": my_grid,
    "MY_TICKETS": typed("我的工单"),
    "IDENTITY": typed("我的身份"),
    "BIND": says(people.HOW_TO_BIND),
    "LEAVE": says(people.HOW_TO_LEAVE),
    "CHECK_IN": typed("打卡"),
    "SHIFTS": typed("值班表"),
    "MY_SHIFTS": typed("我的值班"),
    "NOMINATE": typed("推荐"),
    "STARS": typed("美善之星"),
}


def _text(turn: Turn) -> Reply:
    """An answer to the bot's question, or what the text says by itself."""
    command = completed(turn)
    return _do(command) if command is not None else answer_of(turn) or _do(turn)


def _do(turn: Turn) -> Reply:
    assert turn.meaning is not None
    read = READS.get((turn.meaning.intent, turn.meaning.act))
    if read is not None:
        return Reply(in_words(execute(read(turn.said, turn.here), turn), turn.here))
    handler = BY_ACT.get(turn.meaning.act) or BY_INTENT[turn.meaning.intent]
    return handler(turn)


def _voice(turn: Turn) -> Reply:
    """A spoken command is a command; all else a voice is stays with the report."""
    return (
        voice(turn)
        if turn.meaning is None or turn.meaning.intent in (Intent.REPORT, Intent.QUESTION, Intent.NOISE)
        else _text(turn)
    )


def _click(turn: Turn) -> Reply:
    return BY_MENU_KEY.get((turn.inbound.key or "").upper(), says(texts.FALLBACK))(turn)


BY_KIND: dict[Kind, Handler] = {
    Kind.TEXT: _text,
    Kind.IMAGE: media,
    Kind.VOICE: _voice,
    Kind.VIDEO: media,
    Kind.LOCATION: location,
    Kind.LINK: says(texts.LINK),
    Kind.SUBSCRIBE: subscribe,
    Kind.UNSUBSCRIBE: unsubscribe,
    Kind.SCAN: scan,
    Kind.CLICK: _click,
    Kind.NOTICE: lambda _turn: NO_REPLY,
    Kind.UNKNOWN: says(texts.FALLBACK),
}


def answer(turn: Turn) -> Reply:
    """Routes one message to its handler; a refusal that a handler of texts ran into is said like any outcome."""
    try:
        return BY_KIND[turn.inbound.kind](turn)
    except Refuse as refuse:
        return Reply(in_words(refuse.outcome, turn.here))
