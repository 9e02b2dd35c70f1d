"""Rounds and awards of the stars with a row that cannot be read."""

from datetime import UTC, datetime

from sqlalchemy import insert, select, text, update

from storage.models import (
    Announcement,
    Attachment,
    Place,
    StarAward,
    StarRound,
)
from tests.journeys.breaking_tickets import change
from tests.staff import staff


def two_awards(chat, clock, state="announced", drawn=True, round_state="announced"):
    """Two rounds with an award each, made directly; the first award is of no kind that there is."""
    staff(chat)
    return awards(chat, clock, (("C1", "weird"), ("C2", "star")), state, drawn, round_state)


def awards(chat, clock, kinds, state="announced", drawn=True, round_state="announced", month=11, draft="wanted"):
    """A round with one award for each community and kind."""
    now = clock()
    at = dict.fromkeys(("opens_at", "review_at", "notice_at", "announce_at"), now)
    made = []
    for code, kind in kinds:
        places = {row.code: row.id for row in chat.rows(select(Place.code, Place.id))}
        yard = places["Y1" if code == "C1" else "N4"]
        picture = {"kind": "poster", "purpose": "poster", "attempts": 0, "not_before": now, "received_at": now}
        stored = (
            {"state": "stored", "sha256": chat.tools.files.put(f"{code}{month}".encode())}
            if drawn
            else {"state": "pending"}
        )
        of_month = {
            "place_id": places[code],
            "month": datetime(2026, month, 1, tzinfo=UTC).date(),
            "state": round_state,
        }
        with chat.database.write() as connection:
            picture_id = connection.execute(
                insert(Attachment).values(**picture, **stored).returning(Attachment.id)
            ).scalar()
            round_id = connection.execute(insert(StarRound).values(**of_month, **at).returning(StarRound.id)).scalar()
            told = {"round_id": round_id, "running": 0, "at": now, "draft": draft}
            announced = connection.execute(insert(Announcement).values(**told).returning(Announcement.id)).scalar()
            connection.execute(
                insert(StarAward).values(
                    round_id=round_id, kind=kind, area_id=yard, place_id=yard, name="甲一员", public_name="甲**", state=state,
                    consent="given", at=now, code=f"c{code}{month}", announcement_id=announced, picture_id=picture_id,
                )
            )  # fmt: skip
        made.append((round_id, announced, picture_id))
    return made


def broken_poster(chat, clock):
    (_, _, first), (_, _, second) = two_awards(chat, clock, drawn=False)
    return str(first), lambda: chat.rows(select(Attachment.state).where(Attachment.id == second)) == [("stored",)]


def broken_draft(chat, clock):
    (_, first, _), (_, second, _) = two_awards(chat, clock)
    change(chat, text("UPDATE star_awards SET state = 'announced'"))
    return str(first), lambda: chat.rows(select(Announcement.draft).where(Announcement.id == second)) == [("made",)]


def broken_round(chat, clock):
    (first, _, _), (second, _, _) = two_awards(chat, clock, state="candidate", round_state="reviewing")
    change(chat, update(StarAward).where(StarAward.round_id == first).values(consent="weird"))
    return str(first), lambda: chat.rows(select(StarRound.held).where(StarRound.id == second)) == [(1,)]
