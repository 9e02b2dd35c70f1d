"""Articles to residents, and pictures for the photo wall.

Revision ID: 0043
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0043'
down_revision = '0042'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def key(name, to, nullable=True):
    return sa.Column(name, KEY, sa.ForeignKey(f'{to}.id', name=op.f(f'fk_articles_{name}_{to}')), nullable=nullable)


def sealed(name, nullable=False):
    return sa.Column(name, columns.Sealed(), nullable=nullable)


def upgrade() -> None:
    op.create_table('articles',
    sa.Column('id', KEY, nullable=False),
    sealed('title'), sealed('digest'), sealed('body'),
    sa.Column('places', sa.Text(), nullable=False),
    key('picture_id', 'attachments'),
    sa.Column('consent', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('state', sa.String(12), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    at('goes_at'), key('by_id', 'people', False), key('edited_by_id', 'people', False), key('approved_by_id', 'people'),
    at('created_at', False), at('edited_at', False), at('approved_at'), at('sent_at'), sealed('why', True),
    sa.Column('cursor', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('told', sa.Integer(), server_default='0', nullable=False),
    sa.Column('copy', sa.String(12), server_default='no', nullable=False),
    sa.Column('copy_id', sa.String(128), nullable=True), sa.Column('copy_error', sa.String(200), nullable=True), at('copy_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_articles'))
    )
    on_its_way = sa.text("state IN ('scheduled', 'sending')")
    op.create_index('ix_articles_due', 'articles', ['goes_at'], sqlite_where=on_its_way, postgresql_where=on_its_way)
    op.create_table('shown_photos',
    sa.Column('number', sa.String(24), sa.ForeignKey('tickets.number', name=op.f('fk_shown_photos_number_tickets')), nullable=False),
    *(sa.Column(name, KEY, sa.ForeignKey(f'{to}.id', name=op.f(f'fk_shown_photos_{name}_{to}')), nullable=False)
      for name, to in (('before_id', 'attachments'), ('after_id', 'attachments'), ('by_id', 'people'))),
    at('at', False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_shown_photos'))
    )


def downgrade() -> None:
    op.drop_table('shown_photos')
    op.drop_table('articles')
