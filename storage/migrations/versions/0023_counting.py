"""Indexes for pages over a million tickets, and the promises that are listed and counted of a ticket, kept with it.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

from storage import columns
from storage.filling import DUES, KEEP_DUES
from storage.owed_steps import index_later, owe

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

RUNS = sa.text('ended_at IS NULL')
ENDED = sa.text('ended_at IS NOT NULL')
COUNTED = ['opened_at', 'number', 'urgency', 'state', 'place_id', 'category', 'assignee_id', 'next_due', 'ended_at']
KEPT = ('take_due', 'handle_due', 'next_due')


def upgrade() -> None:
    for name in KEPT:
        op.add_column('tickets', sa.Column(name, columns.UtcDateTime(timezone=True), nullable=True))
    op.execute(f'{KEEP_DUES} WHERE {RUNS}')  # of what has ended they follow later
    if index_later(op.get_bind(), 'tickets', 'ix_tickets_opened_at', 'ix_tickets_ended_at', 'ix_tickets_open'):
        owe(op.get_bind(), DUES)
        return
    op.create_index('ix_tickets_opened_at', 'tickets', ['opened_at', 'number'])
    op.create_index(
        'ix_tickets_ended_at', 'tickets', ['ended_at', 'state', 'place_id'], sqlite_where=ENDED, postgresql_where=ENDED,
    )
    op.create_index('ix_tickets_open', 'tickets', COUNTED, sqlite_where=RUNS, postgresql_where=RUNS)


def downgrade() -> None:
    for name in ('ix_tickets_open', 'ix_tickets_ended_at', 'ix_tickets_opened_at'):
        op.drop_index(name, table_name='tickets')
    for name in KEPT:
        op.drop_column('tickets', name)
