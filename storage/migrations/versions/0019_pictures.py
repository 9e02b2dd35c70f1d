"""What is known of a picture: its original's digest, its fingerprint, when it was taken, and what is doubtful about it.

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

WAITS = sa.text('look_at IS NOT NULL')


def upgrade() -> None:
    op.add_column('attachments', sa.Column('came_as', sa.String(64), nullable=True))
    op.add_column('attachments', sa.Column('fingerprint', sa.String(16), nullable=True))
    op.add_column('attachments', sa.Column('taken_at', columns.UtcDateTime(timezone=True), nullable=True))
    op.add_column('attachments', sa.Column('look_at', columns.UtcDateTime(timezone=True), nullable=True))
    op.add_column('attachments', sa.Column('doubts', sa.String(40), nullable=True))
    op.add_column('attachments', sa.Column('same_as', sa.String(24), nullable=True))
    op.create_index(op.f('ix_attachments_came_as'), 'attachments', ['came_as'], unique=False)
    op.create_index(
        'ix_attachments_look_at', 'attachments', ['look_at'], unique=False, sqlite_where=WAITS, postgresql_where=WAITS,
    )
    op.create_table(
        'picture_marks',
        sa.Column('mark', sa.String(8), nullable=False),
        sa.Column('attachment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
        sa.ForeignKeyConstraint(['attachment_id'], ['attachments.id'], name=op.f('fk_picture_marks_attachment_id_attachments')),
        sa.PrimaryKeyConstraint('mark', 'attachment_id', name=op.f('pk_picture_marks')),
    )
    op.create_index(op.f('ix_picture_marks_attachment_id'), 'picture_marks', ['attachment_id'], unique=False)


def downgrade() -> None:
    op.drop_table('picture_marks')
    op.drop_index('ix_attachments_look_at', table_name='attachments')
    op.drop_index(op.f('ix_attachments_came_as'), table_name='attachments')
    for column in ('same_as', 'doubts', 'look_at', 'taken_at', 'fingerprint', 'came_as'):
        op.drop_column('attachments', column)
