"""Which handler gets what: two tables, read from the top."""

from collections.abc import Callable

from handlers import texts
from handlers.answers import answer_of
from handlers.catalogue import execute
from handlers.console.sign_in import how_to_sign_in, sign_in_by_code, sign_out_everywhere
from handlers.duty.attend import check_out
from handlers.duty.campaigns import call_up, campaign, campaigns
from handlers.duty.check_in import calendar, check_in
from handlers.duty.enrol import end_service, report_for_service
from handlers.duty.hours import confirm_hours, correct, credit_by_hand, my_hours
from handlers.duty.lead import add, assign, qualify_member, stop
from handlers.duty.papers import certificate, feed
from handlers.duty.patrol import patrol, unpatrolled
from handlers.duty.planning import confirm_plan, show_plan
from handlers.duty.records import my_records, record
from handlers.duty.shift_list import my_shifts, shifts, who_stands
from handlers.duty.sign_up import cancel_shift, sign_up
from handlers.duty.station_code import station_code
from handlers.duty.swap import agree, refuse, swap, take_over, withdraw_swap
from handlers.enquiry import enquire
from handlers.help import how_to
from handlers.inbound import NO_REPLY, Kind, Reply
from handlers.media import location, media, voice
from handlers.outcomes import Refuse, in_words
from handlers.progress import progress
from handlers.registry import READS
from handlers.report import report
from handlers.stars import change_round, decide
from handlers.stars.consent import consent, decline, record_consent
from handlers.stars.nominate import my_nominations, nominate_by_chat
from handlers.stars.objections import list_objections, object_by_chat, settle_by_chat
from handlers.stars.public import roll, why
from handlers.stars.review import review
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
    Intent.CHECK_IN: check_in,
    Intent.CHECK_OUT: check_out,
    Intent.PATROL: patrol,
    Intent.ENROL: report_for_service,
    Intent.SHIFTS: shifts,
    Intent.MY_SHIFTS: my_shifts,
    Intent.SIGN_UP: sign_up,
    Intent.CANCEL_SHIFT: cancel_shift,
    Intent.SWAP: swap,
    Intent.NOMINATE: nominate_by_chat,
    Intent.OBJECT: object_by_chat,
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
    "calendar": calendar,
    "code": station_code,
    "unpatrolled": unpatrolled,
    "call_up": call_up,
    "campaign": campaign,
    "campaigns": campaigns,
    "end_service": end_service,
    "hours": my_hours,
    "correct": correct,
    "credit": credit_by_hand,
    "confirm_hours": confirm_hours,
    "add_shift": add,
    "stop_shift": stop,
    "assign": assign,
    "qualify": qualify_member,
    "who_stands": who_stands,
    "confirm_plan": confirm_plan,
    "show_plan": show_plan,
    "certificate": certificate,
    "feed": feed,
    "record": record,
    "my_records": my_records,
    "agree_swap": agree,
    "refuse_swap": refuse,
    "take_over": take_over,
    "withdraw_swap": withdraw_swap,
    "consent": consent,
    "decline": decline,
    "record_consent": record_consent,
    "accept_award": decide.accept,
    "return_award": decide.give_back,
    "merge_awards": decide.merge,
    "review": review,
    "why": why,
    "roll": roll,
    "delay_round": change_round.delay,
    "skip_round": change_round.skip,
    "my_nominations": my_nominations,
    "objections": list_objections,
    "settle_objection": settle_by_chat,
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
