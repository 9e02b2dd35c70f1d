"""Other platforms: connected, their records, what is the same on both sides, and what is given to them.

Revision ID: 0037
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0037'
down_revision = '0036'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def word(name, length, default=None, nullable=False):
    return sa.Column(name, sa.String(length), nullable=nullable, server_default=default)


def whole(name, default='0'):
    return sa.Column(name, sa.Integer(), nullable=False, server_default=default)


def only(condition):
    return {'sqlite_where': sa.text(condition), 'postgresql_where': sa.text(condition)}


def upgrade() -> None:
    op.add_column('api_keys', word('scopes', 80, 'report'))
    op.add_column('api_keys', whole('a_minute', '60'))
    op.create_table('connectors',
    word('platform', 24),
    sa.Column('secret', columns.Encrypted(), nullable=False),
    word('gives_to', 200, ''), word('asks_at', 200, ''), word('cursor', 200, ''),
    sa.Column('is_on', sa.Boolean(), nullable=False, server_default=sa.true()),
    at('since', False), at('seen_at'), at('asked_at'), whole('fails'), at('down_until'), at('told_silent_at'),
    sa.PrimaryKeyConstraint('platform', name=op.f('pk_connectors'))
    )
    op.create_table('connector_items',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('their_id', 64), word('rank', 24), word('reuse', 16, ''), word('way', 8),
    word('kind', 16, ''), word('digest', 64),
    sa.Column('payload', columns.Sealed(), nullable=True),
    word('state', 12), word('reason', 24, ''), word('about', 80, ''), word('ours', 40, nullable=True), whole('attempts'),
    at('received_at', False), at('not_before', False), at('done_at'),
    sa.Column('settled_by', KEY, sa.ForeignKey('people.id', name=op.f('fk_connector_items_settled_by_people')), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_items')),
    sa.UniqueConstraint('platform', 'their_id', 'rank', 'reuse', name=op.f('uq_connector_items_platform_their_id_rank_reuse'))
    )
    op.create_index('ix_connector_items_waits', 'connector_items', ['not_before'], **only("state = 'received'"))
    op.create_index('ix_connector_items_state', 'connector_items', ['platform', 'state'])
    op.create_table('connector_links',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('kind', 16), word('ours', 40), word('theirs', 64, nullable=True), word('rank', 24, ''),
    word('agreed', 40), word('queued', 40), whole('sequence'), at('due_at'),
    sa.Column('ended', sa.Boolean(), nullable=False), at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_links')),
    sa.UniqueConstraint('platform', 'kind', 'ours', name=op.f('uq_connector_links_platform_kind_ours')),
    sa.UniqueConstraint('platform', 'kind', 'theirs', name=op.f('uq_connector_links_platform_kind_theirs'))
    )
    op.create_index('ix_connector_links_ours', 'connector_links', ['ours'])
    op.create_index('ix_connector_links_open', 'connector_links', ['platform'], **only('NOT ended'))
    op.create_table('connector_out',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24),
    sa.Column('link_id', KEY, sa.ForeignKey('connector_links.id', name=op.f('fk_connector_out_link_id_connector_links')), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False), word('ours', 40), word('says', 40),
    sa.Column('payload', columns.Sealed(), nullable=True),
    word('state', 12), whole('attempts'), at('not_before', False), word('last_error', 200, ''), at('at', False), at('done_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_out')),
    sa.UniqueConstraint('link_id', 'sequence', name=op.f('uq_connector_out_link_id_sequence'))
    )
    op.create_index('ix_connector_out_pending', 'connector_out', ['platform', 'id'], **only("state = 'pending'"))


def downgrade() -> None:
    for table in ('connector_out', 'connector_links', 'connector_items', 'connectors'):
        op.drop_table(table)
    for column in ('a_minute', 'scopes'):
        op.drop_column('api_keys', column)
