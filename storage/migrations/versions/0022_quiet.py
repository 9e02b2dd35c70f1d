"""Which message a push went with, why it waits, and when another overtakes it.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

SENT = sa.text('sent_at IS NOT NULL')
OWED = sa.text("state IN ('waiting', 'sending')")


def upgrade() -> None:
    op.add_column('outbox', sa.Column('message_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.add_column('outbox', sa.Column('held', sa.String(8), nullable=True))
    op.add_column('outbox', sa.Column('valid_until', columns.UtcDateTime(timezone=True), nullable=True))
    op.add_column('outbox', sa.Column('ticket_then', sa.String(40), nullable=True))
    op.create_index(
        'ix_outbox_sent', 'outbox', ['account_id', 'sent_at'], unique=False, sqlite_where=SENT, postgresql_where=SENT,
    )
    op.create_index(
        'ix_outbox_owed', 'outbox', ['account_id', 'state'], unique=False, sqlite_where=OWED, postgresql_where=OWED,
    )


def downgrade() -> None:
    op.drop_index('ix_outbox_owed', table_name='outbox')
    op.drop_index('ix_outbox_sent', table_name='outbox')
    for column in ('ticket_then', 'valid_until', 'held', 'message_id'):
        op.drop_column('outbox', column)
