"""Items that make a job raise, apart from what was done.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('job_failures',
    sa.Column('job', sa.String(length=32), nullable=False),
    sa.Column('item', sa.String(length=120), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('failed_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('next_try_at', columns.UtcDateTime(timezone=True), nullable=False),
    sa.Column('last_error', sa.String(length=200), nullable=False),
    sa.Column('set_aside_at', columns.UtcDateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('job', 'item', name=op.f('pk_job_failures'))
    )
    op.execute(
        "INSERT INTO job_failures (job, item, attempts, failed_at, next_try_at, last_error, set_aside_at)"
        " SELECT job, period, tries, at, at, COALESCE(error, ''), CASE WHEN tries >= 5 THEN at END"
        " FROM job_runs WHERE state = 'failed'"
    )
    op.execute("DELETE FROM job_runs WHERE state = 'failed'")
    with op.batch_alter_table('job_runs') as batch:
        batch.drop_column('state')
        batch.drop_column('tries')
        batch.drop_column('error')
