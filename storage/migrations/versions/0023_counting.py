"""Indexes for pages over a million tickets, and the promises that are listed and counted of a ticket, kept with it.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

RUNS = sa.text('ended_at IS NULL')
ENDED = sa.text('ended_at IS NOT NULL')
COUNTED = ['opened_at', 'number', 'urgency', 'state', 'place_id', 'category', 'assignee_id', 'next_due', 'ended_at']
OF_IT = 'FROM deadlines WHERE deadlines.number = tickets.number AND dropped_at IS NULL'
KEPT = {
    'take_due': f"SELECT due_at {OF_IT} AND kind = 'take' ORDER BY id LIMIT 1",
    'handle_due': f"SELECT due_at {OF_IT} AND kind = 'handle' ORDER BY id LIMIT 1",
    'next_due': f'SELECT min(due_at) {OF_IT} AND met_at IS NULL',
}


def upgrade() -> None:
    for name in KEPT:
        op.add_column('tickets', sa.Column(name, columns.UtcDateTime(timezone=True), nullable=True))
    op.execute('UPDATE tickets SET ' + ', '.join(f'{name} = ({found})' for name, found in KEPT.items()))
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
