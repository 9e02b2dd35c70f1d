"""Words in full lie sealed; what statements look for lies masked, and mentions of people are found by keyed digests.

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op

from storage.filling import MASKS, WORDS
from storage.owed_steps import has_rows, owe

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('tickets', sa.Column('original', sa.Text(), nullable=True))
    op.create_table(
        'mentions',
        sa.Column('number', sa.String(24), nullable=False),
        sa.Column('digest', sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(['number'], ['tickets.number'], name=op.f('fk_mentions_number_tickets')),
        sa.PrimaryKeyConstraint('number', 'digest', name=op.f('pk_mentions')),
    )
    with op.batch_alter_table('mentions') as batch_op:
        batch_op.create_index(batch_op.f('ix_mentions_digest'), ['digest'], unique=False)
    if has_rows(op.get_bind(), 'inbound') or has_rows(op.get_bind(), 'tickets'):
        owe(op.get_bind(), MASKS)
        owe(op.get_bind(), WORDS)


def downgrade() -> None:
    op.drop_table('mentions')
    op.drop_column('tickets', 'original')
