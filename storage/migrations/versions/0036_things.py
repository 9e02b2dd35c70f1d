"""Things, each time at which one is looked at, the ticket's thing, what is not the same, and the risks of units.

Revision ID: 0036
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns
from storage.owed_steps import index_later

revision = '0036'
down_revision = '0035'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN, NAMED = sa.text('done_at IS NULL'), sa.text('thing_id IS NOT NULL')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def ref(table, name, to, nullable=True, kind=KEY, key='id'):
    return sa.Column(name, kind, sa.ForeignKey(f'{to}.{key}', name=op.f(f'fk_{table}_{name}_{to}')), nullable=nullable)


def upgrade() -> None:
    op.create_table('things',
    sa.Column('id', KEY, nullable=False),
    sa.Column('code', sa.String(40), nullable=False),
    sa.Column('kind', sa.String(16), nullable=False),
    sa.Column('name', sa.String(80), nullable=False),
    sa.Column('spot', sa.String(80), server_default='', nullable=False),
    ref('things', 'place_id', 'places', False),
    ref('things', 'grid_id', 'grids'),
    sa.Column('lat', sa.Float(), nullable=True),
    sa.Column('lon', sa.Float(), nullable=True),
    sa.Column('line', sa.Text(), nullable=True),
    ref('things', 'keeper_person_id', 'people'),
    ref('things', 'keeper_unit_id', 'organisations'),
    sa.Column('keeper', columns.Sealed(), nullable=True),
    sa.Column('contract', sa.String(80), nullable=True),
    sa.Column('contract_until', sa.Date(), nullable=True),
    sa.Column('warranty_until', sa.Date(), nullable=True),
    sa.Column('fields', sa.Text(), server_default='{}', nullable=False),
    sa.Column('source', sa.String(24), nullable=False),
    sa.Column('origins', sa.Text(), server_default='{}', nullable=False),
    at('updated_at', False), at('ended_at'),
    ref('things', 'joined_to', 'things'),
    sa.Column('qr_url', sa.String(256), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_things')),
    sa.UniqueConstraint('code', name=op.f('uq_things_code'))
    )
    op.create_index('ix_things_place_id_kind', 'things', ['place_id', 'kind'])
    op.create_index('ix_things_grid_id_kind', 'things', ['grid_id', 'kind'])
    for name in ('keeper_person_id', 'keeper_unit_id'):
        op.create_index(op.f(f'ix_things_{name}'), 'things', [name])
    op.create_table('thing_inspections',
    sa.Column('id', KEY, nullable=False),
    ref('thing_inspections', 'thing_id', 'things', False),
    sa.Column('period', sa.String(16), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    at('done_at'),
    ref('thing_inspections', 'done_by', 'people'),
    sa.Column('result', sa.String(8), nullable=True),
    sa.Column('note', columns.Sealed(), nullable=True),
    ref('thing_inspections', 'number', 'tickets', True, sa.String(24), 'number'),
    ref('thing_inspections', 'picture_id', 'attachments'),
    at('told_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_thing_inspections')),
    sa.UniqueConstraint('thing_id', 'period', name=op.f('uq_thing_inspections_thing_id_period'))
    )
    for name in ('done_by', 'number'):
        op.create_index(op.f(f'ix_thing_inspections_{name}'), 'thing_inspections', [name])
    op.create_index('ix_thing_inspections_open', 'thing_inspections', ['due_on'], sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_table('thing_pairs',
    ref('thing_pairs', 'one_id', 'things', False),
    ref('thing_pairs', 'other_id', 'things', False),
    ref('thing_pairs', 'said_by', 'people'),
    at('at', False),
    sa.PrimaryKeyConstraint('one_id', 'other_id', name=op.f('pk_thing_pairs'))
    )
    op.create_index(op.f('ix_thing_pairs_other_id'), 'thing_pairs', ['other_id'])
    op.create_table('organisation_risks',
    sa.Column('id', KEY, nullable=False),
    ref('organisation_risks', 'organisation_id', 'organisations', False),
    ref('organisation_risks', 'grid_id', 'grids', False),
    sa.Column('kind', sa.String(16), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.Column('looked_on', sa.Date(), nullable=True),
    ref('organisation_risks', 'looked_by', 'people'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_risks')),
    sa.UniqueConstraint('organisation_id', 'kind', name=op.f('uq_organisation_risks_organisation_id_kind'))
    )
    op.create_index(op.f('ix_organisation_risks_grid_id'), 'organisation_risks', ['grid_id'])
    _add_thing_of_ticket()
    if not index_later(op.get_bind(), 'tickets', 'ix_tickets_thing_id'):
        op.create_index('ix_tickets_thing_id', 'tickets', ['thing_id', 'opened_at'], sqlite_where=NAMED, postgresql_where=NAMED)


def _add_thing_of_ticket() -> None:
    """SQLite adds the column as it is: to make the table anew would cost its partial indexes, and time."""
    key = 'CONSTRAINT fk_tickets_thing_id_things REFERENCES things (id)'
    kind = 'INTEGER' if op.get_bind().dialect.name == 'sqlite' else 'BIGINT'
    op.execute(f'ALTER TABLE tickets ADD COLUMN thing_id {kind} {key}')


def downgrade() -> None:
    op.drop_index('ix_tickets_thing_id', 'tickets')
    with op.batch_alter_table('tickets') as batch:
        batch.drop_constraint('fk_tickets_thing_id_things', type_='foreignkey')
        batch.drop_column('thing_id')
    for table in ('organisation_risks', 'thing_pairs', 'thing_inspections', 'things'):
        op.drop_table(table)
