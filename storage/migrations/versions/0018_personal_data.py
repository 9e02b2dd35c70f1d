"""Requests about one's own data, erasures, copies, and which information notice was shown.

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
WAITING, UNSETTLED = sa.text("state = 'waiting'"), sa.text('settled_at IS NULL')


def at(name, nullable=False):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    op.create_table('data_requests',
    sa.Column('id', KEY, nullable=False),
    sa.Column('account_id', KEY, sa.ForeignKey('accounts.id', name=op.f('fk_data_requests_account_id')), nullable=True),
    sa.Column('person_id', KEY, sa.ForeignKey('people.id', name=op.f('fk_data_requests_person_id')), nullable=True),
    sa.Column('kind', sa.String(12), nullable=False),
    sa.Column('field', sa.String(12), nullable=True),
    sa.Column('value', columns.Encrypted(), nullable=True),
    sa.Column('state', sa.String(12), nullable=False),
    at('at'), at('due_at'), at('not_before', True), at('decided_at', True),
    sa.Column('decided_by', KEY, sa.ForeignKey('people.id', name=op.f('fk_data_requests_decided_by')), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_requests'))
    )
    op.create_index(op.f('ix_data_requests_account_id'), 'data_requests', ['account_id'])
    op.create_index(op.f('ix_data_requests_person_id'), 'data_requests', ['person_id'])
    op.create_index('ix_data_requests_waiting', 'data_requests', ['due_at'], sqlite_where=WAITING, postgresql_where=WAITING)
    op.create_table('erasures',
    sa.Column('id', KEY, nullable=False),
    at('at'),
    sa.Column('subjects', sa.Text(), nullable=False),
    sa.Column('files', sa.Text(), nullable=False),
    at('settled_at', True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_erasures'))
    )
    op.create_index('ix_erasures_unsettled', 'erasures', ['id'], sqlite_where=UNSETTLED, postgresql_where=UNSETTLED)
    op.create_table('data_copies',
    sa.Column('id', KEY, nullable=False),
    sa.Column('digest', sa.String(32), nullable=False),
    sa.Column('account_id', KEY, sa.ForeignKey('accounts.id', name=op.f('fk_data_copies_account_id')), nullable=False),
    at('expires_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_copies')),
    sa.UniqueConstraint('digest', name=op.f('uq_data_copies_digest'))
    )
    op.create_index(op.f('ix_data_copies_account_id'), 'data_copies', ['account_id'])
    op.create_index(op.f('ix_data_copies_expires_at'), 'data_copies', ['expires_at'])
    op.create_table('notices_shown',
    sa.Column('account_id', KEY, sa.ForeignKey('accounts.id', name=op.f('fk_notices_shown_account_id')), nullable=False),
    sa.Column('version', sa.String(24), nullable=False),
    at('shown_at'), at('agreed_at', True),
    sa.PrimaryKeyConstraint('account_id', 'version', name=op.f('pk_notices_shown'))
    )


def downgrade() -> None:
    for name in ('notices_shown', 'data_copies', 'erasures', 'data_requests'):
        op.drop_table(name)
