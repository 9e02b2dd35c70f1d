"""Other platforms: their version and their category of a matter, as they came.

Revision ID: 0045
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = '0045'
down_revision = '0044'
branch_labels = None
depends_on = None

COLUMNS = ('their_version', 'their_category')


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column('connector_links', sa.Column(column, sa.String(64), nullable=False, server_default=''))


def downgrade() -> None:
    for column in reversed(COLUMNS):
        op.drop_column('connector_links', column)
