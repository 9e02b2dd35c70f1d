"""Notices to an area, what is told of each, and who got it.

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
LIVE, OWED = sa.text("state IN ('draft', 'sending', 'sent')"), sa.text('done_at IS NULL')


def at(name, nullable=False):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table('area_notices',
    sa.Column('id', KEY, nullable=False),
    sa.Column('number', sa.String(16), nullable=False),
    sa.Column('kind', sa.String(16), nullable=False),
    sa.Column('text', columns.Sealed(), nullable=False),
    sa.Column('places', sa.Text(), nullable=False),
    at('starts_at'), at('ends_at', True),
    sa.Column('state', sa.String(12), nullable=False),
    sa.Column('by_id', KEY, sa.ForeignKey('people.id', name=op.f('fk_area_notices_by_id_people')), nullable=False),
    sa.Column('approved_by_id', KEY, sa.ForeignKey('people.id', name=op.f('fk_area_notices_approved_by_id_people')), nullable=True),
    sa.Column('audience', sa.Integer(), nullable=False),
    sa.Column('changes', sa.Integer(), server_default='0', nullable=False),
    at('created_at'), at('asked_at', True), at('approved_at', True), at('sent_at', True), at('over_at', True),
    sa.Column('why', columns.Sealed(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_notices')),
    sa.UniqueConstraint('number', name=op.f('uq_area_notices_number'))
    )
    op.create_index('ix_area_notices_live', 'area_notices', ['starts_at'], sqlite_where=LIVE, postgresql_where=LIVE)
    op.create_table('area_notice_words',
    sa.Column('id', KEY, nullable=False),
    sa.Column('notice_id', KEY, sa.ForeignKey('area_notices.id', name=op.f('fk_area_notice_words_notice_id_area_notices')), nullable=False),
    sa.Column('name', sa.String(16), nullable=False),
    sa.Column('text', columns.Sealed(), nullable=False),
    at('at'),
    sa.Column('by_night', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('cursor', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=True),
    sa.Column('told', sa.Integer(), server_default='0', nullable=False),
    at('done_at', True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_area_notice_words')),
    sa.UniqueConstraint('notice_id', 'name', name=op.f('uq_area_notice_words_notice_id_name'))
    )
    op.create_index('ix_area_notice_words_owed', 'area_notice_words', ['at'], sqlite_where=OWED, postgresql_where=OWED)
    op.create_table('area_notice_recipients',
    sa.Column('notice_id', KEY, sa.ForeignKey('area_notices.id', name=op.f('fk_area_notice_recipients_notice_id_area_notices')), nullable=False),
    sa.Column('account_id', KEY, sa.ForeignKey('accounts.id', name=op.f('fk_area_notice_recipients_account_id_accounts')), nullable=False),
    sa.PrimaryKeyConstraint('notice_id', 'account_id', name=op.f('pk_area_notice_recipients'))
    )
    op.create_index(op.f('ix_area_notice_recipients_account_id'), 'area_notice_recipients', ['account_id'])


def downgrade() -> None:
    for name in ('area_notice_recipients', 'area_notice_words', 'area_notices'):
        op.drop_table(name)
