"""Whose data and from where in the audit, and the seals of its chain.

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

UNSEALED = sa.text('seq IS NULL')


def upgrade() -> None:
    with op.batch_alter_table('audit') as batch:
        batch.add_column(sa.Column('whose', sa.String(80), server_default='', nullable=False))
        batch.add_column(sa.Column('address', sa.String(64), server_default='', nullable=False))
        batch.add_column(sa.Column('seq', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('salt', sa.String(32), nullable=True))
        batch.add_column(sa.Column('digest', sa.String(64), nullable=True))
        batch.add_column(sa.Column('link', sa.String(64), nullable=True))
        batch.add_column(sa.Column('erased_at', columns.UtcDateTime(timezone=True), nullable=True))
        batch.create_unique_constraint(op.f('uq_audit_seq'), ['seq'])
    op.create_index('ix_audit_whose_at', 'audit', ['whose', 'at'])
    op.create_index('ix_audit_unsealed', 'audit', ['id'], sqlite_where=UNSEALED, postgresql_where=UNSEALED)
    op.execute("UPDATE audit SET whose = subject WHERE subject LIKE 'person:%'")
    chain = op.create_table('audit_chain',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('link', sa.String(64), nullable=False),
    sa.Column('base_seq', sa.Integer(), nullable=False),
    sa.Column('base_link', sa.String(64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_chain'))
    )
    op.bulk_insert(chain, [{'id': 1, 'seq': 0, 'link': '', 'base_seq': 0, 'base_link': ''}])


def downgrade() -> None:
    op.drop_table('audit_chain')
    op.drop_index('ix_audit_unsealed', 'audit')
    op.drop_index('ix_audit_whose_at', 'audit')
    with op.batch_alter_table('audit') as batch:
        batch.drop_constraint('uq_audit_seq', type_='unique')
        for name in ('erased_at', 'link', 'digest', 'salt', 'seq', 'address', 'whose'):
            batch.drop_column(name)
