"""Projects that units claim, what is offered and needed, and calls for help.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
HELD, CALLING = sa.text('left_at IS NULL'), sa.text("state = 'calling'")
LISTED, TO_COME = sa.text('ended_at IS NULL'), sa.text('next_at IS NOT NULL')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def refers(table, name, to, nullable=True):
    kind = sa.String(24) if to == 'tickets.number' else KEY
    key = sa.ForeignKey(to, name=op.f(f"fk_{table}_{name}_{to.partition('.')[0]}"))
    return sa.Column(name, kind, key, nullable=nullable)


def make(table, *cols, key='id'):
    op.create_table(table, *cols, sa.PrimaryKeyConstraint(*((key,) if isinstance(key, str) else key), name=op.f(f'pk_{table}')))


def index(table, *names):
    for name in names:
        op.create_index(op.f(f'ix_{table}_{name}'), table, [name])


def partial(name, table, cols, where, unique=False):
    op.create_index(name, table, cols, unique=unique, sqlite_where=where, postgresql_where=where)


def number():
    return sa.Column('id', KEY, nullable=False)


def upgrade() -> None:
    make('resources', number(), refers('resources', 'organisation_id', 'organisations.id', False),
         refers('resources', 'person_id', 'people.id'), sa.Column('text', sa.Text(), nullable=False),
         sa.Column('kinds', sa.String(120), nullable=False), at('at', False), at('ended_at'))
    index('resources', 'organisation_id')
    make('needs', number(), refers('needs', 'place_id', 'places.id'), refers('needs', 'account_id', 'accounts.id'),
         refers('needs', 'person_id', 'people.id'), sa.Column('text', sa.Text(), nullable=False),
         sa.Column('kinds', sa.String(120), nullable=False), at('at', False), at('ended_at'))
    index('needs', 'place_id', 'account_id')
    make('projects', number(), sa.Column('title', sa.Text(), nullable=False), refers('projects', 'place_id', 'places.id'),
         sa.Column('kinds', sa.String(120), nullable=False), sa.Column('state', sa.String(12), nullable=False),
         sa.Column('shares', sa.Integer(), nullable=False), sa.Column('until', sa.Date(), nullable=True),
         refers('projects', 'ticket_number', 'tickets.number'), refers('projects', 'need_id', 'needs.id'),
         refers('projects', 'opened_by', 'people.id'), at('opened_at', False), at('proved_at'), at('ended_at'),
         sa.Column('reminded', sa.String(8), nullable=True))
    index('projects', 'place_id', 'ticket_number', 'need_id', 'ended_at')
    partial('ix_projects_running', 'projects', ['state'], LISTED)
    make('project_claims', number(), refers('project_claims', 'project_id', 'projects.id', False),
         sa.Column('slot', sa.Integer(), nullable=False),
         refers('project_claims', 'organisation_id', 'organisations.id', False),
         refers('project_claims', 'person_id', 'people.id'), at('at', False), at('left_at'))
    index('project_claims', 'project_id', 'organisation_id')
    partial('uq_project_claims_slot', 'project_claims', ['project_id', 'slot'], HELD, True)
    partial('uq_project_claims_unit', 'project_claims', ['project_id', 'organisation_id'], HELD, True)
    make('project_steps', number(), refers('project_steps', 'project_id', 'projects.id', False),
         refers('project_steps', 'organisation_id', 'organisations.id'), refers('project_steps', 'person_id', 'people.id'),
         sa.Column('what', sa.String(16), nullable=False), sa.Column('note', sa.Text(), nullable=True), at('at', False))
    index('project_steps', 'project_id')
    make('project_pictures', refers('project_pictures', 'attachment_id', 'attachments.id', False),
         refers('project_pictures', 'step_id', 'project_steps.id', False), key='attachment_id')
    index('project_pictures', 'step_id')
    make('project_thanks', refers('project_thanks', 'project_id', 'projects.id', False),
         refers('project_thanks', 'account_id', 'accounts.id', False), at('at', False), key=('project_id', 'account_id'))
    index('project_thanks', 'account_id')
    make('take_on_calls', number(), refers('take_on_calls', 'ticket_number', 'tickets.number', False),
         sa.Column('note', sa.Text(), nullable=True), sa.Column('state', sa.String(12), nullable=False),
         sa.Column('stage', sa.Integer(), nullable=False), at('next_at'),
         refers('take_on_calls', 'called_by', 'people.id'), at('called_at', False),
         refers('take_on_calls', 'taken_by', 'people.id'),
         refers('take_on_calls', 'organisation_id', 'organisations.id'), at('taken_at'))
    partial('uq_take_on_calls_calling', 'take_on_calls', ['ticket_number'], CALLING, True)
    partial('ix_take_on_calls_next_at', 'take_on_calls', ['next_at'], TO_COME)


def downgrade() -> None:
    for table in (
        'take_on_calls', 'project_thanks', 'project_pictures', 'project_steps', 'project_claims', 'projects', 'needs', 'resources',
    ):
        op.drop_table(table)
