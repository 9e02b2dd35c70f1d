"""打卡码: the code that a station shows these minutes."""

from handlers.duty.lead import stations_of
from handlers.duty.members import member
from handlers.duty.shift_words import called, rest_of
from handlers.duty.there import code_good_until, code_now
from handlers.inbound import Reply
from handlers.texts import duty as duty_words
from handlers.turn import Turn


def station_code(turn: Turn) -> Reply:
    """打卡码: what the station shows these minutes, for its lead."""
    who = member(turn)
    if isinstance(who, Reply):
        return who
    known = stations_of(turn, who)
    said = rest_of(turn)
    chosen = [each for each in known if not said or called(each.name, said)] or known
    if not chosen:
        return Reply(duty_words.NO_STATION_LED)
    if len(chosen) > 1:
        listed = "、".join(each.name for each in known)
        return Reply(duty_words.WHICH_STATION.format(example=f"打卡码 {known[0].name}", listed=listed))
    until = code_good_until(turn).astimezone(turn.config.zone)
    code = code_now(turn, chosen[0].id)
    return Reply(duty_words.CODE.format(place=chosen[0].name, code=code, until=f"{until:%H:%M}"))
