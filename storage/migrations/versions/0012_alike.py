"""An index for the search of what was reported before: the oldest open of a place and category is its first row.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

OPEN = sa.text('ended_at IS NULL')


def upgrade() -> None:
    op.create_index(
        'ix_tickets_alike', 'tickets', ['place_id', 'category', 'opened_at', 'number'],
        unique=False, sqlite_where=OPEN, postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index('ix_tickets_alike', table_name='tickets')
