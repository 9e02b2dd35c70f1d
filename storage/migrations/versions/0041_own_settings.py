"""What a subdistrict sets for itself at the office: figures, categories, templates of notices.

Revision ID: 0041
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0041'
down_revision = '0040'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table(
        'own_settings',
        sa.Column('id', KEY, nullable=False),
        sa.Column('kind', sa.String(12), nullable=False),
        sa.Column('name', sa.String(40), nullable=False),
        sa.Column('turn', sa.Integer(), nullable=False),
        sa.Column('value', sa.Text(), nullable=True),
        sa.Column('by_id', KEY, nullable=True),
        sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_own_settings_by_id_people')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_own_settings')),
        sa.UniqueConstraint('kind', 'name', 'turn', name=op.f('uq_own_settings_kind_name_turn')),
    )


def downgrade() -> None:
    op.drop_table('own_settings')
