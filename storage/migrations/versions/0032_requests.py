"""Which unit a ticket is for.

Revision ID: 0032
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.create_table('unit_tickets',
    sa.Column('number', sa.String(24), sa.ForeignKey('tickets.number', name=op.f('fk_unit_tickets_number_tickets')),
              nullable=False),
    sa.Column('organisation_id', KEY,
              sa.ForeignKey('organisations.id', name=op.f('fk_unit_tickets_organisation_id_organisations')), nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_unit_tickets'))
    )
    for name in ('organisation_id', 'at'):
        op.create_index(op.f(f'ix_unit_tickets_{name}'), 'unit_tickets', [name])


def downgrade() -> None:
    op.drop_table('unit_tickets')
