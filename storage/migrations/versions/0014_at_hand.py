"""Which tickets an account and the bot spoke of last, so that 刚才那个 is understood.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('accounts', sa.Column('at_hand', sa.String(160), server_default='', nullable=False))


def downgrade() -> None:
    op.drop_column('accounts', 'at_hand')
