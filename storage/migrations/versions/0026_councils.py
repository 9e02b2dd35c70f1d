"""Councils: members, topics, meetings, minutes, votes and resolutions.

Revision ID: 0026
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
WATCHED = sa.text('look_at IS NOT NULL')
TABLES = (
    'councils', 'council_members', 'council_topics', 'topic_supports', 'council_meetings', 'meeting_members', 'meeting_topics',
    'meeting_notes', 'meeting_minutes', 'council_votes', 'vote_voters', 'resolutions', 'resolution_words',
)


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def words(name, nullable=False):
    return sa.Column(name, columns.Sealed(), nullable=nullable)


def whole(name, default=None, nullable=True):
    return sa.Column(name, sa.Integer(), server_default=default, nullable=nullable)


def table(name, *parts):
    """A table; what is a tuple refers to another: column, where to, kind of key, whether it may be empty."""
    made = []
    for part in parts:
        if isinstance(part, tuple):
            column, to, kind, nullable = part
            key = sa.ForeignKey(to, name=op.f(f"fk_{name}_{column}_{to.partition('.')[0]}"))
            part = sa.Column(column, kind, key, nullable=nullable)
        made.append(part)
    if not any(isinstance(part, sa.PrimaryKeyConstraint) for part in made):
        made = [sa.Column('id', KEY, nullable=False), *made, sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{name}'))]
    op.create_table(name, *made)


def refers(column, to, nullable=True, kind=KEY):
    return (column, to, kind, nullable)


def once(name, *names):
    return sa.UniqueConstraint(*names, name=op.f(f"uq_{name}_{'_'.join(names)}"))


def index(name, *names):
    op.create_index(op.f(f"ix_{name}_{'_'.join(names)}"), name, list(names))


def upgrade() -> None:
    table('councils', sa.Column('kind', sa.String(16), nullable=False), refers('place_id', 'places.id', False), at('created_at', False), once('councils', 'kind', 'place_id'))
    table('council_members', refers('council_id', 'councils.id', False), refers('person_id', 'people.id', False), refers('named_by', 'people.id'), at('since', False), at('until'), once('council_members', 'council_id', 'person_id'))
    table('council_topics', refers('council_id', 'councils.id', False), words('title'), refers('account_id', 'accounts.id'), refers('ticket_number', 'tickets.number', True, sa.String(24)), sa.Column('state', sa.String(12), nullable=False), words('why', True), at('at', False), at('enough_at'), once('council_topics', 'ticket_number'))
    table('topic_supports', refers('topic_id', 'council_topics.id', False), refers('account_id', 'accounts.id', False), refers('person_id', 'people.id'), at('at', False), once('topic_supports', 'topic_id', 'account_id'), once('topic_supports', 'topic_id', 'person_id'))
    table('council_meetings', refers('council_id', 'councils.id', False), at('starts_at', False), sa.Column('room', sa.String(120), nullable=False), sa.Column('state', sa.String(12), nullable=False), sa.Column('code', sa.String(8), nullable=False), refers('called_by', 'people.id', False), at('called_at', False), at('closed_at'), at('minutes_due_at', False), whole('minutes_stage', '0', False), at('look_at'))
    table('meeting_members', refers('meeting_id', 'council_meetings.id', False), refers('person_id', 'people.id', False), sa.Column('answer', sa.Boolean(), nullable=True), words('reason', True), at('answered_at'), at('came_at'), sa.Column('how', sa.String(8), nullable=True), once('meeting_members', 'meeting_id', 'person_id'))
    table('meeting_topics', refers('meeting_id', 'council_meetings.id', False), refers('topic_id', 'council_topics.id', False), once('meeting_topics', 'meeting_id', 'topic_id'))
    table('meeting_notes', refers('meeting_id', 'council_meetings.id', False), refers('topic_id', 'council_topics.id'), refers('person_id', 'people.id'), words('text'), at('at', False))
    table('meeting_minutes', refers('meeting_id', 'council_meetings.id', False), whole('version', None, False), words('text'), refers('written_by', 'people.id'), at('at', False), refers('approved_by', 'people.id'), at('approved_at'), once('meeting_minutes', 'meeting_id', 'version'))
    table('council_votes', refers('meeting_id', 'council_meetings.id', False), refers('topic_id', 'council_topics.id'), words('text'), sa.Column('secret', sa.Boolean(), nullable=False), sa.Column('share', sa.String(12), nullable=False), refers('opened_by', 'people.id'), at('opened_at', False), at('closed_at'), words('box'), whole('there'), whole('yes'), whole('no'), whole('abstain'), sa.Column('passed', sa.Boolean(), nullable=True))
    table('vote_voters', refers('vote_id', 'council_votes.id', False), refers('person_id', 'people.id', False), sa.Column('choice', sa.String(8), nullable=True), sa.PrimaryKeyConstraint('vote_id', 'person_id', name=op.f('pk_vote_voters')))
    table('resolutions', refers('meeting_id', 'council_meetings.id', False), refers('topic_id', 'council_topics.id'), words('text'), refers('owner_id', 'people.id', False), refers('written_by', 'people.id'), at('written_at', False), at('due_at', False), sa.Column('state', sa.String(12), nullable=False), whole('stage', '0', False), at('look_at'), at('ended_at'))
    table('resolution_words', refers('resolution_id', 'resolutions.id', False), sa.Column('kind', sa.String(12), nullable=False), refers('person_id', 'people.id'), words('text'), at('at', False))
    for name, column in (
        ('council_members', 'person_id'), ('council_topics', 'council_id'), ('council_topics', 'account_id'), ('topic_supports', 'account_id'),
        ('council_meetings', 'council_id'), ('council_meetings', 'starts_at'), ('meeting_members', 'person_id'), ('meeting_topics', 'topic_id'),
        ('meeting_notes', 'meeting_id'), ('council_votes', 'meeting_id'), ('council_votes', 'topic_id'), ('vote_voters', 'person_id'),
        ('resolutions', 'meeting_id'), ('resolutions', 'topic_id'), ('resolutions', 'owner_id'), ('resolution_words', 'resolution_id'),
    ):
        index(name, column)
    for name in ('council_meetings', 'resolutions'):
        op.create_index(f'ix_{name}_look_at', name, ['look_at'], sqlite_where=WATCHED, postgresql_where=WATCHED)


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
