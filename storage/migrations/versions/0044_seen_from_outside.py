"""Signs of life of the processes, faults that stand, and one id from a message to what came of it.

Revision ID: 0044
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0044'
down_revision = '0043'
branch_labels = None
depends_on = None

TRACED = ('outbox', 'audit', 'ticket_events')


def at(name, nullable=False):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table('beats',
    sa.Column('name', sa.String(96), nullable=False), sa.Column('part', sa.String(12), nullable=False),
    at('at'), sa.Column('readings', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_beats'))
    )
    op.create_table('alarm_faults',
    sa.Column('name', sa.String(48), nullable=False), at('since'), at('seen_at'),
    sa.Column('value', sa.Float(), nullable=False), sa.Column('place', sa.String(96), nullable=False),
    at('told_at', nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_alarm_faults'))
    )
    for table in TRACED:
        op.add_column(table, sa.Column('trace', sa.String(16), nullable=True))


def downgrade() -> None:
    for table in TRACED:
        op.drop_column(table, 'trace')
    op.drop_table('alarm_faults')
    op.drop_table('beats')
