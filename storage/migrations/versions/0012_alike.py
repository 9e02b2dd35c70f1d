"""An index for the search of what was reported before: the oldest open of a place and category is its first row.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

from storage.owed_steps import index_later

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

OPEN = sa.text('ended_at IS NULL')


def upgrade() -> None:
    if index_later(op.get_bind(), 'tickets', 'ix_tickets_alike'):
        return
    op.create_index(
        'ix_tickets_alike', 'tickets', ['place_id', 'category', 'opened_at', 'number'],
        unique=False, sqlite_where=OPEN, postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index('ix_tickets_alike', table_name='tickets')
