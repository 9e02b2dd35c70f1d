"""Other platforms: mailboxes with their files.

Revision ID: 0039
Revises: 0037
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0039'
down_revision = '0037'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def word(name, length, default=None, nullable=False):
    return sa.Column(name, sa.String(length), nullable=nullable, server_default=default)


def whole(name):
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table('connector_mailboxes',
    word('platform', 24), word('address', 200), word('user', 120),
    sa.Column('secret', columns.Encrypted(), nullable=False),
    word('allowed', 400), at('asked_at'), word('error', 40, ''),
    sa.PrimaryKeyConstraint('platform', name=op.f('pk_connector_mailboxes'))
    )
    op.create_table('connector_files',
    sa.Column('id', KEY, nullable=False),
    word('platform', 24), word('message', 40), word('name', 124), word('digest', 64), word('result', 16),
    whole('new'), whole('known'), whole('aside'), at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connector_files')),
    sa.UniqueConstraint('platform', 'message', 'name', 'result', name=op.f('uq_connector_files_platform_message_name_result'))
    )
    op.create_index('ix_connector_files_at', 'connector_files', ['at'])


def downgrade() -> None:
    for table in ('connector_files', 'connector_mailboxes'):
        op.drop_table(table)
