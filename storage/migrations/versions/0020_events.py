"""Events: many reports of one matter, what was said to all of them, and their log.

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
ACTIVE = sa.text("state IN ('proposed', 'open')")
LOOSE = sa.text('event_number IS NULL AND left_at IS NULL')
UNSEEN = sa.text('NOT looked')
MEMBER = sa.text('event_number IS NOT NULL')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, kind=KEY, nullable=True):
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, kind, key, nullable=nullable)


def upgrade() -> None:
    op.create_table('events',
    sa.Column('number', sa.String(20), nullable=False),
    sa.Column('kind', sa.String(24), nullable=False),
    sa.Column('title', sa.String(120), nullable=False),
    sa.Column('places', sa.String(400), nullable=False),
    sa.Column('grows', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('state', sa.String(12), nullable=False),
    refers('events', 'lead_person_id', 'people.id'),
    at('proposed_at', False), at('last_report_at', False), at('confirmed_at'),
    refers('events', 'confirmed_by', 'people.id'),
    at('estimate_at'),
    sa.Column('last_word', sa.Integer(), nullable=True),
    sa.Column('reopened', sa.Integer(), server_default='0', nullable=False),
    at('ended_at'), at('settled_at'),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_events'))
    )
    op.create_index('ix_events_active', 'events', ['kind'], sqlite_where=ACTIVE, postgresql_where=ACTIVE)
    op.create_index('ix_events_ended_at', 'events', ['ended_at'])
    op.create_table('event_reports',
    sa.Column('id', KEY, nullable=False),
    refers('event_reports', 'number', 'tickets.number', sa.String(24), nullable=False),
    sa.Column('kind', sa.String(24), nullable=False),
    refers('event_reports', 'place_id', 'places.id', nullable=False),
    refers('event_reports', 'account_id', 'accounts.id'),
    at('at', False),
    sa.Column('looked', sa.Boolean(), server_default=sa.false(), nullable=False),
    refers('event_reports', 'event_number', 'events.number', sa.String(20)),
    at('joined_at'), at('left_at'),
    sa.Column('told', sa.Integer(), server_default='0', nullable=False),
    at('still_at'),
    sa.Column('over', sa.Boolean(), nullable=True),
    at('answered_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_reports')),
    sa.UniqueConstraint('number', name=op.f('uq_event_reports_number'))
    )
    op.create_index(op.f('ix_event_reports_account_id'), 'event_reports', ['account_id'])
    op.create_index(
        'ix_event_reports_event_number_told', 'event_reports', ['event_number', 'told'], sqlite_where=MEMBER, postgresql_where=MEMBER
    )
    op.create_index('ix_event_reports_loose', 'event_reports', ['kind', 'at'], sqlite_where=LOOSE, postgresql_where=LOOSE)
    op.create_index('ix_event_reports_unseen', 'event_reports', ['kind'], sqlite_where=UNSEEN, postgresql_where=UNSEEN)
    op.create_table('event_log',
    sa.Column('id', KEY, nullable=False),
    refers('event_log', 'event_number', 'events.number', sa.String(20), nullable=False),
    refers('event_log', 'person_id', 'people.id'),
    sa.Column('what', sa.String(16), nullable=False),
    sa.Column('note', columns.Sealed(), nullable=True),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_log'))
    )
    op.create_index(op.f('ix_event_log_event_number'), 'event_log', ['event_number'])
    op.create_table('event_words',
    sa.Column('id', sa.Integer(), nullable=False),
    refers('event_words', 'event_number', 'events.number', sa.String(20), nullable=False),
    sa.Column('kind', sa.String(12), nullable=False),
    sa.Column('text', columns.Sealed(), nullable=False),
    refers('event_words', 'person_id', 'people.id'),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_words'))
    )
    op.create_index(op.f('ix_event_words_event_number'), 'event_words', ['event_number'])


def downgrade() -> None:
    for table in ('event_words', 'event_log', 'event_reports', 'events'):
        op.drop_table(table)
