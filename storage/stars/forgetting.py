"""A person's awards, nominations and objections without the person."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from governance.stars.states import AWARD_MOVES, AwardMove, Consent
from storage.models import Attachment, EvaluationObjection, Nomination, Objection, Outbox, Person, StarAward
from storage.outbox_search import pushes_saying
from storage.texts import FORGOTTEN_TEXT

_PUBLIC = [state.value for state in AWARD_MOVES[AwardMove.TAKE_DOWN][0]]
_BEFORE = [state.value for state in AWARD_MOVES[AwardMove.LAPSE][0]]


def forget_stars(connection: Connection, person_id: int | None, accounts: tuple[int, ...], now: datetime) -> list[str]:
    """Takes down what is public of them; what they wrote of others and what others wrote of them goes. Answers the posters'
    digests.
    """
    _set(connection, Nomination, Nomination.account_id.in_(accounts), reason=FORGOTTEN_TEXT, flags="", household="")
    _set(connection, Objection, Objection.account_id.in_(accounts), text=None)
    _set(connection, EvaluationObjection, EvaluationObjection.account_id.in_(accounts), text=None)
    if person_id is None:
        return []
    mine = StarAward.person_id == person_id
    rows = connection.execute(select(StarAward.id, StarAward.public_name, StarAward.picture_id).where(mine)).all()
    _pushes(connection, person_id, {row.public_name for row in rows if row.public_name})
    ids, pictures = [row.id for row in rows], [row.picture_id for row in rows if row.picture_id is not None]
    _set(connection, Nomination, Nomination.award_id.in_(ids), reason=FORGOTTEN_TEXT, flags="")
    _set(connection, Objection, Objection.award_id.in_(ids), text=None, note=None)
    _set(connection, StarAward, mine & StarAward.state.in_(_PUBLIC), state="withdrawn", ended_at=now)
    _set(connection, StarAward, mine & StarAward.state.in_(_BEFORE), state="lapsed", ended_at=now)
    _set(
        connection, StarAward, mine, public_name=None, deeds=None, facts=None, note=None, consent=Consent.REFUSED.value
    )
    posters = Attachment.id.in_(pictures)
    digests = list(
        connection.execute(select(Attachment.sha256).where(posters, Attachment.sha256.is_not(None))).scalars()
    )
    _set(connection, Attachment, posters, state="forgotten", sha256=None)
    return [digest for digest in digests if digest]


def _pushes(connection: Connection, person_id: int, names: set[str]) -> None:
    """What was told of the stars and says a name of theirs; another person of that name loses a notice, not an award."""
    own = connection.execute(select(Person.name).where(Person.id == person_id)).scalar()
    said = sorted(names | ({own} if own else set()))
    for push in pushes_saying(connection, said, ("star", "star_ask")):
        this = Outbox.id == push
        _set(connection, Outbox, this & Outbox.state.in_(("waiting", "kept")), state="dropped")
        _set(connection, Outbox, this, text=FORGOTTEN_TEXT)


def _set(connection: Connection, model: Any, where: Any, **values: Any) -> None:
    connection.execute(update(model).where(where).values(**values).execution_options(synchronize_session=False))
