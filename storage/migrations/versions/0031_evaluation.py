"""The yearly evaluation: rounds, entries, frozen facts, objections; and the communities' brands.

Revision ID: 0031
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0031'
down_revision = '0030'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN = sa.text("state = 'open'")


def at(name, nullable=False):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def ref(table, name, to, nullable=True):
    return sa.Column(name, KEY, sa.ForeignKey(f'{to}.id', name=op.f(f'fk_{table}_{name}_{to}')), nullable=nullable)


def make(table, *parts):
    op.create_table(table, sa.Column('id', KEY, nullable=False), *parts, sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')))


def once(table, *names):
    return sa.UniqueConstraint(*names, name=op.f(f"uq_{table}_{'_'.join(names)}"))


def integer(name, nullable=False):
    return sa.Column(name, sa.Integer(), nullable=nullable)


def upgrade() -> None:
    make('evaluation_rounds',
    sa.Column('term', sa.String(12), nullable=False), integer('year'),
    sa.Column('first_on', sa.Date(), nullable=False), sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(12), nullable=False), sa.Column('weights', sa.Text(), nullable=False), integer('best'),
    ref('evaluation_rounds', 'opened_by', 'people'), at('opened_at'), at('closes_at'), at('published_at', True),
    once('evaluation_rounds', 'term', 'year'))
    make('evaluation_entries',
    ref('evaluation_entries', 'round_id', 'evaluation_rounds', False),
    sa.Column('kind', sa.String(12), nullable=False), integer('ref_id'),
    sa.Column('name', columns.Sealed(), nullable=False), ref('evaluation_entries', 'place_id', 'places'),
    integer('total'), integer('place', True), sa.Column('commended', sa.Boolean(), nullable=False),
    once('evaluation_entries', 'round_id', 'kind', 'ref_id'))
    op.create_index(op.f('ix_evaluation_entries_place_id'), 'evaluation_entries', ['place_id'])
    make('evaluation_facts',
    ref('evaluation_facts', 'entry_id', 'evaluation_entries', False),
    sa.Column('kind', sa.String(20), nullable=False), integer('amount'),
    sa.Column('source', sa.String(40), nullable=False), sa.Column('about', columns.Sealed(), nullable=False),
    once('evaluation_facts', 'entry_id', 'kind', 'source'))
    make('evaluation_objections',
    ref('evaluation_objections', 'entry_id', 'evaluation_entries', False),
    ref('evaluation_objections', 'account_id', 'accounts', False),
    sa.Column('text', columns.Sealed(), nullable=True), sa.Column('state', sa.String(12), nullable=False),
    integer('points', True), at('at'), ref('evaluation_objections', 'settled_by', 'people'),
    sa.Column('note', columns.Sealed(), nullable=True), at('settled_at', True))
    for name in ('entry_id', 'account_id'):
        op.create_index(op.f(f'ix_evaluation_objections_{name}'), 'evaluation_objections', [name])
    op.create_index('uq_evaluation_objections_open', 'evaluation_objections', ['entry_id', 'account_id'], unique=True,
                    sqlite_where=OPEN, postgresql_where=OPEN)
    make('community_brands',
    ref('community_brands', 'community_id', 'places', False), integer('year'),
    sa.Column('title', sa.String(60), nullable=False), sa.Column('story', sa.Text(), nullable=False),
    sa.Column('source', sa.String(24), nullable=True), ref('community_brands', 'picture_id', 'attachments'),
    ref('community_brands', 'written_by', 'people'), at('at'),
    once('community_brands', 'community_id', 'year'))


def downgrade() -> None:
    for table in ('community_brands', 'evaluation_objections', 'evaluation_facts', 'evaluation_entries', 'evaluation_rounds'):
        op.drop_table(table)
