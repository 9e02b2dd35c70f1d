"""What a round was before it was put off or skipped, so that this can be taken back.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('star_rounds', sa.Column('before', sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column('star_rounds', 'before')
