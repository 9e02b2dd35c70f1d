"""Which handler gets what: two tables, read from the top."""

from collections.abc import Callable

from handlers import texts
from handlers.inbound import NO_REPLY, Kind, Reply
from handlers.media import location, media, voice
from handlers.progress import progress
from handlers.report import report
from handlers.subscription import scan, subscribe, unsubscribe
from handlers.turn import Turn
from handlers.withdraw import withdraw
from understanding.intent import Intent, meaning_of
from understanding.normalise import normalise

Handler = Callable[[Turn], Reply]


def says(text: str) -> Handler:
    """A handler that only answers."""
    return lambda _turn: Reply(text)


BY_INTENT: dict[Intent, Handler] = {
    Intent.REPORT: report,
    Intent.PROGRESS: progress,
    Intent.WITHDRAW: withdraw,
    Intent.HELP: says(texts.HELP),
    Intent.THANKS: says(texts.THANKS),
    Intent.GREETING: says(texts.GREETING),
    Intent.NOISE: says(texts.NOISE),
}

BY_MENU_KEY: dict[str, Handler] = {
    "REPORT": says(texts.REPORT_FIRST),
    "PROGRESS": progress,
    "WITHDRAW": withdraw,
    "HELP": says(texts.HELP),
}


def _text(turn: Turn) -> Reply:
    words = normalise(turn.inbound.text or "")
    meaning = meaning_of(words)
    return BY_INTENT[meaning.intent](turn.with_words(words, meaning))


def _voice(turn: Turn) -> Reply:
    """A spoken command is a command; all else a voice is stays with the report."""
    intent = meaning_of(normalise(turn.inbound.text or "")).intent
    return voice(turn) if intent in (Intent.REPORT, Intent.NOISE) else _text(turn)


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
    """Routes one message to its handler."""
    return BY_KIND[turn.inbound.kind](turn)
