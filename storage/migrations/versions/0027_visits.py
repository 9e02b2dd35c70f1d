"""Households, the month's planned visits, and the visits that were made.

Revision ID: 0027
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def at(name, nullable=True):
    return sa.Column(name, columns.UtcDateTime(timezone=True), nullable=nullable)


def ref(table, name, to, nullable=True):
    kind, key = (sa.String(24), 'tickets.number') if to == 'tickets' else (KEY, f'{to}.id')
    return sa.Column(name, kind, sa.ForeignKey(key, name=op.f(f'fk_{table}_{name}_{to}')), nullable=nullable)


def upgrade() -> None:
    op.create_table('households',
    sa.Column('id', KEY, nullable=False),
    ref('households', 'place_id', 'places', False),
    sa.Column('digest', sa.String(32), nullable=False),
    sa.Column('room', columns.Encrypted(), nullable=True),
    at('declined_at'), at('moved_at'),
    sa.Column('key_reason', columns.Encrypted(), nullable=True),
    ref('households', 'key_by', 'people'), at('key_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_households')),
    sa.UniqueConstraint('digest', name=op.f('uq_households_digest'))
    )
    op.create_index(op.f('ix_households_place_id'), 'households', ['place_id'])
    op.create_table('planned_visits',
    sa.Column('id', KEY, nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('target', sa.String(24), nullable=False),
    ref('planned_visits', 'community_id', 'places', False),
    ref('planned_visits', 'place_id', 'places', False),
    ref('planned_visits', 'household_id', 'households'),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('signs', sa.String(80), nullable=False),
    ref('planned_visits', 'number', 'tickets'),
    *(ref('planned_visits', name, 'people') for name in ('cadre_id', 'liaison_id', 'officer_id', 'contact_id')),
    sa.Column('result', sa.String(12), nullable=True),
    sa.Column('tries', sa.Integer(), server_default='0', nullable=False),
    at('settled_at'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_planned_visits')),
    sa.UniqueConstraint('month', 'target', name=op.f('uq_planned_visits_month_target'))
    )
    op.create_index('ix_planned_visits_community_id_month', 'planned_visits', ['community_id', 'month'])
    for name in ('household_id', 'cadre_id', 'liaison_id', 'officer_id', 'contact_id'):
        op.create_index(op.f(f'ix_planned_visits_{name}'), 'planned_visits', [name])
    op.create_table('visits',
    sa.Column('id', KEY, nullable=False),
    sa.Column('target', sa.String(24), nullable=False),
    ref('visits', 'place_id', 'places', False),
    ref('visits', 'household_id', 'households'),
    ref('visits', 'person_id', 'people', False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('result', sa.String(12), nullable=False),
    sa.Column('note', columns.Sealed(), nullable=True),
    ref('visits', 'number', 'tickets'),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visits')),
    sa.UniqueConstraint('target', 'person_id', 'day', name=op.f('uq_visits_target_person_id_day'))
    )
    for name in ('place_id', 'household_id', 'person_id'):
        op.create_index(op.f(f'ix_visits_{name}'), 'visits', [name])
    op.create_table('yard_problems',
    sa.Column('id', KEY, nullable=False),
    sa.Column('quarter', sa.Date(), nullable=False),
    ref('yard_problems', 'place_id', 'places', False),
    sa.Column('title', sa.String(80), nullable=False),
    ref('yard_problems', 'owner_id', 'people', False),
    sa.Column('due_on', sa.Date(), nullable=False),
    ref('yard_problems', 'set_by', 'people'),
    at('set_at', False), at('done_at'),
    sa.Column('note', columns.Sealed(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_yard_problems')),
    sa.UniqueConstraint('quarter', 'place_id', name=op.f('uq_yard_problems_quarter_place_id'))
    )
    for name in ('place_id', 'owner_id'):
        op.create_index(op.f(f'ix_yard_problems_{name}'), 'yard_problems', [name])
    op.create_table('yard_words',
    sa.Column('id', KEY, nullable=False),
    ref('yard_words', 'problem_id', 'yard_problems', False),
    ref('yard_words', 'account_id', 'accounts', False),
    sa.Column('solved', sa.Boolean(), nullable=False),
    at('at', False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_yard_words')),
    sa.UniqueConstraint('problem_id', 'account_id', name=op.f('uq_yard_words_problem_id_account_id'))
    )
    op.create_index(op.f('ix_yard_words_account_id'), 'yard_words', ['account_id'])


def downgrade() -> None:
    for name in ('yard_words', 'yard_problems', 'visits', 'planned_visits', 'households'):
        op.drop_table(name)
