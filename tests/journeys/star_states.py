"""Where the rounds and awards of the stars stand."""

from sqlalchemy import select

from storage.models import StarAward, StarRound


def states(chat):
    return [row.state for row in chat.rows(select(StarRound.state).order_by(StarRound.id))]


def award_states(chat):
    return [row.state for row in chat.rows(select(StarAward.state).order_by(StarAward.id))]


def dates(chat):
    columns = (StarRound.opens_at, StarRound.review_at, StarRound.notice_at, StarRound.announce_at)
    return [tuple(row) for row in chat.rows(select(*columns).order_by(StarRound.id))]
