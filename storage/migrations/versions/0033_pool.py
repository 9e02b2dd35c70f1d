"""Milestones of projects, resolutions that became projects, and the yearly look-back of what visits and courtyards took on.

Revision ID: 0033
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
OPEN = sa.text('step_id IS NULL AND dropped_at IS NULL')
STANDS, OF_RESOLUTION = sa.text('dropped_at IS NULL'), sa.text("state <> 'withdrawn'")


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, nullable=True):
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, KEY, key, nullable=nullable)


def partial(name, table, cols, where, unique=False):
    op.create_index(name, table, cols, unique=unique, sqlite_where=where, postgresql_where=where)


def upgrade() -> None:
    with op.batch_alter_table('projects') as table:
        table.add_column(sa.Column('resolution_id', KEY, nullable=True))
        table.create_foreign_key(op.f('fk_projects_resolution_id_resolutions'), 'resolutions', ['resolution_id'], ['id'])
    partial('uq_projects_resolution', 'projects', ['resolution_id'], OF_RESOLUTION, unique=True)
    op.create_table('project_milestones',
    sa.Column('id', KEY, nullable=False),
    refers('project_milestones', 'project_id', 'projects.id', nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    refers('project_milestones', 'organisation_id', 'organisations.id'),
    sa.Column('title', columns.Sealed(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('told', sa.Integer(), nullable=True),
    refers('project_milestones', 'step_id', 'project_steps.id'),
    at('proved_at'), at('dropped_at'),
    sa.Column('dropped_why', sa.String(12), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_project_milestones'))
    )
    partial('uq_project_milestones_position', 'project_milestones', ['project_id', 'position'], STANDS, unique=True)
    partial('ix_project_milestones_open', 'project_milestones', ['due_on'], OPEN)
    op.create_index(op.f('ix_project_milestones_step_id'), 'project_milestones', ['step_id'])
    op.create_table('year_looks',
    sa.Column('id', KEY, nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    refers('year_looks', 'problem_id', 'yard_problems.id'),
    refers('year_looks', 'visit_id', 'visits.id'),
    at('asked_at', False), at('reopened_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_year_looks')),
    sa.UniqueConstraint('year', 'problem_id', name=op.f('uq_year_looks_year_problem_id')),
    sa.UniqueConstraint('year', 'visit_id', name=op.f('uq_year_looks_year_visit_id'))
    )
    for name in ('problem_id', 'visit_id'):
        op.create_index(op.f(f'ix_year_looks_{name}'), 'year_looks', [name])
    op.create_table('year_words',
    refers('year_words', 'look_id', 'year_looks.id', nullable=False),
    refers('year_words', 'account_id', 'accounts.id', nullable=False),
    sa.Column('holds', sa.Boolean(), nullable=True),
    at('said_at'),
    sa.PrimaryKeyConstraint('look_id', 'account_id', name=op.f('pk_year_words'))
    )
    op.create_index(op.f('ix_year_words_account_id'), 'year_words', ['account_id'])


def downgrade() -> None:
    for table in ('year_words', 'year_looks', 'project_milestones'):
        op.drop_table(table)
    op.drop_index('uq_projects_resolution', 'projects')
    with op.batch_alter_table('projects') as table:
        table.drop_constraint(op.f('fk_projects_resolution_id_resolutions'), type_='foreignkey')
        table.drop_column('resolution_id')
