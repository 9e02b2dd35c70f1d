"""Which browser asks to be signed in, whose phone was asked, and keys of wall screens.

Revision ID: 0015
Revises: 0014
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

IDENTITY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    with op.batch_alter_table('console_sessions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('browser', sa.String(40), nullable=True))
        batch_op.add_column(sa.Column('system', sa.String(40), nullable=True))
        batch_op.add_column(sa.Column('address', sa.String(45), nullable=True))
        batch_op.add_column(sa.Column('asked_id', IDENTITY, nullable=True))
        batch_op.add_column(sa.Column('granted_id', IDENTITY, nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_console_sessions_asked_id'), 'accounts', ['asked_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_console_sessions_granted_id'), 'people', ['granted_id'], ['id'])
    op.create_table('wall_keys',
    sa.Column('id', IDENTITY, nullable=False),
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('digest', sa.String(length=32), nullable=False),
    sa.Column('by_id', IDENTITY, nullable=False),
    sa.Column('at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('seen_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.Column('ended_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_wall_keys_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wall_keys')),
    sa.UniqueConstraint('digest', name=op.f('uq_wall_keys_digest'))
    )


def downgrade() -> None:
    op.drop_table('wall_keys')
    with op.batch_alter_table('console_sessions', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_console_sessions_granted_id'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_console_sessions_asked_id'), type_='foreignkey')
        for name in ('granted_id', 'asked_id', 'address', 'system', 'browser'):
            batch_op.drop_column(name)
