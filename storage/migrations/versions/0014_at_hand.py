"""Which tickets an account and the bot spoke of last, so that 刚才那个 is understood.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('accounts', sa.Column('at_hand', sa.String(160), server_default='', nullable=False))
    op.add_column('accounts', sa.Column('at_hand_since', columns.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('accounts', 'at_hand_since')
    op.drop_column('accounts', 'at_hand')
