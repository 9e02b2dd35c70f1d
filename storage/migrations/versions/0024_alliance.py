"""Units, their branches and contacts.

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, nullable=True):
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, KEY, key, nullable=nullable)


def upgrade() -> None:
    op.create_table('organisations',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    sa.Column('name', sa.String(80), nullable=False),
    sa.Column('kind', sa.String(16), nullable=False),
    refers('organisations', 'place_id', 'places.id'),
    at('left_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisations')),
    sa.UniqueConstraint('code', name=op.f('uq_organisations_code'))
    )
    op.create_index(op.f('ix_organisations_place_id'), 'organisations', ['place_id'])
    op.create_table('branches',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(32), nullable=False),
    sa.Column('name', sa.String(80), nullable=False),
    refers('branches', 'organisation_id', 'organisations.id'),
    refers('branches', 'place_id', 'places.id'),
    refers('branches', 'grid_id', 'grids.id'),
    refers('branches', 'secretary_id', 'people.id'),
    at('left_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_branches')),
    sa.UniqueConstraint('code', name=op.f('uq_branches_code'))
    )
    for name in ('organisation_id', 'place_id', 'grid_id', 'secretary_id'):
        op.create_index(op.f(f'ix_branches_{name}'), 'branches', [name])
    op.create_table('organisation_contacts',
    sa.Column('id', KEY, nullable=False),
    refers('organisation_contacts', 'person_id', 'people.id', nullable=False),
    refers('organisation_contacts', 'organisation_id', 'organisations.id', nullable=False),
    at('since', False), at('until'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_contacts'))
    )
    for name in ('person_id', 'organisation_id'):
        op.create_index(op.f(f'ix_organisation_contacts_{name}'), 'organisation_contacts', [name])


def downgrade() -> None:
    for table in ('organisation_contacts', 'branches', 'organisations'):
        op.drop_table(table)
