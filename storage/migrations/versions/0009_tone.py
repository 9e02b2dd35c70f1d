"""How the outcome of an order from the back office is shown when it comes again.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('inbound', sa.Column('tone', sa.String(length=12), nullable=True))


def downgrade() -> None:
    op.drop_column('inbound', 'tone')
