"""Delivery: priority and quiet hours of pushes, what is kept and muted, runs that failed.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kept_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('muted', sa.String(length=64), server_default='', nullable=False))

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('wecom_id', sa.String(length=64), nullable=True))

    with op.batch_alter_table('job_runs', schema=None) as batch_op:
        batch_op.add_column(sa.Column('state', sa.String(length=8), server_default='done', nullable=False))
        batch_op.add_column(sa.Column('tries', sa.Integer(), server_default='1', nullable=False))
        batch_op.add_column(sa.Column('error', sa.String(length=200), nullable=True))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.add_column(sa.Column('priority', sa.Integer(), server_default='5', nullable=False))
        batch_op.add_column(sa.Column('by_night', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column('channel', sa.String(length=16), nullable=True))
        batch_op.drop_index(batch_op.f('ix_outbox_state_not_before'))
        batch_op.create_index('ix_outbox_kept', ['account_id'], unique=False, sqlite_where=sa.text("state = 'kept'"), postgresql_where=sa.text("state = 'kept'"))
        batch_op.create_index('ix_outbox_state_priority_not_before', ['state', 'priority', 'not_before'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_state_priority_not_before')
        batch_op.drop_index('ix_outbox_kept', sqlite_where=sa.text("state = 'kept'"), postgresql_where=sa.text("state = 'kept'"))
        batch_op.create_index(batch_op.f('ix_outbox_state_not_before'), ['state', 'not_before'], unique=False)
        batch_op.drop_column('channel')
        batch_op.drop_column('by_night')
        batch_op.drop_column('priority')

    with op.batch_alter_table('job_runs', schema=None) as batch_op:
        batch_op.drop_column('error')
        batch_op.drop_column('tries')
        batch_op.drop_column('state')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('wecom_id')

    with op.batch_alter_table('accounts', schema=None) as batch_op:
        batch_op.drop_column('muted')
        batch_op.drop_column('kept_at')

